package fieldloom.ui.session;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Values of the sample that were changed to see what follows. The file they came from is not
 * touched; another sample is shown as it is.
 */
public final class SampleChanges {
  private final EditorSession session;
  private final Map<Place, Object> changed = new LinkedHashMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private @Nullable Sample original;
  private @Nullable Sample made;

  /**
   * A value of the driving source.
   *
   * @param record its number in the sample, from 0
   * @param items the numbers of the items on the way, from 1, one for each list
   */
  public record Place(int record, FieldRef field, List<Integer> items) {
    public Place {
      items = List.copyOf(items);
    }
  }

  SampleChanges(EditorSession session) {
    this.session = session;
    session.sampleProperty().subscribe(this::follow);
  }

  private void follow(@Nullable Sample now) {
    if (now != made) {
      changed.clear();
      count.set(0);
      original = now;
      made = null;
    }
  }

  /** The value as it is now; absent where there is none. */
  public Object value(Place place) {
    Sample now = session.sample();
    return now == null ? Absent.ABSENT : read(record(now, place), place);
  }

  /** The value as the sample's file has it. */
  public Object before(Place place) {
    Sample now = original;
    return now == null ? Absent.ABSENT : read(record(now, place), place);
  }

  public boolean isChanged(Place place) {
    return changed.containsKey(place);
  }

  /** How many values are changed. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /**
   * Puts another value in its place.
   *
   * @param text as it is typed; {@code null} and nothing at all stand for themselves
   * @return why it cannot be, in a sentence; null where it is done
   */
  public @Nullable String set(Place place, String text) {
    Object value;
    SchemaTree schema = session.schemas().get(place.field().document());
    SchemaNode node = schema == null ? null : schema.find(place.field().path());
    FieldType type = node == null ? FieldType.ANY : node.type();
    try {
      value = typed(text, type, before(place));
    } catch (NumberFormatException e) {
      return Words.get("changes.number", text.strip());
    }
    if (value.equals(before(place))) {
      changed.remove(place);
    } else {
      changed.put(place, value);
    }
    show();
    return null;
  }

  private static Object typed(String text, FieldType type, Object before) {
    String plain = text.strip();
    if (plain.isEmpty() && !(before instanceof String s && s.isEmpty())) {
      return Absent.ABSENT;
    }
    if (plain.equals("null")) {
      return Null.NULL;
    }
    boolean number = before instanceof Num || type.isNumber() && !(before instanceof String);
    if (number) {
      return Num.of(new BigDecimal(plain));
    }
    boolean logical = before instanceof Boolean || type == FieldType.BOOLEAN;
    if (logical && (plain.equals("true") || plain.equals("false"))) {
      return Boolean.valueOf(plain);
    }
    return text;
  }

  /** Shows a value as the sample's file has it again. */
  public void reset(Place place) {
    if (changed.containsKey(place)) {
      changed.remove(place);
      show();
    }
  }

  /** Shows the sample as its file has it again. */
  public void resetAll() {
    if (!changed.isEmpty()) {
      changed.clear();
      show();
    }
  }

  private void show() {
    Sample from = original;
    if (from == null) {
      return;
    }
    count.set(changed.size());
    Sample now = from;
    for (Map.Entry<Place, Object> change : changed.entrySet()) {
      now = with(now, change.getKey(), change.getValue());
    }
    made = now;
    session.changeSample(now);
  }

  private static Sample with(Sample sample, Place place, Object value) {
    String source = place.field().document();
    List<Object> records = new ArrayList<>(sample.of(source));
    Object record = records.get(place.record());
    records.set(
        place.record(),
        with(record, place.field().path(), 0, new ArrayList<>(place.items()), value));
    Map<String, List<Object>> all = new LinkedHashMap<>(sample.records());
    all.put(source, Collections.unmodifiableList(records));
    return new Sample(sample.name(), all);
  }

  private static Object with(Object at, Path path, int step, List<Integer> items, Object value) {
    if (step == path.size()) {
      return value;
    }
    if (!(at instanceof Obj from)) {
      return at;
    }
    String name = path.steps().get(step).name();
    int lists = path.steps().get(step).arrays();
    Object below = inside(from.get(name), lists, path, step, items, value);
    Obj made = new Obj();
    from.fields().forEach((field, old) -> made.put(field, field.equals(name) ? below : old));
    if (!from.has(name) && below != Absent.ABSENT) {
      made.put(name, below);
    }
    return below == Absent.ABSENT ? without(made, name) : made;
  }

  private static Object inside(
      Object at, int lists, Path path, int step, List<Integer> items, Object value) {
    if (lists == 0) {
      return with(at == Absent.ABSENT ? new Obj() : at, path, step + 1, items, value);
    }
    int number = items.removeFirst();
    if (!(at instanceof List<?> list) || number > list.size()) {
      return at;
    }
    List<Object> made = new ArrayList<>(list);
    made.set(number - 1, inside(made.get(number - 1), lists - 1, path, step, items, value));
    return made;
  }

  private static Obj without(Obj from, String name) {
    Obj made = new Obj();
    from.fields()
        .forEach(
            (field, old) -> {
              if (!field.equals(name)) {
                made.put(field, old);
              }
            });
    return made;
  }

  private static Object record(Sample sample, Place place) {
    List<Object> records = sample.of(place.field().document());
    return place.record() < records.size() ? records.get(place.record()) : Absent.ABSENT;
  }

  private static Object read(Object record, Place place) {
    Object at = record;
    int next = 0;
    for (Path.Step step : place.field().path().steps()) {
      at = at instanceof Obj o ? o.get(step.name()) : Absent.ABSENT;
      for (int i = 0; i < step.arrays(); i++) {
        int number = next < place.items().size() ? place.items().get(next++) : 0;
        boolean there = at instanceof List<?> list && number > 0 && number <= list.size();
        at = there ? ((List<?>) at).get(number - 1) : Absent.ABSENT;
      }
    }
    return at;
  }
}
