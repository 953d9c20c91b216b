package fieldloom.ui.session;

import fieldloom.model.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a source or target, named from its document down, whatever aliases a rule uses for it:
 * {@code order.lines[].sku}. A repeating field and its items are one field here, written with its
 * {@code []}. A place of a list whose places have meanings of their own is a field too, though no
 * path leads there: rules read it with {@code ITEM_AT}.
 *
 * @param document name of the source or target
 * @param path from the document's record down; empty for the record itself
 * @param place number of the place in the list at the path, from 1; 0 for the field itself
 */
public record FieldRef(String document, Path path, int place) {

  public FieldRef(String document, Path path) {
    this(document, path, 0);
  }

  /** Reads {@code order.lines[].sku}; the first name is the document. */
  public static FieldRef parse(String text) {
    return of(Path.parse(text));
  }

  /** The field of a whole path, its first name the document. */
  public static FieldRef of(Path whole) {
    return new FieldRef(whole.steps().getFirst().name(), whole.tail(1));
  }

  /** The record itself. */
  public static FieldRef root(String document) {
    return new FieldRef(document, Path.EMPTY);
  }

  public boolean isRoot() {
    return path.isEmpty() && place == 0;
  }

  /** Whether it is a place of a list. */
  public boolean isPlace() {
    return place > 0;
  }

  /** A place of the list that this field is, from 1. */
  public FieldRef at(int number) {
    return new FieldRef(document, path, number);
  }

  /** Whether the field repeats: its path ends in {@code []}. */
  public boolean isArray() {
    return !isPlace() && !path.isEmpty() && path.last().arrays() > 0;
  }

  /**
   * The last name, without brackets; the document's for the record itself; of a place the list's
   * and its number: {@code row 3}.
   */
  public String name() {
    String name = path.isEmpty() ? document : path.last().name();
    return isPlace() ? name + " " + place : name;
  }

  public FieldRef child(String name, int arrays) {
    return new FieldRef(document, path.child(name, arrays));
  }

  /** The parent, of a place the list; the record is its own. */
  public FieldRef parent() {
    if (isPlace()) {
      return new FieldRef(document, path);
    }
    return isRoot() ? this : new FieldRef(document, path.parent());
  }

  /** Whether this field is the other one or lies in it. */
  public boolean isIn(FieldRef other) {
    boolean under = other.isPlace() ? equals(other) : path.startsWith(other.path);
    return document.equals(other.document) && under;
  }

  /** The repeating fields on the way down, the outermost first, this one included. */
  public List<FieldRef> arrays() {
    List<FieldRef> found = new ArrayList<>();
    for (int i = 1; i <= path.size(); i++) {
      Path.Step step = path.steps().get(i - 1);
      for (int n = 1; n <= step.arrays(); n++) {
        found.add(new FieldRef(document, path.head(i - 1).child(step.name(), n)));
      }
    }
    return found;
  }

  /** The whole path: {@code order.lines[].sku}; of a place that of its list. */
  public Path whole() {
    List<Path.Step> steps = new ArrayList<>(path.size() + 1);
    steps.add(new Path.Step(document, 0));
    steps.addAll(path.steps());
    return new Path(steps);
  }

  @Override
  public String toString() {
    return isPlace() ? "ITEM_AT(" + whole() + ", " + place + ")" : whole().toString();
  }
}
