package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
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
