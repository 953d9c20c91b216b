package fieldloom.payload.xlsx;

import fieldloom.model.SchemaNode;
import fieldloom.model.Titles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields by what people call them. */
final class FieldTitles {
  private FieldTitles() {}

  /**
   * The field of that name, else the only one with that title.
   *
   * @param names of the table's columns, which no title takes away
   * @return null where there is none
   */
  static @Nullable SchemaNode find(SchemaNode parent, String name, Set<String> names) {
    SchemaNode named = parent.child(name);
    if (named != null) {
      return named;
    }
    SchemaNode found = null;
    for (SchemaNode child : parent.children()) {
      Titles titles = child.titles();
      if (name.equals(SheetHeader.normal(child.name()))) {
        return child;
      }
      if (isTitle(titles.plain(), name) || isTitle(titles.chinese(), name)) {
        if (found != null) {
          return null;
        }
        found = child;
      }
    }
    return found == null || names.contains(found.name()) ? null : found;
  }

  private static boolean isTitle(@Nullable String title, String name) {
    return title != null && SheetHeader.normal(title).equals(name);
  }
}
