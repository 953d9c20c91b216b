package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaLoader;
import fieldloom.ui.kit.History;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/**
 * One open mapping: all that its views show and change. The mapping is an immutable value; every
 * change goes through {@link #apply} and can be undone. Previews and saves run in the background
 * and come back on the ui thread of {@link SessionThreads}; every method and property is of that
 * thread.
 */
public final class EditorSession {
  private final ReadOnlyObjectWrapper<Mapping> mapping;
  private final ReadOnlyObjectWrapper<RuleIndex> index;
  private final ReadOnlyObjectWrapper<Map<String, SchemaTree>> schemas;
  private final ReadOnlyObjectWrapper<List<Problem>> schemaProblems;
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(Selection.NONE);
  private final ReadOnlyObjectWrapper<Related> related = new ReadOnlyObjectWrapper<>(Related.NONE);
  private final PreviewInput input = new PreviewInput();
  private final ReadOnlyObjectWrapper<SaveState> saveState =
      new ReadOnlyObjectWrapper<>(new SaveState.Untouched());
  private final ReadOnlyObjectWrapper<@Nullable FormulaDraft> foundDraft =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper formulaRequests = new ReadOnlyIntegerWrapper();
  private final Steps steps = new Steps();
  private final SaveWorker saves;
  private final PreviewWorker previews;
  private final SessionSchemas loads;
  private final Drafts drafts = new Drafts(this::saveDraft);

  /**
   * Opens a mapping with all schemas that there are.
   *
   * @param schemas of each source and target by name; one that is missing counts as unknown
   */
  public EditorSession(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Autosaver saver,
      Previewer previewer,
      SessionThreads threads) {
    this(mapping, new SchemaLoader.Loaded(schemas, List.of()), null, saver, previewer, threads);
  }

  /**
   * Opens a mapping.
   *
   * @param schemas of each source and target by name, and what was wrong with them; problems of
   *     anything else are passed over
   * @param source loads the schemas of sources and targets that edits bring; null where they stay
   */
  public EditorSession(
      Mapping mapping,
      SchemaLoader.Loaded schemas,
      @Nullable SchemaSource source,
      Autosaver saver,
      Previewer previewer,
      SessionThreads threads) {
    this.mapping = new ReadOnlyObjectWrapper<>(mapping);
    this.schemas = new ReadOnlyObjectWrapper<>(copy(schemas.schemas()));
    this.index =
        new ReadOnlyObjectWrapper<>(RuleIndex.of(mapping, SchemaFields.tuples(this.schemas.get())));
    this.saves = new SaveWorker(saver, threads, Clock.systemDefaultZone(), saveState::set);
    this.previews = new PreviewWorker(previewer, threads, Preview.none(mapping));
    this.loads = new SessionSchemas(source, threads, this::setSchemas);
    this.loads.know(mapping, schemas.schemas(), schemas.problems());
    this.schemaProblems = new ReadOnlyObjectWrapper<>(loads.of(mapping).problems());
    saves.findDraft(foundDraft::set);
    refreshPreview();
  }

  /** Does one step; nothing happens where it changes nothing. */
  public void apply(Edit edit) {
    Mapping before = mapping.get();
    Mapping after = edit.applyTo(before);
    if (after.equals(before)) {
      return;
    }
    steps.add(edit.label(), before);
    show(after);
  }

  /**
   * Takes the last step back.
   *
   * @return its name; null where there is none
   */
  public @Nullable String undo() {
    return moved(steps.undo(mapping.get()));
  }

  /** Does the step again that was taken back last. */
  public @Nullable String redo() {
    return moved(steps.redo(mapping.get()));
  }

  private @Nullable String moved(History.@Nullable Step<Mapping> step) {
    if (step == null) {
      return null;
    }
    show(step.value());
    return step.label();
  }

  /** Goes where only the first so many steps of {@link #courseProperty} are done. */
  public void goTo(int done) {
    Mapping there = steps.goTo(done, mapping.get());
    if (there != mapping.get()) {
      show(there);
    }
  }

  private void show(Mapping now) {
    Rule selected = selection.get().rule();
    RuleView old = selected == null ? null : index.get().view(selected);
    Mapping before = mapping.get();
    mapping.set(now);
    index.set(index.get().next(now));
    steps.tell();
    if (old != null && index.get().view(Objects.requireNonNull(selected)) == null) {
      reselect(old);
    }
    related.set(Related.of(selection.get(), index.get()));
    saves.save(now);
    boolean sameDocuments =
        before.sources().equals(now.sources()) && before.targets().equals(now.targets());
    if (!sameDocuments) {
      loads.follow(now);
    }
    refreshPreview();
  }

  /** A selected rule that was changed stays selected by the field it fills. */
  private void reselect(RuleView old) {
    List<RuleView> now = index.get().filling(old.target());
    selection.set(
        now.isEmpty() ? Selection.target(old.target()) : Selection.rule(now.getFirst().rule()));
  }

  public void select(Selection value) {
    if (!value.equals(selection.get())) {
      selection.set(value);
      related.set(Related.of(value, index.get()));
    }
  }

  /** What dropping a source field on a target field would do. */
  public LinkPlan plan(FieldRef from, FieldRef to) {
    return planner().plan(from, to);
  }

  public LinkPlanner planner() {
    return new LinkPlanner(mapping.get(), schemas.get());
  }

  /** Deletes what is selected: a rule, a field's rules, the links from a source field. */
  public void deleteSelected() {
    Related now = related.get();
    List<Rule> rules = mapping.get().rules().stream().filter(now.rules()::contains).toList();
    if (!rules.isEmpty()) {
      apply(new Edit.DeleteRules(rules));
    }
  }

  /** Rules stay as they are; what they no longer find becomes a problem. */
  private void setSchemas(SchemaLoader.Loaded value) {
    schemaProblems.set(value.problems());
    schemas.set(copy(value.schemas()));
    index.set(RuleIndex.of(mapping.get(), SchemaFields.tuples(this.schemas.get())));
    related.set(Related.of(selection.get(), index.get()));
    refreshPreview();
  }

  /** Takes up a schema that was read before an edit names it, so that it shows with the edit. */
  public void know(Side side, Document document, SchemaLoader.One schema) {
    loads.know(side, document, schema);
  }

  /** The rows of the lookup tables that are read from elsewhere. */
  public void setTables(Map<String, List<List<Object>>> value) {
    input.setTables(value);
    refreshPreview();
  }

  public void setSample(@Nullable Sample value) {
    input.setSample(value);
    refreshPreview();
  }

  /** Shows the sample with other values in it; the record that is shown stays. */
  public void changeSample(Sample value) {
    input.changeSample(value);
    refreshPreview();
  }

  /** Has previews tell the steps of some rules, by their indexes, and the course of fields. */
  public void setTraced(Function<RuleIndex, Set<Integer>> rules) {
    input.setTraced(rules);
    refreshPreview();
  }

  /** Shows another record of the sample, counted from 0; one that is not there is ignored. */
  public void setSampleRecord(int value) {
    if (input.setRecord(value, mapping.get().driver().name())) {
      refreshPreview();
    }
  }

  private void refreshPreview() {
    previews.request(
        input.request(mapping.get(), schemas.get(), schemaProblems.get(), index.get()));
  }

  /**
   * Previews the mapping as it would be after an edit, without making it. A newer try-out makes one
   * that has not begun yet stale: it is never answered.
   */
  public void tryOut(Edit edit, Consumer<Preview> done) {
    Mapping tried = edit.applyTo(mapping.get());
    previews.tryOut(input.request(tried, schemas.get(), schemaProblems.get(), null), done);
  }

  /** Keeps what is being typed; null when it was applied or given up. */
  public void saveDraft(@Nullable FormulaDraft draft) {
    foundDraft.set(null);
    saves.saveDraft(draft);
  }

  /** Formulas that are typed and not applied yet. */
  public Drafts drafts() {
    return drafts;
  }

  /** Asks the formula bar to take the keyboard. */
  public void editFormula() {
    formulaRequests.set(formulaRequests.get() + 1);
  }

  /** Counts up whenever the formula bar is asked to take the keyboard. */
  public ReadOnlyIntegerProperty formulaRequestsProperty() {
    return formulaRequests.getReadOnlyProperty();
  }

  /** Saves again after a failure. */
  public void retrySave() {
    saves.save(mapping.get());
  }

  /** Saves at once what is not saved, then calls back on the save thread. */
  public void flush(Runnable done) {
    saves.flush(done);
  }

  private static Map<String, SchemaTree> copy(Map<String, SchemaTree> schemas) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
  }

  public Mapping mapping() {
    return mapping.get();
  }

  public ReadOnlyObjectProperty<Mapping> mappingProperty() {
    return mapping.getReadOnlyProperty();
  }

  public RuleIndex index() {
    return index.get();
  }

  /** Changes with the mapping, after it. */
  public ReadOnlyObjectProperty<RuleIndex> indexProperty() {
    return index.getReadOnlyProperty();
  }

  public Map<String, SchemaTree> schemas() {
    return schemas.get();
  }

  public ReadOnlyObjectProperty<Map<String, SchemaTree>> schemasProperty() {
    return schemas.getReadOnlyProperty();
  }

  /** What is wrong with the schemas that are shown, of severity error. */
  public ReadOnlyObjectProperty<List<Problem>> schemaProblemsProperty() {
    return schemaProblems.getReadOnlyProperty();
  }

  /** Whether schemas that the newest edit brought are still being loaded. */
  public ReadOnlyBooleanProperty schemasLoadingProperty() {
    return loads.loadingProperty();
  }

  public Selection selection() {
    return selection.get();
  }

  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  public Related related() {
    return related.get();
  }

  public ReadOnlyObjectProperty<Related> relatedProperty() {
    return related.getReadOnlyProperty();
  }

  public @Nullable Sample sample() {
    return input.sample.get();
  }

  public ReadOnlyObjectProperty<@Nullable Sample> sampleProperty() {
    return input.sample.getReadOnlyProperty();
  }

  /** Which record of the sample is shown, from 0. */
  public ReadOnlyIntegerProperty sampleRecordProperty() {
    return input.record.getReadOnlyProperty();
  }

  public Preview preview() {
    return previews.shown.get();
  }

  public ReadOnlyObjectProperty<Preview> previewProperty() {
    return previews.shown.getReadOnlyProperty();
  }

  /** Whether the newest preview is of an older mapping. */
  public boolean isPreviewStale() {
    return preview().mapping() != mapping.get();
  }

  /** Whether the preview has been of an older mapping for so long that its values show muted. */
  public boolean isPreviewLate() {
    return previews.late.get();
  }

  public ReadOnlyBooleanProperty previewLateProperty() {
    return previews.late.getReadOnlyProperty();
  }

  public SaveState saveState() {
    return saveState.get();
  }

  public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
    return saveState.getReadOnlyProperty();
  }

  /** Name of the step that undo takes back; null where there is none. */
  public ReadOnlyStringProperty undoLabelProperty() {
    return steps.undoLabel.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty redoLabelProperty() {
    return steps.redoLabel.getReadOnlyProperty();
  }

  /** All steps, done and taken back; changes after the mapping. */
  public ReadOnlyObjectProperty<History.Course> courseProperty() {
    return steps.course.getReadOnlyProperty();
  }

  /** What was being typed when the program ended last; null where nothing was. */
  public ReadOnlyObjectProperty<@Nullable FormulaDraft> foundDraftProperty() {
    return foundDraft.getReadOnlyProperty();
  }
}
