package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.Template;
import fieldloom.ui.kit.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Two documents of which a mapping is to be made, its name, and the template that does the same
 * already. Only on the FX thread.
 */
public final class PairModel {
  private final ObjectProperty<@Nullable CatalogDocument> source = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable CatalogDocument> target = new SimpleObjectProperty<>();
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Template> template = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private @Nullable CatalogSource from;
  private String suggested = "";

  PairModel() {
    source.addListener((o, was, is) -> changed());
    target.addListener((o, was, is) -> changed());
    name.addListener((o, was, is) -> giveReason());
    Texts.follow(this, PairModel::changed);
    giveReason();
  }

  /** Tells of the catalog that has been read. */
  void read(CatalogSource value) {
    from = value;
    changed();
  }

  public ObjectProperty<@Nullable CatalogDocument> sourceProperty() {
    return source;
  }

  public ObjectProperty<@Nullable CatalogDocument> targetProperty() {
    return target;
  }

  /** What the mapping is to be called; follows the documents until something else is typed. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The template between the two; null where there is none. */
  public ReadOnlyObjectProperty<@Nullable Template> templateProperty() {
    return template.getReadOnlyProperty();
  }

  /** Why no mapping can be made, a sentence; empty where one can. */
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** Makes the source the target and the target the source. */
  public void swap() {
    CatalogDocument was = source.get();
    source.set(target.get());
    target.set(was);
  }

  /** What is to be made; null where something is missing yet. */
  public @Nullable CatalogPair pair() {
    CatalogDocument one = source.get();
    CatalogDocument other = target.get();
    return from == null || one == null || other == null || name.get().isBlank()
        ? null
        : new CatalogPair(from.catalog(), one, other, name.get().strip());
  }

  private void changed() {
    CatalogDocument one = source.get();
    CatalogDocument other = target.get();
    boolean both = one != null && other != null;
    template.set(both && from != null ? from.templates().between(one.id(), other.id()) : null);
    if (name.get().isBlank() || name.get().equals(suggested)) {
      suggested =
          both ? Words.get("pair.name.suggested", Words.phrase(one), Words.phrase(other)) : "";
      name.set(suggested);
    }
    giveReason();
  }

  private void giveReason() {
    reason.set(
        source.get() == null
            ? Words.get("pair.need.source")
            : target.get() == null
                ? Words.get("pair.need.target")
                : name.get().isBlank() ? Words.get("pair.need.name") : "");
  }
}
