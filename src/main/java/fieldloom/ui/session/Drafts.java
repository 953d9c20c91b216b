package fieldloom.ui.session;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Formulas that are typed and not applied yet, by the field they are for, wherever they are typed.
 * The newest is kept over a restart.
 */
public final class Drafts {
  private final Map<FieldRef, String> texts = new HashMap<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final Consumer<@Nullable FormulaDraft> save;

  Drafts(Consumer<@Nullable FormulaDraft> save) {
    this.save = save;
  }

  /** What is typed for a field; null where nothing is. */
  public @Nullable String of(FieldRef field) {
    return texts.get(field);
  }

  /** Keeps what is typed for a field. */
  public void keep(FieldRef field, String text) {
    if (!text.equals(texts.put(field, text))) {
      save.accept(new FormulaDraft(field, text));
      revision.set(revision.get() + 1);
    }
  }

  /** Takes up a draft that was found, without saving it again. */
  public void found(FormulaDraft draft) {
    texts.put(draft.target(), draft.text());
    revision.set(revision.get() + 1);
  }

  /** Forgets what was typed for a field: it was applied or given up. */
  public void drop(FieldRef field) {
    if (texts.remove(field) != null) {
      save.accept(null);
      revision.set(revision.get() + 1);
    }
  }

  /** Counts up whenever a draft comes, changes or goes. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
