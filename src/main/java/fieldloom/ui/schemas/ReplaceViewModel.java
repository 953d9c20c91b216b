package fieldloom.ui.schemas;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Rebinding;
import fieldloom.ui.session.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The replacement of one schema of the open mapping: what becomes of its links is found out in the
 * background as soon as a schema is picked; applying it is one edit. Only on the FX thread.
 */
public final class ReplaceViewModel {
  private final EditorSession session;
  private final Side side;
  private final String name;
  private final PickViewModel pick;
  private final SchemaKeeper keeper;
  private final Background background;
  private final Map<FieldRef, FieldRef> chosen = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Rebinding> rebinding =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper applying = new ReadOnlyBooleanWrapper();
  private Background.@Nullable Work work;

  /**
   * @param name of the source or target
   */
  public ReplaceViewModel(
      EditorSession session,
      Side side,
      String name,
      PickViewModel pick,
      SchemaKeeper keeper,
      Background background) {
    this.session = session;
    this.side = side;
    this.name = name;
    this.pick = pick;
    this.keeper = keeper;
    this.background = background;
    pick.pickProperty().addListener((o, was, is) -> picked(is));
  }

  private void picked(@Nullable SchemaPick now) {
    Background.Work before = work;
    if (before != null) {
      before.cancel();
    }
    rebinding.set(null);
    problem.set("");
    chosen.clear();
    if (now == null) {
      return;
    }
    Mapping mapping = session.mapping();
    Document old = document();
    SchemaTree known = session.schemas().getOrDefault(name, SchemaTree.unknown(name));
    work =
        background.begin(
            () -> Rebinding.of(mapping, side, old, known, now.tree()),
            rebinding::set,
            problem::set);
  }

  /** The source or target as it is now. */
  Document document() {
    List<Document> documents =
        side == Side.SOURCE ? session.mapping().sources() : session.mapping().targets();
    return documents.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
  }

  public Side side() {
    return side;
  }

  /** Name of the source or target. */
  public String name() {
    return name;
  }

  public PickViewModel pick() {
    return pick;
  }

  /** What becomes of the links; null while no schema is picked or it is being found out. */
  public ReadOnlyObjectProperty<@Nullable Rebinding> rebindingProperty() {
    return rebinding.getReadOnlyProperty();
  }

  /** Why what becomes of the links cannot be told; empty where nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether no rule uses anything of the source or target: there is nothing to be told. */
  public boolean isWithoutLinks() {
    Rebinding now = rebinding.get();
    return now != null && now.kept() == 0 && now.moved().isEmpty() && now.lost().isEmpty();
  }

  /** What takes the place of a lost field; null where its rules stay as they are. */
  public @Nullable FieldRef chosen(FieldRef lost) {
    return chosen.get(lost);
  }

  /** Lets a field take the place of a lost one; null lets its rules stay as they are. */
  public void choose(FieldRef lost, @Nullable FieldRef instead) {
    if (instead == null) {
      chosen.remove(lost);
    } else {
      chosen.put(lost, instead);
    }
  }

  /** Whether the schema is being kept. */
  public ReadOnlyBooleanProperty applyingProperty() {
    return applying.getReadOnlyProperty();
  }

  /**
   * Keeps the schema beside the mapping and gives it to the source or target: one edit, which one
   * undo takes back.
   *
   * @param done gets what became of the links, after the edit
   */
  public void apply(Consumer<Rebinding> done, Consumer<String> failed) {
    SchemaPick now = pick.pickProperty().get();
    Rebinding links = rebinding.get();
    if (now == null || links == null || applying.get()) {
      return;
    }
    Document old = document();
    applying.set(true);
    background.run(
        () -> keeper.keep(side, old, now),
        kept -> {
          applying.set(false);
          session.know(side, kept.document(), kept.schema());
          session.apply(links.withDocument(kept.document()).edit(chosen));
          done.accept(links);
        },
        sentence -> {
          applying.set(false);
          failed.accept(sentence);
        });
  }
}
