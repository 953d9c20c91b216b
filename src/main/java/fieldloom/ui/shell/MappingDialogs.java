package fieldloom.ui.shell;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.Projects;
import fieldloom.payload.TableRows;
import fieldloom.store.StoreResources;
import fieldloom.ui.canvas.RuleEditors;
import fieldloom.ui.formula.FormulaInput;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.lookups.TableReader;
import fieldloom.ui.lookups.TablesDialog;
import fieldloom.ui.lookups.TablesViewModel;
import fieldloom.ui.loops.LoopDialog;
import fieldloom.ui.loops.LoopViewModel;
import fieldloom.ui.ownfunctions.OwnFunctionsDialog;
import fieldloom.ui.ownfunctions.OwnFunctionsViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FormulaScope;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The editors of parts of the open mapping: loops, records, lookup tables, own functions. */
final class MappingDialogs implements RuleEditors {
  private final Workbench bench;
  private final Overlay overlay;
  private final WorkspaceFiles files;
  private final DocumentActions documents;

  MappingDialogs(Workbench bench, Overlay overlay, WorkspaceFiles files, SchemaActions schemas) {
    this.bench = bench;
    this.overlay = overlay;
    this.files = files;
    this.documents = new DocumentActions(bench, overlay, schemas);
  }

  /** What can be done with sources and targets. */
  DocumentActions documents() {
    return documents;
  }

  /** Edits the loop that is selected, or of the field that is. */
  void selectedLoop() {
    with(
        session ->
            loops(session).stream()
                .findFirst()
                .ifPresentOrElse(
                    this::loop,
                    () -> overlay.toast().show(Toast.Kind.INFO, Workbench.TEXTS.get("loop.none"))));
  }

  private static List<Rule> loops(EditorSession session) {
    Selection selection = session.selection();
    if (selection.rule() != null) {
      return selection.rule().each() == null ? List.of() : List.of(selection.rule());
    }
    if (selection.side() != Side.TARGET || selection.field() == null) {
      return List.of();
    }
    return session.index().filling(selection.field()).stream()
        .map(RuleView::rule)
        .filter(rule -> rule.each() != null)
        .toList();
  }

  @Override
  public void loop(Rule rule) {
    with(
        session ->
            overlay.show(new LoopDialog(LoopViewModel.of(session, rule), formulas(session))));
  }

  /** Edits which records of the driving source are mapped, and how they are grouped. */
  void records() {
    with(
        session ->
            overlay.show(new LoopDialog(LoopViewModel.ofSource(session), formulas(session))));
  }

  /** Edits the lookup tables, the one first that the selected rule looks something up in. */
  void tables() {
    with(session -> show(session, model -> model.selectUsed(formula(session))));
  }

  @Override
  public void table(String name) {
    with(session -> show(session, model -> model.select(name)));
  }

  private void show(EditorSession session, Consumer<TablesViewModel> begin) {
    TablesViewModel model =
        new TablesViewModel(session, bench.services().background(), reader(session));
    begin.accept(model);
    overlay.show(new TablesDialog(model, bench.services().choosers()));
  }

  /** Reads tables from the files beside the open mapping; those of databases as tests have them. */
  private TableReader reader(EditorSession session) {
    OpenMapping open = Objects.requireNonNull(bench.openProperty().get());
    StoreResources beside = new StoreResources(files.store(), files.workspace(), open.path());
    Mapping mapping = session.mapping();
    return table -> {
      Projects.Tables read = Projects.tables(mapping.withTables(List.of(table)), beside);
      if (!read.problems().isEmpty()) {
        throw new IOException(read.problems().getFirst().message());
      }
      return new TableRows(
          read.mapping().tables().getFirst().columns(),
          read.rows().getOrDefault(table.name(), List.of()));
    };
  }

  private static @Nullable String formula(EditorSession session) {
    Selection selection = session.selection();
    if (selection.rule() != null) {
      return selection.rule().formula();
    }
    return selection.side() != Side.TARGET || selection.field() == null
        ? null
        : session.index().filling(selection.field()).stream()
            .map(view -> view.rule().formula())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** Edits the functions of the mapping's own. */
  void functions() {
    with(
        session ->
            overlay.show(
                new OwnFunctionsDialog(new OwnFunctionsViewModel(session), formulas(session))));
  }

  @Override
  public void fixes() {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      bench.screenProperty().set(Screen.MAPPING);
      open.problems().offerSelected();
    }
  }

  /** Shows a dialog over the window. */
  void show(Dialog dialog) {
    overlay.show(dialog);
  }

  @Override
  public void function(Rule rule) {
    with(
        session ->
            overlay.show(
                new OwnFunctionsDialog(
                    OwnFunctionsViewModel.extracting(session, rule), formulas(session))));
  }

  private static BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas(
      EditorSession session) {
    return (scope, over) -> FormulaInput.of(session, scope, over);
  }

  private void with(Consumer<EditorSession> then) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      bench.screenProperty().set(Screen.MAPPING);
      then.accept(open.session());
    }
  }
}
