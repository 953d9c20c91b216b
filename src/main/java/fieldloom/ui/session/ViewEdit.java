package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.List;
import java.util.Map;

/** An edit of what helps to look at a mapping: it means nothing to a run. */
public sealed interface ViewEdit extends Edit {

  /** A named page more; nothing where the name is taken or no field is on it. */
  record AddPage(Page page) implements ViewEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LayoutFields.addPage(mapping, page);
    }

    @Override
    public String label() {
      return Words.get("edit.page", page.name());
    }
  }

  /** Another name for a page; nothing where that is taken. */
  record RenamePage(String from, String to) implements ViewEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LayoutFields.renamePage(mapping, from, to);
    }

    @Override
    public String label() {
      return Words.get("edit.page.rename", from, to);
    }
  }

  /** A page goes; what is on it stays. */
  record DeletePage(String name) implements ViewEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LayoutFields.deletePage(mapping, name);
    }

    @Override
    public String label() {
      return Words.get("edit.page.delete", name);
    }
  }

  /** A field is held at the top of its tree, or let go. */
  record Pin(Side side, FieldRef field, boolean on) implements ViewEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LayoutFields.pin(mapping, side, field, on);
    }

    @Override
    public String label() {
      return Words.get(on ? "edit.pin" : "edit.unpin", field.name());
    }
  }

  /**
   * The boxes of rules belong together from now on.
   *
   * @param name of the group; where it is blank they belong to none any more
   */
  record Group(List<Rule> rules, String name) implements ViewEdit {
    public Group {
      rules = List.copyOf(rules);
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping grouped = mapping;
      for (Rule rule : rules) {
        grouped = DrawingEdits.look(grouped, rule, look -> look.grouped(name));
      }
      return grouped;
    }

    @Override
    public String label() {
      return name.isBlank()
          ? Words.get("edit.group.none", rules.size())
          : Words.get("edit.group", rules.size(), name.strip());
    }
  }

  /** The boxes of a group are put elsewhere together. */
  record MoveGroup(String name, Map<Rule, RuleLook.Place> places) implements ViewEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping moved = mapping;
      for (Map.Entry<Rule, RuleLook.Place> each : places.entrySet()) {
        moved = DrawingEdits.look(moved, each.getKey(), look -> look.placed(each.getValue()));
      }
      return moved;
    }

    @Override
    public String label() {
      return Words.get("edit.group.move", name);
    }
  }

  /** The boxes of a group are shown node by node, or each as one box. */
  record UnfoldGroup(String name, List<Rule> rules, boolean open) implements ViewEdit {
    public UnfoldGroup {
      rules = List.copyOf(rules);
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping shown = mapping;
      for (Rule rule : rules) {
        shown = DrawingEdits.look(shown, rule, look -> look.opened(open));
      }
      return shown;
    }

    @Override
    public String label() {
      return Words.get(open ? "edit.group.unfold" : "edit.group.fold", name);
    }
  }

  /** The boxes of many rules are put elsewhere at once, their nodes as they come. */
  record Tidy(Map<Rule, RuleLook.Place> places) implements ViewEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping tidied = mapping;
      for (Map.Entry<Rule, RuleLook.Place> each : places.entrySet()) {
        tidied = DrawingEdits.look(tidied, each.getKey(), look -> look.tidied(each.getValue()));
      }
      return tidied;
    }

    @Override
    public String label() {
      return Words.get("edit.tidy");
    }
  }
}
