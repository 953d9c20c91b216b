package fieldloom.pack.comparison;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts what came into what was expected, at the places that are accepted. */
final class Merge {
  private final Set<Integer> accepted;
  private int at;

  /** An item of the list that is made, with the item of the comparison that it is of. */
  private record Made(Compared.Item of, Object value) {}

  Merge(Set<Integer> accepted) {
    this.accepted = accepted;
  }

  List<Object> items(Compared.Items items) {
    List<Made> given = new ArrayList<>();
    List<Made> put = new ArrayList<>();
    for (Compared.Item item : items.items()) {
      boolean move = accepted.contains(at++) && item.moved();
      Object value = value(item.value());
      if (value != Absent.ABSENT) {
        (move || item.expected() == 0 ? put : given).add(new Made(item, value));
      }
    }
    given.sort((a, b) -> Integer.compare(a.of().expected(), b.of().expected()));
    for (Made each : put) {
      given.add(behind(given, each.of().actual()), each);
    }
    List<Object> values = new ArrayList<>(given.size());
    given.forEach(made -> values.add(made.value()));
    return values;
  }

  /** The place behind the last item that comes before a number in the list that came. */
  private static int behind(List<Made> made, int actual) {
    int nearest = 0;
    int place = 0;
    for (int i = 0; i < made.size(); i++) {
      int other = made.get(i).of().actual();
      if (other > nearest && other < actual) {
        nearest = other;
        place = i + 1;
      }
    }
    return place;
  }

  private Object value(Compared value) {
    return switch (value) {
      case Compared.Leaf leaf -> accepted.contains(at++) ? leaf.actual() : leaf.expected();
      case Compared.Fields fields -> {
        Obj made = new Obj();
        fields
            .fields()
            .forEach(
                (name, child) -> {
                  Object given = value(child);
                  if (given != Absent.ABSENT) {
                    made.put(name, given);
                  }
                });
        yield made;
      }
      case Compared.Items items -> items(items);
    };
  }
}
