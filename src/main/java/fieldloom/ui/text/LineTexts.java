package fieldloom.ui.text;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Each;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldProblems;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.LoopText;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleText;
import fieldloom.ui.session.TextFault;
import fieldloom.ui.session.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lines show, from the session as it stands. */
final class LineTexts {
  private final EditorSession session;
  private final Map<Key, String> drafts = new HashMap<>();
  private @Nullable Preview judged;
  private FieldProblems problems;

  /** A line is the same one whatever becomes of its rule. */
  private record Key(FieldRef field, int nth) {}

  LineTexts(EditorSession session) {
    this.session = session;
    this.problems = FieldProblems.of(session.preview());
  }

  /** The rule as it is applied; "" where there is none. */
  static String applied(Line line) {
    return line.view() == null ? "" : RuleText.of(line.view().rule());
  }

  /** What stands in the line when it is edited. */
  String text(Line line) {
    String draft = draft(line);
    return draft == null ? applied(line) : draft;
  }

  /**
   * What is typed and not applied: a formula alone is the session's draft, for the formula bar
   * shows it too; with its condition, and of loops, it is kept here.
   */
  @Nullable String draft(Line line) {
    String own = drafts.get(new Key(line.field(), line.nth()));
    return own == null && sharesDraft(line) ? session.drafts().of(line.field()) : own;
  }

  void setDraft(Line line, @Nullable String text) {
    boolean shared = text != null && sharesDraft(line) && RuleText.split(text).when() == null;
    Key key = new Key(line.field(), line.nth());
    if (text == null || shared) {
      drafts.remove(key);
    } else {
      drafts.put(key, text);
    }
    if (shared) {
      session.drafts().keep(line.field(), text);
    } else if (sharesDraft(line)) {
      session.drafts().drop(line.field());
    }
  }

  private boolean sharesDraft(Line line) {
    return !line.isLoop()
        && session.index().filling(line.field()).size() < 2
        && (line.view() == null || line.view().rule().when() == null);
  }

  /** What is wrong with a text of the line; null where it can be applied. */
  @Nullable TextFault fault(Line line, String text) {
    return text.isBlank() ? null : RuleText.fault(text, line.isLoop(), each(line));
  }

  private static @Nullable Each each(Line line) {
    return line.view() == null ? null : line.view().rule().each();
  }

  Shown of(Line line) {
    Preview preview = session.preview();
    if (judged != preview) {
      problems = FieldProblems.of(preview);
      judged = preview;
    }
    String draft = draft(line);
    String text = draft == null ? shown(line) : draft;
    String result = line.field().isRoot() ? "" : Values.show(preview.target(line.field()));
    String more = draft == null ? more(line) : "";
    TextFault fault = draft == null ? null : fault(line, draft);
    boolean stale = session.isPreviewLate();
    if (fault != null) {
      int to = end(text, fault.from());
      String sentence = Words.get("draft.sentence", fault.sentence());
      return new Shown(text, more, true, result, stale, sentence, true, fault.from(), to);
    }
    Problem problem = problems.of(line.field());
    FieldFailure failure = line.view() == null ? null : problems.failure(line.field());
    boolean failed = failure != null && (problem == null || !problem.isError());
    boolean error = failed || problem != null && problem.isError();
    String sentence =
        Sentences.said(failed ? failure.message() : problem == null ? "" : problem.message());
    int from = failed || problem == null || draft != null ? -1 : from(line, problem.place(), text);
    return new Shown(
        text, more, draft != null, result, stale, sentence, error, from, end(text, from));
  }

  /** A loop that has more than its line says is shown with all of it. */
  private static String shown(Line line) {
    Each each = each(line);
    boolean all =
        line.isLoop()
            && each != null
            && (!each.join().isEmpty() || each.distinct() != null || each.groupBy() != null);
    return all ? LoopText.show(each) : applied(line);
  }

  private static String more(Line line) {
    if (line.view() == null) {
      return "";
    }
    Rule rule = line.view().rule();
    String loop = line.isLoop() || rule.each() == null ? "" : " · " + LoopText.show(rule.each());
    return rule.defaultValue() == null ? loop : loop + " · default " + rule.defaultValue();
  }

  /** Where a place of a rule's part lies in the text of all of it. */
  private static int from(Line line, Problem.Place place, String text) {
    int part =
        switch (place.part()) {
          case "from", "formula" -> line.isLoop() ? -1 : 0;
          case "each" -> line.isLoop() && text.startsWith("each ") ? "each ".length() : -1;
          case "where" -> behind(text, " where ");
          case "when" -> RuleText.split(text).whenFrom();
          default -> -1;
        };
    if (part < 0 || place.line() != 1) {
      return -1;
    }
    int points = text.codePointCount(part, text.length());
    return text.offsetByCodePoints(part, Math.min(place.column() - 1, points));
  }

  private static int behind(String text, String word) {
    int at = text.indexOf(word);
    return at < 0 ? -1 : at + word.length();
  }

  /** The end of the token that begins or lies at a place. */
  private static int end(String text, int from) {
    if (from < 0) {
      return -1;
    }
    for (FormulaText.Token token : FormulaText.of(text).tokens()) {
      if (token.start() <= from && from < token.end()) {
        return token.end();
      }
    }
    return Math.min(from + 1, text.length());
  }
}
