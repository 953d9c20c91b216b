package fieldloom.ui.preview;

import fieldloom.model.Document;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Absent;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the panes show of a preview. Made off the FX thread.
 *
 * @param input lines of the source that is shown
 * @param output lines of the target that is shown
 * @param changed how many of these the last edit changed
 * @param absent required fields that the target lacks
 * @param problem why there is no text, or why the sample is none of the source; null where all is
 *     well
 */
record PreviewDocument(
    List<JsonLine> input,
    List<JsonLine> output,
    int changed,
    List<FieldRef> absent,
    @Nullable String problem) {

  static final PreviewDocument NONE = new PreviewDocument(List.of(), List.of(), 0, List.of(), null);

  /**
   * What to lay out.
   *
   * @param before what was there before the last edit; null where nothing is compared
   * @param source which source is shown
   * @param target which target is shown
   * @param written whether the target is shown as its writer writes it
   * @param input lines of the source that are known already; null where they are not
   * @param output lines of the target that were laid out last; of those that come again the very
   *     same are taken, so that what is shown can tell at once which they are
   */
  record Ask(
      Preview now,
      @Nullable Preview before,
      Map<String, SchemaTree> schemas,
      String sample,
      String source,
      String target,
      boolean written,
      @Nullable List<JsonLine> input,
      List<JsonLine> output) {}

  static PreviewDocument of(Ask ask) {
    List<JsonLine> input = ask.input == null ? input(ask) : ask.input;
    List<Object> records = records(ask.now, ask.target);
    Document target = document(ask.now, ask.target);
    if (records.isEmpty() || target == null) {
      return new PreviewDocument(input, List.of(), 0, List.of(), misfit(ask));
    }
    SchemaTree schema = ask.schemas.getOrDefault(ask.target, SchemaTree.unknown(ask.target));
    List<FieldRef> absent = RequiredAbsent.of(ask.target, schema, records);
    String problem = misfit(ask);
    List<JsonLine> output;
    if (ask.written && WrittenText.isOffered(target)) {
      try {
        output = written(ask, target, schema, records);
      } catch (IOException e) {
        output = List.of();
        problem = PreviewView.TEXTS.get("no-text", target.name(), e.getMessage());
      }
    } else {
      Object value = value(records);
      output =
          ask.before == null
              ? JsonLines.of(ask.target, value)
              : JsonLines.of(ask.target, value, value(records(ask.before, ask.target)));
    }
    output = kept(ask.output, output);
    int changed = (int) output.stream().filter(line -> line.was() != null).count();
    return new PreviewDocument(input, output, changed, absent, problem);
  }

  /** The lines, those of before where they are equal: in their places from both ends. */
  static List<JsonLine> kept(List<JsonLine> before, List<JsonLine> now) {
    List<JsonLine> kept = new ArrayList<>(now);
    int common = Math.min(before.size(), now.size());
    int from = 0;
    while (from < common && before.get(from).at().equals(now.get(from).at())) {
      keep(kept, from, before.get(from));
      from++;
    }
    for (int end = 1; end <= common - from; end++) {
      keep(kept, now.size() - end, before.get(before.size() - end));
    }
    return kept;
  }

  private static void keep(List<JsonLine> lines, int at, JsonLine before) {
    if (lines.get(at).equals(before)) {
      lines.set(at, before);
    }
  }

  private static List<JsonLine> input(Ask ask) {
    boolean driving = ask.source.equals(ask.now.mapping().driver().name());
    Object value =
        driving ? ask.now.record() : value(ask.now.others().getOrDefault(ask.source, List.of()));
    return value == Absent.ABSENT ? List.of() : JsonLines.of(ask.source, value);
  }

  private static List<JsonLine> written(
      Ask ask, Document target, SchemaTree schema, List<Object> records) throws IOException {
    String text = WrittenText.of(target, schema, records);
    if (ask.before == null) {
      return WrittenText.lines(text);
    }
    List<Object> old = records(ask.before, ask.target);
    try {
      return WrittenText.lines(text, old.isEmpty() ? "" : WrittenText.of(target, schema, old));
    } catch (IOException e) {
      // There was no text before the edit: there is nothing to compare with.
      return WrittenText.lines(text);
    }
  }

  private static @Nullable String misfit(Ask ask) {
    Document driver = ask.now.mapping().driver();
    SchemaTree schema = ask.schemas.get(driver.name());
    return schema == null ? null : SampleFit.problem(ask.sample, driver, schema, ask.now.record());
  }

  private static @Nullable Document document(Preview preview, String target) {
    return preview.mapping().targets().stream()
        .filter(d -> d.name().equals(target))
        .findFirst()
        .orElse(null);
  }

  private static List<Object> records(Preview preview, String target) {
    return preview.outcome() == null
        ? List.of()
        : preview.outcome().outputs().getOrDefault(target, List.of());
  }

  /** One record bare, several as a list; absent where there is none. */
  private static Object value(List<Object> records) {
    return records.isEmpty() ? Absent.ABSENT : records.size() == 1 ? records.getFirst() : records;
  }
}
