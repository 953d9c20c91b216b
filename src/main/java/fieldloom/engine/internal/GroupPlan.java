package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows are grouped. A group's alias holds {@code key} and {@code items}; the joined aliases
 * keep those of the group's first row.
 *
 * @param by the formulas of the key; the condition or the size for the last two kinds
 * @param names of the key's members; empty where the key is the value itself
 */
record GroupPlan(Kind kind, Expr[] by, String[] names) {

  enum Kind {
    KEY,
    ADJACENT,
    STARTING_WITH,
    BLOCKS
  }

  private static final class Group {
    final Object key;
    final List<Object[]> rows = new ArrayList<>();

    Group(Object key) {
      this.key = key;
    }
  }

  List<Object[]> group(List<Object[]> rows, LoopPlan loop, Frame frame) {
    List<Group> groups =
        switch (kind) {
          case KEY -> byKey(rows, loop, frame);
          case ADJACENT -> adjacent(rows, loop, frame);
          case STARTING_WITH -> startingWith(rows, loop, frame);
          case BLOCKS -> blocks(rows, frame);
        };
    List<Object[]> out = new ArrayList<>(groups.size());
    for (Group group : groups) {
      List<Object> items = new ArrayList<>(group.rows.size());
      group.rows.forEach(r -> items.add(r[0]));
      Object[] row = group.rows.getFirst().clone();
      row[0] = new Obj().put("key", group.key).put("items", items);
      out.add(row);
      if (loop.watch() != null) {
        loop.watch().grouped(group.rows.getFirst(), row, group.key, group.rows.size(), frame);
      }
    }
    return out;
  }

  private List<Group> byKey(List<Object[]> rows, LoopPlan loop, Frame frame) {
    Map<Object, Group> groups = new LinkedHashMap<>();
    for (Object[] row : rows) {
      loop.bind(row, frame);
      Object key = Keys.of(by, frame);
      groups.computeIfAbsent(key, k -> new Group(key(frame))).rows.add(row);
    }
    return List.copyOf(groups.values());
  }

  private List<Group> adjacent(List<Object[]> rows, LoopPlan loop, Frame frame) {
    List<Group> groups = new ArrayList<>();
    Object last = null;
    for (Object[] row : rows) {
      loop.bind(row, frame);
      Object key = Keys.of(by, frame);
      if (!key.equals(last)) {
        groups.add(new Group(key(frame)));
        last = key;
      }
      groups.getLast().rows.add(row);
    }
    return groups;
  }

  private List<Group> startingWith(List<Object[]> rows, LoopPlan loop, Frame frame) {
    List<Group> groups = new ArrayList<>();
    for (Object[] row : rows) {
      loop.bind(row, frame);
      if (groups.isEmpty() || Coercion.holds(by[0].eval(frame))) {
        groups.add(new Group(Num.of(groups.size() + 1L)));
      }
      groups.getLast().rows.add(row);
    }
    return groups;
  }

  private List<Group> blocks(List<Object[]> rows, Frame frame) {
    int size = size(frame);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i % size == 0) {
        groups.add(new Group(Num.of(groups.size() + 1L)));
      }
      groups.getLast().rows.add(rows.get(i));
    }
    return groups;
  }

  /** The size of blocks. */
  int size(Frame frame) {
    int size = Coercion.integer(by[0].eval(frame));
    if (size < 1) {
      throw new ValueException("bad-size", "A block needs a size of 1 or more, not " + size + ".");
    }
    return size;
  }

  /** The key as formulas see it; the row is bound. */
  Object key(Frame frame) {
    if (names.length == 0) {
      return by[0].eval(frame);
    }
    Obj key = new Obj();
    for (int i = 0; i < names.length; i++) {
      key.put(names[i], by[i].eval(frame));
    }
    return key;
  }
}
