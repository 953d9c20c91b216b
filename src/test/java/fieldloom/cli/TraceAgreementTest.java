package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.TracedField;
import fieldloom.ui.session.Tracing;
import fieldloom.ui.trace.TraceViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command and the pane tell the same steps. */
class TraceAgreementTest {
  private static final String MAPPING =
      """
      {
        "fieldloom": 1,
        "name": "orders to bills",
        "sources": [{"name": "order", "format": "ndjson"}],
        "target": {"name": "bill", "format": "ndjson"},
        "tables": [{"name": "units", "columns": ["code", "iso"], "rows": [["kg", "KGM"]],
          "otherwise": {"value": "?"}}],
        "rules": [
          {"to": "id", "from": "order.id"},
          {"to": "items[]", "each": "order.lines[]", "as": "l", "where": "l.n > 0"},
          {"to": "items[].unit", "formula": "LOOKUP(\\"units\\", l.unit)"},
          {"to": "items[].amount", "formula": "ROUND(l.n * (l.price + 1), 1)"},
          {"to": "items[].share", "formula": "l.n / l.zero"},
          {"to": "items[].note", "from": "l.note", "when": "l.n > 2", "default": "none"},
          {"to": "total", "formula": "SUM(bill.items[].amount)"}
        ]
      }
      """;

  private static final String RECORD =
      """
      {"id": "a", "lines": [{"n": 0}, {"n": 2, "unit": "kg", "price": 1.25, "zero": 0}, \
      {"n": 3, "unit": "m", "price": 2, "zero": 1}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "id, id",
    "items[1].unit, items[].unit",
    "items[2].unit, items[].unit",
    "items[2].amount, items[].amount",
    "items[1].share, items[].share",
    "items[1].note, items[].note",
    "items[2].note, items[].note",
    "total, total"
  })
  void the_command_prints_what_the_pane_shows(String target, String field) throws Exception {
    Path mapping = folder.resolve("m.flmap");
    Files.writeString(mapping, MAPPING);
    Files.writeString(folder.resolve("in.ndjson"), RECORD);
    Captured terminal = Captured.unattended();
    new Commands()
        .run(
            terminal,
            "trace",
            mapping.toString(),
            "--in",
            "order=" + folder.resolve("in.ndjson"),
            "--to",
            target);
    List<String> printed = terminal.out().lines().skip(1).toList();

    assertThat(pane(mapping, target, field)).isNotEmpty().isEqualTo(printed);
  }

  private static List<String> pane(Path mapping, String target, String field) throws Exception {
    Project project = Projects.open(mapping);
    EditorSession session =
        new EditorSession(
            project.mapping(),
            project.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    TraceViewModel model = new TraceViewModel(new Tracing(session));
    session.setSample(new Sample("in.ndjson", Map.of("order", List.of(record()))));
    session.select(Selection.target(FieldRef.parse("bill." + field)));
    model.show(new TracedField(FieldRef.parse("bill." + field), target));
    List<String> lines = new ArrayList<>();
    model.lines().forEach(line -> lines.add("  " + line.number() + "\t" + line.line().text()));
    return lines;
  }

  private static Obj record() {
    Obj first = new Obj().put("n", Num.of(0));
    Obj second =
        new Obj()
            .put("n", Num.of(2))
            .put("unit", "kg")
            .put("price", Num.ofText("1.25"))
            .put("zero", Num.of(0));
    Obj third =
        new Obj()
            .put("n", Num.of(3))
            .put("unit", "m")
            .put("price", Num.of(2))
            .put("zero", Num.of(1));
    return new Obj().put("id", "a").put("lines", List.of(first, second, third));
  }
}
