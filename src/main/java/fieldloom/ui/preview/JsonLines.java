package fieldloom.ui.preview;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.preview.JsonLine.Kind;
import fieldloom.ui.preview.JsonLine.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a record out as lines of JSON and marks what differs from an earlier one. */
final class JsonLines {
  private static final Object UNKNOWN = new Object();
  private final List<JsonLine> lines = new ArrayList<>();

  private JsonLines() {}

  /** The lines of a value, nothing marked. */
  static List<JsonLine> of(Object value) {
    JsonLines made = new JsonLines();
    made.add(0, List.of(), value, UNKNOWN, "");
    return made.lines;
  }

  /** The lines of a value; what is not as in the earlier value says what it was. */
  static List<JsonLine> of(Object value, Object before) {
    JsonLines made = new JsonLines();
    made.add(0, List.of(), value, before, "");
    return made.lines;
  }

  private void add(int indent, List<Span> head, Object value, Object before, String end) {
    switch (value) {
      case Obj object when !object.isEmpty() -> addObject(indent, head, object, before, end);
      case List<?> list when !list.isEmpty() -> addList(indent, head, list, before, end);
      default -> {
        List<Span> spans = new ArrayList<>(head);
        spans.add(scalar(value));
        if (!end.isEmpty()) {
          spans.add(new Span(end, Kind.MARK));
        }
        lines.add(new JsonLine(indent, spans, was(value, before)));
      }
    }
  }

  private void addObject(int indent, List<Span> head, Obj object, Object before, String end) {
    open(indent, head, "{", value -> value instanceof Obj, before);
    Iterator<Map.Entry<String, Object>> fields = object.fields().entrySet().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, Object> field = fields.next();
      List<Span> name =
          List.of(new Span(quote(field.getKey()), Kind.NAME), new Span(": ", Kind.MARK));
      Object old =
          before == UNKNOWN
              ? UNKNOWN
              : before instanceof Obj o ? o.get(field.getKey()) : Absent.ABSENT;
      add(indent + 1, name, field.getValue(), old, fields.hasNext() ? "," : "");
    }
    close(indent, "}" + end);
  }

  private void addList(int indent, List<Span> head, List<?> list, Object before, String end) {
    open(indent, head, "[", value -> value instanceof List<?>, before);
    for (int i = 0; i < list.size(); i++) {
      Object old = UNKNOWN;
      if (before != UNKNOWN) {
        old = before instanceof List<?> b && i < b.size() ? b.get(i) : Absent.ABSENT;
      }
      add(indent + 1, List.of(), list.get(i), old, i < list.size() - 1 ? "," : "");
    }
    close(indent, "]" + end);
  }

  private void open(
      int indent,
      List<Span> head,
      String bracket,
      java.util.function.Predicate<Object> same,
      Object before) {
    List<Span> spans = new ArrayList<>(head);
    spans.add(new Span(bracket, Kind.MARK));
    String was = before == UNKNOWN || same.test(before) ? null : shown(before);
    lines.add(new JsonLine(indent, spans, was));
  }

  private void close(int indent, String bracket) {
    lines.add(new JsonLine(indent, List.of(new Span(bracket, Kind.MARK)), null));
  }

  private static @Nullable String was(Object value, Object before) {
    if (before == UNKNOWN || value.equals(before)) {
      return null;
    }
    return shown(before);
  }

  private static String shown(Object value) {
    return switch (value) {
      case Absent a -> "";
      case Obj o -> "{ }";
      case List<?> l -> "[ ]";
      default -> scalar(value).text();
    };
  }

  private static Span scalar(Object value) {
    return switch (value) {
      case Num n -> new Span(n.text(), Kind.NUMBER);
      case Boolean b -> new Span(b.toString(), Kind.WORD);
      case Null n -> new Span("null", Kind.WORD);
      case Obj o -> new Span("{}", Kind.MARK);
      case List<?> l -> new Span("[]", Kind.MARK);
      case Binary b -> new Span(quote(b.base64()), Kind.TEXT);
      default -> new Span(quote(value.toString()), Kind.TEXT);
    };
  }

  private static String quote(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
