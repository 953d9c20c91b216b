package fieldloom.ui.trace;

import fieldloom.engine.Trace;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.TracedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of the record that is shown, in the order in which they were computed. */
final class Course {
  private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

  static final Course NONE = new Course(List.of());

  private final List<Stop> stops;

  /** A field that was computed. */
  record Stop(TracedField field, Object value, boolean failed) {}

  private Course(List<Stop> stops) {
    this.stops = stops;
  }

  static Course of(Preview preview, RuleIndex index) {
    Map<Integer, FieldRef> fields = new HashMap<>();
    for (RuleView view : index.views()) {
      fields.put(view.index(), view.target());
    }
    List<Stop> stops = new ArrayList<>();
    for (Trace.Field field : preview.course()) {
      FieldRef ref = fields.get(field.rule());
      if (ref != null) {
        TracedField traced = new TracedField(ref, field.target());
        stops.add(new Stop(traced, field.value(), field.failed()));
      }
    }
    return new Course(List.copyOf(stops));
  }

  boolean isEmpty() {
    return stops.isEmpty();
  }

  private int at(TracedField field) {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).field().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** The field that was computed after that one; null where it was the last. */
  @Nullable TracedField after(TracedField field) {
    int at = at(field);
    return at < 0 || at + 1 >= stops.size() ? null : stops.get(at + 1).field();
  }

  /** The field that was computed before that one; null where it was the first. */
  @Nullable TracedField before(TracedField field) {
    int at = at(field);
    return at <= 0 ? null : stops.get(at - 1).field();
  }

  /** The next field after that one that is among some; null where none is. */
  @Nullable TracedField next(@Nullable TracedField field, Set<FieldRef> some) {
    int from = field == null ? 0 : at(field) + 1;
    return stops.stream()
        .skip(from)
        .map(Stop::field)
        .filter(stop -> some.contains(stop.field()))
        .findFirst()
        .orElse(null);
  }

  /** The items of a field, in the order in which they were computed. */
  List<TracedField> items(FieldRef field) {
    return stops.stream().map(Stop::field).filter(stop -> stop.field().equals(field)).toList();
  }

  /** What a field came to, at the item nearest to that one; null where it was not computed. */
  @Nullable Stop nearest(FieldRef field, String target) {
    List<Integer> wanted = numbers(target);
    Stop best = null;
    int most = -1;
    for (Stop stop : stops) {
      if (stop.field().field().equals(field)) {
        int same = common(wanted, numbers(stop.field().target()));
        if (same > most) {
          most = same;
          best = stop;
        }
      }
    }
    return best;
  }

  private static int common(List<Integer> a, List<Integer> b) {
    int same = 0;
    while (same < a.size() && same < b.size() && a.get(same).equals(b.get(same))) {
      same++;
    }
    return same;
  }

  /** The numbers of the items in a path. */
  static List<Integer> numbers(String target) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(target);
    while (matcher.find()) {
      numbers.add(Integer.parseInt(matcher.group(1)));
    }
    return numbers;
  }
}
