package fieldloom.ui.formula;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaScope;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.FormulaText.Kind;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may be typed next in a formula of one field: its paths as that field's loops write them,
 * functions, variables and parameters. Made for one mapping and one field.
 */
final class Completions {
  static final int AT_MOST = 40;
  private static final int MAX_FIELDS = 20_000;
  private static final int MAX_DEPTH = 20;

  private final EditorSession session;
  private final Loops loops;
  private final List<Completion> paths = new ArrayList<>();
  private final List<FieldRef> fields = new ArrayList<>();
  private final List<Completion> names = new ArrayList<>();

  /** What fits at a caret: the chars from {@code from} to {@code to} are to be replaced. */
  record Found(int from, int to, List<Completion> items) {
    static final Found NONE = new Found(0, 0, List.of());
  }

  Completions(EditorSession session, FieldRef target) {
    this(session, new FormulaScope(session.mapping(), target));
  }

  Completions(EditorSession session, FormulaScope scope) {
    this.session = session;
    Mapping mapping = scope.mapping();
    loops = mapping == session.mapping() ? session.index().loops() : Loops.of(mapping);
    scope.names().forEach(n -> names.add(name(n, "")));
    FieldRef target = scope.target();
    if (target != null) {
      loops.keysAround(target).forEach(k -> names.add(name(k, Words.get("key"))));
      for (Document document : mapping.sources()) {
        SchemaTree tree = session.schemas().get(document.name());
        if (tree != null) {
          collect(FieldRef.root(document.name()), target, tree.root(), new HashSet<>());
        }
      }
    }
    mapping.variables().forEach(v -> names.add(name(v.name(), v.formula())));
    mapping.params().forEach(p -> names.add(name("param." + p.name(), Words.get("parameter"))));
    mapping
        .functions()
        .forEach(
            f ->
                names.add(
                    new Completion(
                        f.name(),
                        Completion.Kind.FUNCTION,
                        "(" + String.join(", ", f.params()) + ")",
                        null,
                        "",
                        f.formula(),
                        -1,
                        0)));
    for (FunctionDef f : FunctionLibrary.standard().all()) {
      String signature = f.signature().substring(f.name().length());
      names.add(
          new Completion(f.name(), Completion.Kind.FUNCTION, signature, null, "", help(f), -1, 0));
    }
  }

  private static String help(FunctionDef function) {
    return Texts.language() == Language.CHINESE
        ? function.help().chinese()
        : function.help().english();
  }

  private static Completion name(String text, String help) {
    return new Completion(text, Completion.Kind.VARIABLE, help, null, "", help, -1, 0);
  }

  private void collect(FieldRef parent, FieldRef target, SchemaNode node, Set<SchemaNode> above) {
    SchemaNode object = item(node);
    if (fields.size() >= MAX_FIELDS || above.size() > MAX_DEPTH || !above.add(object)) {
      return;
    }
    for (SchemaNode child : object.children()) {
      FieldRef field = parent.child(child.name(), depth(child));
      Path path = loops.written(field, target);
      String title = child.titles().in(Texts.language().locale());
      String documentation = child.facets().documentation();
      fields.add(field);
      paths.add(
          new Completion(
              path.toString(),
              Completion.Kind.PATH,
              title == null ? "" : title,
              child.type(),
              "",
              documentation == null ? "" : documentation,
              -1,
              0));
      collect(field, target, child, above);
    }
    above.remove(object);
  }

  private static int depth(SchemaNode node) {
    int arrays = 0;
    for (SchemaNode n = node; n.type() == FieldType.ARRAY && arrays < 8; n = n.item()) {
      arrays++;
    }
    return arrays;
  }

  private static SchemaNode item(SchemaNode node) {
    SchemaNode n = node;
    for (int i = 0; i < 8 && n.type() == FieldType.ARRAY; i++) {
      n = n.item();
    }
    return n;
  }

  /**
   * What fits.
   *
   * @param asked whether the person asked for it: then nothing typed proposes everything
   */
  Found at(String text, int position, boolean asked) {
    int caret = Math.clamp(position, 0, text.length());
    int from = caret;
    int to = caret;
    for (FormulaText.Token token : FormulaText.of(text).tokens()) {
      if (token.start() < caret && caret <= token.end()) {
        boolean word =
            token.kind() == Kind.PATH
                || token.kind() == Kind.FUNCTION
                || token.kind() == Kind.KEYWORD;
        if (!word) {
          boolean inside =
              token.kind() == Kind.TEXT
                  || token.kind() == Kind.NUMBER
                  || token.kind() == Kind.BROKEN && token.text().startsWith("\"");
          if (inside) {
            return Found.NONE;
          }
          break;
        }
        from = token.start();
        to = token.end();
      }
    }
    String typed = text.substring(from, caret).toLowerCase(Locale.ROOT);
    if (typed.isEmpty() && !asked) {
      return Found.NONE;
    }
    return new Found(from, to, find(typed));
  }

  private List<Completion> find(String typed) {
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      rank(paths.get(i), typed, i, ranked);
    }
    for (Completion name : names) {
      rank(name, typed, -1, ranked);
    }
    String lastName = typed.substring(typed.lastIndexOf('.') + 1);
    if (ranked.size() < AT_MOST && lastName.length() > 1 && lastName.length() < typed.length()) {
      addByLastName(lastName, ranked);
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparing(r -> r.item().text().length()));
    return ranked.stream().limit(AT_MOST).map(this::withSample).toList();
  }

  /** Behind what begins as typed: what holds the last name typed, wherever it stands. */
  private void addByLastName(String lastName, List<Ranked> ranked) {
    Set<String> there = new HashSet<>();
    ranked.forEach(r -> there.add(r.item().text()));
    List<Ranked> more = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      rank(paths.get(i), lastName, i, more);
    }
    for (Completion name : names) {
      rank(name, lastName, -1, more);
    }
    for (Ranked r : more) {
      if (there.add(r.item().text())) {
        ranked.add(new Ranked(r.item(), r.rank() + 5, r.field()));
      }
    }
  }

  private record Ranked(Completion item, int rank, int field) {}

  private static void rank(Completion item, String typed, int field, List<Ranked> ranked) {
    String text = item.text().toLowerCase(Locale.ROOT);
    int hit = text.indexOf(typed);
    int lastName = text.lastIndexOf('.') + 1;
    int inName = text.indexOf(typed, lastName);
    if (hit == 0 || inName == lastName && !typed.isEmpty()) {
      int at = hit == 0 ? 0 : inName;
      boolean local = item.kind() == Completion.Kind.PATH;
      ranked.add(new Ranked(item.withHit(at, typed.length()), local ? 0 : 1, field));
    } else if (hit > 0) {
      ranked.add(new Ranked(item.withHit(hit, typed.length()), 3, field));
    } else if (item.hint().toLowerCase(Locale.ROOT).contains(typed)
        && item.kind() != Completion.Kind.FUNCTION) {
      ranked.add(new Ranked(item, 4, field));
    }
  }

  /** Values are looked up for what is shown only. */
  private Completion withSample(Ranked ranked) {
    Completion c = ranked.item();
    if (ranked.field() < 0) {
      return c;
    }
    String sample = Values.show(session.preview().value(Side.SOURCE, fields.get(ranked.field())));
    return new Completion(
        c.text(), c.kind(), c.hint(), c.type(), sample, c.help(), c.hitStart(), c.hitLength());
  }
}
