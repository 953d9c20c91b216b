package fieldloom.ui.preview;

import fieldloom.model.Document;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.TracedField;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the sample becomes, line by line, what the last edit changed in it, and which record of the
 * sample it is. Documents are laid out in the background; one that a newer preview has overtaken is
 * dropped. FX thread.
 */
public final class PreviewViewModel {

  /** What is shown. */
  public enum Shown {
    OUTPUT,
    INPUT,
    BOTH,
    /** Several samples beside each other. */
    SAMPLES
  }

  private final EditorSession session;
  private final Background background;
  private final DocumentViewModel input;
  private final DocumentViewModel output;
  private final ObservableList<String> failures = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<PreviewDocument> made =
      new ReadOnlyObjectWrapper<>(PreviewDocument.NONE);
  private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.OUTPUT);
  private final BooleanProperty written = new SimpleBooleanProperty();
  private final BooleanProperty active = new SimpleBooleanProperty();
  private Preview newest;
  private Consumer<TracedField> traces = field -> {};
  private @Nullable Preview before;
  private Background.@Nullable Work work;
  private @Nullable PreviewDocument known;
  private @Nullable Object knownOf;

  public PreviewViewModel(EditorSession session, Background background) {
    this.session = session;
    this.background = background;
    newest = session.preview();
    input = new DocumentViewModel(Side.SOURCE, session.mapping().driver().name());
    output = new DocumentViewModel(Side.TARGET, session.mapping().mainTarget().name());
    session.previewProperty().addListener((o, was, is) -> take(is));
    session.selectionProperty().subscribe(selection -> mark(selection));
    shown.subscribe((was, is) -> draw());
    written.subscribe((was, is) -> draw());
    active.subscribe((was, is) -> draw());
    output.documentProperty().subscribe((was, is) -> draw());
    input
        .documentProperty()
        .subscribe(
            (was, is) -> {
              known = null;
              draw();
            });
  }

  /** A preview of the same mapping replaces the newest; one of another makes it the earlier one. */
  private void take(Preview preview) {
    Preview last = newest;
    if (last.outcome() != null && last.record() == preview.record()) {
      if (last.mapping() != preview.mapping()) {
        before = last;
      }
    } else {
      before = null;
    }
    newest = preview;
    failures.setAll(
        preview.failures().stream()
            .map(f -> f.target() + ": " + Sentences.said(f.message()))
            .toList());
    follow(input, sources(), preview.mapping().driver().name());
    follow(output, targets(), preview.mapping().mainTarget().name());
    draw();
  }

  /** A document that the mapping has no more gives way to the first. */
  private static void follow(DocumentViewModel document, List<String> all, String first) {
    if (!all.contains(document.documentProperty().get())) {
      document.documentProperty().set(first);
    }
  }

  private void draw() {
    if (!active.get()) {
      return;
    }
    if (work != null) {
      work.cancel();
    }
    Sample sample = session.sample();
    PreviewDocument last = known;
    List<JsonLine> inputLines = last != null && knownOf == newest.record() ? last.input() : null;
    PreviewDocument.Ask ask =
        new PreviewDocument.Ask(
            newest,
            before,
            session.schemas(),
            sample == null ? "" : sample.name(),
            input.documentProperty().get(),
            output.documentProperty().get(),
            written.get(),
            inputLines,
            last == null ? List.of() : last.output());
    work =
        background.begin(
            () -> PreviewDocument.of(ask),
            document -> show(document, ask.now().record()),
            sentence ->
                made.set(new PreviewDocument(List.of(), List.of(), 0, List.of(), sentence)));
  }

  private void show(PreviewDocument document, Object record) {
    known = document;
    knownOf = record;
    input.show(document.input());
    output.show(document.output());
    made.set(document);
    mark(session.selection());
  }

  private void mark(Selection selection) {
    FieldRef field = selection.field();
    if (selection.rule() != null) {
      RuleView view = session.index().view(selection.rule());
      field = view == null ? null : view.target();
    }
    boolean source = selection.side() == Side.SOURCE;
    input.mark(source ? field : null);
    output.mark(source ? null : field);
  }

  /** Selects the field that stands in a line, in all views. */
  void select(DocumentViewModel document, DocumentViewModel.Row row) {
    FieldRef field = row.line().field();
    if (field == null) {
      return;
    }
    document.mark(row);
    boolean rule =
        session.selection().rule() != null
            && document == output
            && session.index().filling(field).stream()
                .anyMatch(view -> view.rule() == session.selection().rule());
    if (!rule) {
      session.select(Selection.field(document.side(), field));
    }
  }

  /** Asks for the steps by which the value in a line of the output came about. */
  void trace(DocumentViewModel document, DocumentViewModel.Row row) {
    FieldRef field = row.line().field();
    if (document == output && field != null) {
      traces.accept(new TracedField(field, row.line().at()));
    }
  }

  /** What shows the steps of a field. */
  public void setOnTrace(Consumer<TracedField> value) {
    traces = value;
  }

  /** Selects the first required field that the target lacks. */
  public void selectAbsent() {
    List<FieldRef> absent = made.get().absent();
    if (!absent.isEmpty()) {
      session.select(Selection.target(absent.getFirst()));
    }
  }

  /** Goes to another record of the sample. */
  public void step(int by) {
    session.setSampleRecord(session.sampleRecordProperty().get() + by);
  }

  /** How many records of the driving source the sample has. */
  public int records() {
    Sample sample = session.sample();
    return sample == null ? 0 : sample.of(session.mapping().driver().name()).size();
  }

  /** Which record of the sample is shown, from 0. */
  public ReadOnlyIntegerProperty recordProperty() {
    return session.sampleRecordProperty();
  }

  public DocumentViewModel input() {
    return input;
  }

  public DocumentViewModel output() {
    return output;
  }

  /** What was laid out last. */
  ReadOnlyObjectProperty<PreviewDocument> madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** The output as it stands, as text. */
  public String text() {
    return output.text();
  }

  /** How many lines the last edit changed. */
  public int changed() {
    return made.get().changed();
  }

  /** How many required fields the target lacks. */
  public int absent() {
    return made.get().absent().size();
  }

  /** Milliseconds of compiling and mapping. */
  public long tookMs() {
    return newest.took().toMillis();
  }

  /** Why fields got no value, a sentence each. */
  public ObservableList<String> failures() {
    return failures;
  }

  /** Why nothing could be computed or shown; empty where it could. */
  public String problem() {
    String failure = newest.failure();
    return failure != null
        ? Sentences.said(failure)
        : Objects.requireNonNullElse(made.get().problem(), "");
  }

  public ObjectProperty<Shown> shownProperty() {
    return shown;
  }

  /** Whether the target is shown as its writer writes it, not as a tree of values. */
  public BooleanProperty writtenProperty() {
    return written;
  }

  /** Whether somebody sees it; else nothing is laid out. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** Whether the text of the target that is shown says more than its values. */
  public boolean isTextOffered() {
    String name = output.documentProperty().get();
    return newest.mapping().targets().stream()
        .anyMatch(d -> d.name().equals(name) && WrittenText.isOffered(d));
  }

  public List<String> targets() {
    return newest.mapping().targets().stream().map(Document::name).toList();
  }

  public List<String> sources() {
    return newest.mapping().sources().stream().map(Document::name).toList();
  }

  /** Whether a sample is picked. */
  public boolean hasSample() {
    return newest.hasSample();
  }
}
