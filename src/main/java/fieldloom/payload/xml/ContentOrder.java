package fieldloom.payload.xml;

import fieldloom.model.XmlContent;
import fieldloom.model.XmlContent.Anything;
import fieldloom.model.XmlContent.Field;
import fieldloom.model.XmlContent.Group;
import fieldloom.model.XmlContent.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of an element's fields in the order that its content model wants. Values of one
 * field keep their order; where a group repeats, each round gets its share of every field.
 */
final class ContentOrder {
  private final Map<String, Deque<Object>> left = new LinkedHashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private final Set<String> unlisted = new LinkedHashSet<>();

  /** A value and the field it is of. */
  record Placed(String field, Object value) {}

  private ContentOrder() {}

  /**
   * Orders values.
   *
   * @param values of each field; none may be empty
   * @param unlisted fields among them that the model does not list; they go where anything may
   * @throws Unfit with words that go behind the element's name: {@code has no Qty, …}
   */
  static List<Placed> of(XmlContent model, Map<String, List<Object>> values, Set<String> unlisted)
      throws Unfit {
    ContentOrder order = new ContentOrder();
    values.forEach((field, all) -> order.left.put(field, new ArrayDeque<>(all)));
    order.unlisted.addAll(unlisted);
    order.place(model, 1);
    order.nothingLeft(values);
    return order.placed;
  }

  private void nothingLeft(Map<String, List<Object>> values) throws Unfit {
    for (Map.Entry<String, Deque<Object>> entry : left.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        String field = entry.getKey();
        int all = values.get(field).size();
        int taken = all - entry.getValue().size();
        throw new Unfit(
            taken == 0
                ? "has " + field + ", which its schema does not allow beside the others"
                : "has "
                    + all
                    + " "
                    + field
                    + " where its schema allows "
                    + taken
                    + (taken == 1 ? " here" : " here at most"));
      }
    }
  }

  /**
   * Places what belongs to a part.
   *
   * @param visits how often the part will be visited, this time included
   */
  private void place(XmlContent part, long visits) throws Unfit {
    switch (part) {
      case Field field -> take(field, visits, 0);
      case Anything anything -> anything();
      case Group group -> {
        if (isEmpty(group)) {
          if (!mayBeEmpty(group)) {
            throw missing(group);
          }
        } else if (group.kind() == Kind.CHOICE) {
          choice(group, visits);
        } else {
          sequence(group, visits);
        }
      }
    }
  }

  /**
   * @param kept how many values later parts of the same field need
   */
  private void take(Field field, long visits, int kept) throws Unfit {
    Deque<Object> values = left.get(field.field());
    int there = values == null ? 0 : values.size();
    long share = Math.ceilDiv(Math.max(0, there - kept), visits);
    long count = Math.min(there, Math.min(field.max(), Math.max(field.min(), share)));
    if (count < field.min()) {
      throw missing(field);
    }
    for (int i = 0; i < count; i++) {
      placed.add(new Placed(field.field(), values.removeFirst()));
    }
  }

  private void anything() {
    for (String field : unlisted) {
      Deque<Object> values = left.get(field);
      while (values != null && !values.isEmpty()) {
        placed.add(new Placed(field, values.removeFirst()));
      }
    }
  }

  private void sequence(Group group, long visits) throws Unfit {
    long wanted = Math.max(1, Math.ceilDiv(rounds(group), visits));
    long rounds = Math.max(group.min(), Math.min(wanted, group.max()));
    for (long round = 0; round < rounds; round++) {
      long still = rounds * visits - round;
      List<XmlContent> parts = group.parts();
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i) instanceof Field field) {
          take(field, still, needed(field.field(), parts.subList(i + 1, parts.size())));
        } else {
          place(parts.get(i), still);
        }
      }
    }
  }

  private void choice(Group group, long visits) throws Unfit {
    boolean repeats = group.max() > 1;
    for (int round = 0; round < group.max(); round++) {
      XmlContent branch = branch(group);
      if (branch == null) {
        return;
      }
      place(branch, repeats ? Math.max(1, rounds(branch)) : visits);
    }
  }

  /** The branch that takes most of what is there and lacks nothing; null where nothing is there. */
  private @Nullable XmlContent branch(Group group) {
    XmlContent best = null;
    int most = 0;
    for (XmlContent branch : group.parts()) {
      int takes = present(branch);
      int score = takes == 0 ? 0 : takes * 2 + (isFull(branch) ? 100_000 : 0);
      if (score > most) {
        best = branch;
        most = score;
      }
    }
    return best;
  }

  /** How many fields of a part have values. */
  private int present(XmlContent part) {
    return switch (part) {
      case Field field -> has(field.field()) ? 1 : 0;
      case Anything anything -> (int) unlisted.stream().filter(this::has).count();
      case Group group -> group.parts().stream().mapToInt(this::present).sum();
    };
  }

  private boolean has(String field) {
    Deque<Object> values = left.get(field);
    return values != null && !values.isEmpty();
  }

  private boolean isEmpty(XmlContent part) {
    return switch (part) {
      case Field field -> !has(field.field());
      case Anything anything -> unlisted.stream().noneMatch(this::has);
      case Group group -> group.parts().stream().allMatch(this::isEmpty);
    };
  }

  /** Whether all that a part needs is there. */
  private boolean isFull(XmlContent part) {
    return switch (part) {
      case Field field -> field.min() == 0 || has(field.field());
      case Anything anything -> true;
      case Group group ->
          group.min() == 0 && isEmpty(group)
              || (group.kind() == Kind.CHOICE
                  ? group.parts().stream().anyMatch(this::isFull)
                  : group.parts().stream().allMatch(this::isFull));
    };
  }

  private static boolean mayBeEmpty(XmlContent part) {
    if (part.min() == 0) {
      return true;
    }
    return switch (part) {
      case Field field -> false;
      case Anything anything -> false;
      case Group group ->
          group.kind() == Kind.CHOICE
              ? group.parts().isEmpty() || group.parts().stream().anyMatch(ContentOrder::mayBeEmpty)
              : group.parts().stream().allMatch(ContentOrder::mayBeEmpty);
    };
  }

  /** How often a part must be visited so that it takes all that is there. */
  private int rounds(XmlContent part) {
    return switch (part) {
      case Field field -> {
        Deque<Object> values = left.get(field.field());
        yield values == null ? 0 : Math.ceilDiv(values.size(), Math.max(1, field.max()));
      }
      case Anything anything -> isEmpty(anything) ? 0 : 1;
      case Group group -> {
        int rounds = 0;
        for (XmlContent inner : group.parts()) {
          int own = rounds(inner);
          int visits = inner instanceof Group ? Math.ceilDiv(own, Math.max(1, inner.max())) : own;
          rounds = group.kind() == Kind.CHOICE ? rounds + visits : Math.max(rounds, visits);
        }
        yield rounds;
      }
    };
  }

  /** How many values of a field the parts need at least. */
  private static int needed(String field, List<XmlContent> parts) {
    int needed = 0;
    for (XmlContent part : parts) {
      needed +=
          switch (part) {
            case Field other -> other.field().equals(field) ? other.min() : 0;
            case Anything anything -> 0;
            case Group group ->
                group.kind() == Kind.CHOICE || group.min() == 0
                    ? 0
                    : group.min() * needed(field, group.parts());
          };
    }
    return needed;
  }

  private static Unfit missing(XmlContent part) {
    List<String> needed = new ArrayList<>();
    collect(part, needed);
    boolean choice = part instanceof Group group && group.kind() == Kind.CHOICE;
    String names =
        needed.size() == 1
            ? needed.getFirst()
            : (choice ? "one of " : "") + String.join(", ", needed);
    return new Unfit("has no " + names + ", which its schema requires");
  }

  private static void collect(XmlContent part, List<String> into) {
    switch (part) {
      case Field field -> into.add(field.field());
      case Anything anything -> into.add("further element");
      case Group group -> {
        boolean choice = group.kind() == Kind.CHOICE;
        group.parts().stream()
            .filter(inner -> choice || !mayBeEmpty(inner))
            .forEach(inner -> collect(inner, into));
      }
    }
  }
}
