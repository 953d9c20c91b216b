package fieldloom.engine.trace;

import fieldloom.engine.Trace;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaPrinter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Says the steps of a trace in words, wherever they are shown. Immutable and thread-safe. */
public final class TraceWords {
  private final Locale locale;
  private final ResourceBundle texts;

  private TraceWords(Locale locale) {
    this.locale = locale;
    this.texts =
        ResourceBundle.getBundle(
            TraceWords.class.getPackageName() + ".texts",
            locale,
            TraceWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Words in a language; English where there are none in it. */
  public static TraceWords in(Locale locale) {
    return new TraceWords(locale);
  }

  /** All steps of a trace, in order. */
  public List<TraceLine> lines(Trace trace) {
    return trace.story().stream().map(this::line).toList();
  }

  /** One step. */
  public TraceLine line(TraceStep step) {
    return switch (step) {
      case TraceStep.Item item -> item(item);
      case TraceStep.Condition c -> condition(c);
      case TraceStep.Group group ->
          new TraceLine(
              get("group"),
              group.by(),
              ShownValue.of(group.key()),
              get("group.items", group.items()),
              false);
      case TraceStep.Row row ->
          new TraceLine(
              get("row"),
              get("row.of", row.table(), row.number(), ShownValue.of(row.key())),
              cells(row),
              "",
              false);
      case TraceStep.NoRow none ->
          new TraceLine(
              get("row"),
              get("row.none", none.table(), ShownValue.of(none.key())),
              "",
              none.otherwise() == null ? "" : get("row.otherwise", ShownValue.of(none.otherwise())),
              none.otherwise() == null);
      case TraceStep.Compute c -> compute(c);
      case TraceStep.Default d ->
          new TraceLine(
              get("default"),
              get(d.ofSchema() ? "default.schema" : "default.rule"),
              "",
              ShownValue.of(d.value()),
              false);
      case TraceStep.Write w ->
          new TraceLine(
              get("write"), w.field() + " " + w.type(), "", ShownValue.of(w.value()), false);
      case TraceStep.Nothing n ->
          new TraceLine(
              get("write"),
              n.field(),
              get(n.why() == TraceStep.Why.CONDITION ? "nothing.condition" : "nothing.value"),
              get("nothing"),
              false);
      case TraceStep.Failure f ->
          new TraceLine(
              get("write"),
              f.field() + " " + f.type(),
              f.read() == null ? f.message() : get("failure.read", f.read(), f.message()),
              get("failure"),
              true);
    };
  }

  private TraceLine item(TraceStep.Item item) {
    String from = item.array() + " ← " + item.over();
    String result =
        item.among() == item.read()
            ? get("item.of", item.number(), item.among())
            : get("item.passed", item.number(), item.among(), item.read());
    return new TraceLine(
        get("item"),
        item.alias() == null ? from : get("item.as", from, item.alias()),
        "",
        result,
        false);
  }

  private TraceLine condition(TraceStep.Condition c) {
    String title =
        switch (c.part()) {
          case WHERE -> get("where");
          case WHEN -> get("when");
          case JOIN -> get("join", c.name());
        };
    boolean found = !c.filled().isEmpty();
    return new TraceLine(
        title,
        c.formula(),
        found ? c.filled() : "",
        found ? ShownValue.of(c.value()) : get("join.none"),
        false);
  }

  private String cells(TraceStep.Row row) {
    return row.cells().entrySet().stream()
        .map(cell -> cell.getKey() + " " + ShownValue.of(cell.getValue()))
        .collect(Collectors.joining(", "));
  }

  private TraceLine compute(TraceStep.Compute step) {
    Formula formula = step.formula();
    boolean nested = Drawing.inputs(formula).stream().anyMatch(f -> !Drawing.inputs(f).isEmpty());
    String printed = FormulaPrinter.print(formula);
    String filled = step.filled().equals(printed) ? "" : step.filled();
    String title = step.first() ? get("first", title(formula)) : title(formula);
    String error = step.error();
    return new TraceLine(
        title,
        nested && !filled.isEmpty() ? "" : printed,
        Drawing.inputs(formula).isEmpty() ? "" : filled,
        error == null && step.value() != null
            ? ShownValue.of(step.value())
            : get("fails", String.valueOf(error)),
        error != null);
  }

  private String title(Formula formula) {
    return switch (formula) {
      case Formula.Call call -> call.name();
      case Formula.Binary binary -> get("op." + binary.op().name().toLowerCase(Locale.ROOT));
      case Formula.Unary unary -> get("op." + unary.op().name().toLowerCase(Locale.ROOT));
      case Formula.Ref _ -> get("read");
      case Formula.Member _ -> get("part");
      case Formula.Text _, Formula.Number _, Formula.Bool _, Formula.NullValue _ -> get("constant");
      case Formula.ListOf _ -> get("list");
      case Formula.ObjectOf _ -> get("object");
      case Formula.Lambda _ -> get("arrow");
    };
  }

  private String get(String key, Object... arguments) {
    String text = texts.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
  }
}
