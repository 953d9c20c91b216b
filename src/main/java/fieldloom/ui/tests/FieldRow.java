package fieldloom.ui.tests;

import fieldloom.model.Path;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.ui.session.FieldRef;
import org.jspecify.annotations.Nullable;

/**
 * A field of a test case.
 *
 * @param title the field's title in the language of the window; "" where it has none
 */
public record FieldRow(FieldResult result, String title) {

  /** The field, with the record where it is not the first. */
  public String place() {
    String path = result.path();
    return result.record() > 1 ? ("#" + result.record() + " " + path).strip() : path;
  }

  public boolean differs() {
    return result.kind().differs();
  }

  /** The field in the target's tree; null where its path is none. */
  public @Nullable FieldRef field() {
    try {
      return result.field().isEmpty()
          ? FieldRef.root(result.target())
          : new FieldRef(result.target(), Path.parse(result.field()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
