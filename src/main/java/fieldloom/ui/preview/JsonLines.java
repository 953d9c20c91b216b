package fieldloom.ui.preview;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fieldloom.model.Path;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.preview.JsonLine.Kind;
import fieldloom.ui.preview.JsonLine.Span;
import fieldloom.ui.session.FieldRef;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays records out as lines of JSON and marks what differs from earlier ones. */
final class JsonLines {
  private static final Object UNKNOWN = new Object();
  private final List<JsonLine> lines = new ArrayList<>();

  private JsonLines() {}

  /**
   * Where a value stands.
   *
   * @param at with items counted from 1
   */
  private record Place(FieldRef field, String at) {
    Place child(String name) {
      String quoted = Path.quote(name);
      return new Place(field.child(name, 0), at.isEmpty() ? quoted : at + '.' + quoted);
    }

    Place item(int number) {
      String item = at + '[' + number + ']';
      if (field.isRoot()) {
        // Several records of a document: each is the document's record.
        return new Place(field, item);
      }
      Path path = field.path();
      Path items = path.parent().child(path.last().name(), path.last().arrays() + 1);
      return new Place(new FieldRef(field.document(), items), item);
    }

    /** The list itself is, to trees and rules, the field of its items. */
    FieldRef list() {
      return item(0).field();
    }
  }

  /** The lines of a document's value, nothing marked. */
  static List<JsonLine> of(String document, Object value) {
    return new JsonLines().all(document, value, UNKNOWN);
  }

  /** The lines of a document's value; what is not as in the earlier value says what it was. */
  static List<JsonLine> of(String document, Object value, Object before) {
    return new JsonLines().all(document, value, before);
  }

  private List<JsonLine> all(String document, Object value, Object before) {
    add(0, List.of(), value, before, "", new Place(FieldRef.root(document), ""));
    return lines;
  }

  private void add(
      int indent, List<Span> head, Object value, Object before, String end, Place place) {
    switch (value) {
      case Obj object when !object.isEmpty() -> addObject(indent, head, object, before, end, place);
      case List<?> list when !list.isEmpty() -> addList(indent, head, list, before, end, place);
      default -> {
        List<Span> spans = new ArrayList<>(head);
        spans.add(scalar(value));
        if (!end.isEmpty()) {
          spans.add(new Span(end, Kind.MARK));
        }
        FieldRef field = value instanceof List<?> ? place.list() : place.field();
        lines.add(new JsonLine(indent, spans, was(value, before), field, place.at(), 0));
      }
    }
  }

  private void addObject(
      int indent, List<Span> head, Obj object, Object before, String end, Place place) {
    int opened = lines.size();
    open(indent, head, "{");
    Iterator<Map.Entry<String, Object>> fields = object.fields().entrySet().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, Object> field = fields.next();
      List<Span> name =
          List.of(new Span(quote(field.getKey()), Kind.NAME), new Span(": ", Kind.MARK));
      Object old =
          before == UNKNOWN
              ? UNKNOWN
              : before instanceof Obj o ? o.get(field.getKey()) : Absent.ABSENT;
      String comma = fields.hasNext() ? "," : "";
      add(indent + 1, name, field.getValue(), old, comma, place.child(field.getKey()));
    }
    String was = before == UNKNOWN || before instanceof Obj ? null : shown(before);
    close(opened, "}" + end, was, place.field(), place.at());
  }

  private void addList(
      int indent, List<Span> head, List<?> list, Object before, String end, Place place) {
    int opened = lines.size();
    open(indent, head, "[");
    for (int i = 0; i < list.size(); i++) {
      Object old = UNKNOWN;
      if (before != UNKNOWN) {
        old = before instanceof List<?> b && i < b.size() ? b.get(i) : Absent.ABSENT;
      }
      String comma = i < list.size() - 1 ? "," : "";
      add(indent + 1, List.of(), list.get(i), old, comma, place.item(i + 1));
    }
    String was = before == UNKNOWN || before instanceof List<?> ? null : shown(before);
    close(opened, "]" + end, was, place.list(), place.at());
  }

  private void open(int indent, List<Span> head, String bracket) {
    List<Span> spans = new ArrayList<>(head);
    spans.add(new Span(bracket, Kind.MARK));
    // Its lines are counted once they are there.
    lines.add(new JsonLine(indent, spans, null, null, "", 0));
  }

  private void close(int opened, String bracket, @Nullable String was, FieldRef field, String at) {
    JsonLine open = lines.get(opened);
    lines.add(
        new JsonLine(open.indent(), List.of(new Span(bracket, Kind.MARK)), null, field, at, 0));
    int inside = lines.size() - 1 - opened;
    lines.set(opened, new JsonLine(open.indent(), open.spans(), was, field, at, inside));
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
