package fieldloom.ui.tests;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import fieldloom.pack.TestCases.Output;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.comparison.Compared;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.payload.JsonValues;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The expected document and the one that came, line by line beside each other. */
final class DocumentLines {
  /** Equal lines that stay in sight beside what differs. */
  private static final int AROUND = 3;

  private final List<DocumentLine> lines = new ArrayList<>();
  private String target = "";
  private int places;

  private DocumentLines() {}

  /** All lines of a case's outputs, nothing folded. */
  static List<DocumentLine> of(Result result) {
    DocumentLines made = new DocumentLines();
    for (Output output : result.outputs()) {
      made.target = output.target().name();
      made.places = 0;
      if (result.outputs().size() > 1) {
        made.add(0, made.target, made.target, Kind.EQUAL, "", -1);
      }
      for (Compared.Item record : output.comparison().records().items()) {
        made.item(0, record);
      }
    }
    return made.lines;
  }

  /**
   * The same lines with stretches of equal ones folded.
   *
   * @param open numbers of the stretches that stay unfolded
   */
  static List<DocumentLine> folded(List<DocumentLine> lines, Set<Integer> open) {
    List<DocumentLine> shown = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size() && !differs(lines.get(to))) {
        to++;
      }
      stretch(lines, from, to, open, shown);
      while (to < lines.size() && differs(lines.get(to))) {
        shown.add(lines.get(to++));
      }
      from = to;
    }
    return shown;
  }

  private static void stretch(
      List<DocumentLine> lines, int from, int to, Set<Integer> open, List<DocumentLine> shown) {
    int first = from == 0 ? from : Math.min(to, from + AROUND);
    int last = to == lines.size() ? to : Math.max(first, to - AROUND);
    if (last - first <= 1 || open.contains(first)) {
      shown.addAll(lines.subList(from, to));
      return;
    }
    shown.addAll(lines.subList(from, first));
    int depth = lines.get(first).depth();
    shown.add(new DocumentLine(first, depth, "", "", Kind.EQUAL, "", last - first, "", -1));
    shown.addAll(lines.subList(last, to));
  }

  static boolean differs(DocumentLine line) {
    return line.kind().differs();
  }

  private static String moved(Compared.Item item) {
    return item.moved() ? item.expected() + " → " + item.actual() : "";
  }

  private void add(int depth, String expected, String actual, Kind kind, String note, int place) {
    lines.add(
        new DocumentLine(lines.size(), depth, expected, actual, kind, note, 0, target, place));
  }

  /** Places are counted as {@code Comparison} counts them: an item, and each leaf. */
  private void item(int depth, Compared.Item item) {
    value(depth, "", item.value(), moved(item), places++);
  }

  /**
   * @param place of the item that it is the value of; of a field that of what holds it
   */
  private void value(int depth, String name, Compared value, String moved, int place) {
    Kind kind = moved.isEmpty() ? Kind.EQUAL : Kind.REORDERED;
    int own = moved.isEmpty() ? -1 : place;
    switch (value) {
      case Compared.Leaf leaf -> {
        int at = places++;
        boolean only = leaf.kind() == Kind.EQUAL;
        leaf(depth, name, leaf, only ? kind : leaf.kind(), moved, only && own >= 0 ? own : at);
      }
      case Compared.Fields fields -> {
        add(depth, name + "{", name + "{", kind, moved, own);
        fields.fields().forEach((field, child) -> value(depth + 1, name(field), child, "", place));
        add(depth, "}", "}", Kind.EQUAL, "", -1);
      }
      case Compared.Items items -> {
        add(depth, name + "[", name + "[", kind, moved, own);
        items.items().forEach(item -> item(depth + 1, item));
        add(depth, "]", "]", Kind.EQUAL, "", -1);
      }
    }
  }

  private void leaf(int depth, String name, Compared.Leaf leaf, Kind kind, String note, int place) {
    List<Text> expected = new ArrayList<>();
    List<Text> actual = new ArrayList<>();
    written(depth, name, leaf.expected(), expected);
    written(depth, name, leaf.actual(), actual);
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Text left = i < expected.size() ? expected.get(i) : new Text(depth, "");
      Text right = i < actual.size() ? actual.get(i) : new Text(depth, "");
      add(Math.max(left.depth(), right.depth()), left.text(), right.text(), kind, note, place);
    }
  }

  private record Text(int depth, String text) {}

  /** A value of one side alone, with all its parts. */
  private static void written(int depth, String name, Object value, List<Text> into) {
    if (value instanceof Obj object && !object.isEmpty()) {
      into.add(new Text(depth, name + "{"));
      for (Map.Entry<String, Object> field : object.fields().entrySet()) {
        written(depth + 1, name(field.getKey()), field.getValue(), into);
      }
      into.add(new Text(depth, "}"));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      into.add(new Text(depth, name + "["));
      for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
        written(depth + 1, "", items.next(), into);
      }
      into.add(new Text(depth, "]"));
    } else if (value != Absent.ABSENT) {
      into.add(new Text(depth, name + JsonValues.toJson(value)));
    }
  }

  private static String name(String field) {
    return JsonValues.toJson(field) + ": ";
  }
}
