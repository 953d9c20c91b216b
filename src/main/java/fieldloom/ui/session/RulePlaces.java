package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts new rules among those that are there: each behind the last rule that shares the longest way
 * down, a top-level one at the end. Thousands of them take one walk through the rules.
 */
final class RulePlaces {
  private final Slot head = new Slot(null);
  private Slot tail = head;

  /** The last rule that fills a field, or something in it. */
  private final Map<FieldRef, Slot> last = new HashMap<>();

  private static final class Slot {
    private final @Nullable Rule rule;
    private @Nullable Slot next;

    Slot(@Nullable Rule rule) {
      this.rule = rule;
    }
  }

  private RulePlaces() {}

  static Mapping put(Mapping mapping, List<Rule> added) {
    if (added.isEmpty()) {
      return mapping;
    }
    Loops loops = Loops.of(mapping);
    RulePlaces places = new RulePlaces();
    for (Rule rule : mapping.rules()) {
      Slot slot = places.insert(rule, places.tail);
      for (FieldRef kin = loops.target(rule); !kin.isRoot(); kin = kin.parent()) {
        places.last.put(kin, slot);
      }
    }
    added.forEach(rule -> places.add(rule, loops.target(rule)));
    return mapping.withRules(places.all());
  }

  private void add(Rule rule, FieldRef to) {
    Slot kin = null;
    for (FieldRef at = to.parent(); !at.isRoot() && kin == null; at = at.parent()) {
      kin = last.get(at);
    }
    Slot slot = insert(rule, kin == null ? tail : kin);
    for (FieldRef at = to; !at.isRoot(); at = at.parent()) {
      // What lies behind the kin stays the last of what is further around.
      if (kin == null || at.equals(to) || last.get(at) == null || last.get(at) == kin) {
        last.put(at, slot);
      }
    }
  }

  private Slot insert(Rule rule, Slot after) {
    Slot slot = new Slot(rule);
    slot.next = after.next;
    after.next = slot;
    if (tail == after) {
      tail = slot;
    }
    return slot;
  }

  private List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (Slot slot = head.next; slot != null; slot = slot.next) {
      if (slot.rule != null) {
        rules.add(slot.rule);
      }
    }
    return rules;
  }
}
