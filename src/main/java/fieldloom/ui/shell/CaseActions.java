package fieldloom.ui.shell;

import fieldloom.model.RecordError;
import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.TestEdit;
import fieldloom.ui.tests.CaseCommands;
import fieldloom.ui.tests.CaseKeeper;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Test cases of the open mapping: kept, renamed, taken away. FX thread. */
final class CaseActions implements CaseCommands {
  private final Workbench bench;
  private final Overlay overlay;
  private final MappingActions mappings;
  private final MappingDialogs dialogs;
  private final EditActions edits;
  private @Nullable Runnable waiting;

  CaseActions(
      Workbench bench,
      Overlay overlay,
      MappingActions mappings,
      MappingDialogs dialogs,
      EditActions edits) {
    this.bench = bench;
    this.overlay = overlay;
    this.mappings = mappings;
    this.dialogs = dialogs;
    this.edits = edits;
    bench.testsShownProperty().subscribe(shown -> follow());
    bench.openProperty().subscribe(open -> follow());
  }

  /** Cases run by themselves while they are in sight. */
  private void follow() {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return;
    }
    open.tests().setShown(bench.testsShownProperty().get());
    Runnable then = waiting;
    if (then != null) {
      waiting = null;
      then.run();
    }
  }

  private CaseKeeper keeper(OpenMapping open) {
    ShellServices services = bench.services();
    return new CaseKeeper(
        open.session(), services.tester().apply(open.path()), services.background());
  }

  private void with(Consumer<OpenMapping> action) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      action.accept(open);
    }
  }

  @Override
  public void keepSample() {
    with(
        open -> {
          CaseKeeper keeper = keeper(open);
          Sample sample = open.session().sample();
          String file = sample == null ? "" : sample.name();
          String wanted = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
          if (sample == null) {
            keeper.keepSample(wanted, name -> {}, edits::failed);
            return;
          }
          overlay.show(
              new NameDialog(
                  text("case.name"),
                  keeper.free(wanted),
                  text("case.keep"),
                  keeper::fault,
                  name ->
                      keeper.keepSample(name, kept -> kept(open, List.of(kept)), edits::failed)));
        });
  }

  private void kept(OpenMapping open, List<String> names) {
    bench.testsShownProperty().set(true);
    open.tests().choose(names.getLast());
    overlay
        .toast()
        .show(
            Toast.Kind.GOOD,
            names.size() == 1
                ? text("case.kept", names.getFirst())
                : text("case.kept-many", names.size()));
  }

  /** Keeps records that a run failed as cases of its mapping, which is opened for it. */
  void keepRecords(Run run, List<RecordError> records) {
    OpenMapping open = bench.openProperty().get();
    if (open != null && open.path().equals(run.mapping())) {
      mappings.showMapping();
      keepRecords(open, run, records);
      return;
    }
    waiting = () -> with(now -> keepRecords(now, run, records));
    mappings.open(run.mapping());
  }

  private void keepRecords(OpenMapping open, Run run, List<RecordError> records) {
    if (open.path().equals(run.mapping())) {
      mappings
          .data()
          .maskRecords(
              open,
              text("case.records", String.valueOf(run.id())),
              records,
              masked ->
                  keeper(open)
                      .keepRecords(run.id(), masked, names -> kept(open, names), edits::failed));
    }
  }

  @Override
  public void rename(String name) {
    with(
        open ->
            overlay.show(
                new NameDialog(
                    text("case.name"),
                    name,
                    text("case.rename"),
                    to -> to.equals(name) ? "" : keeper(open).fault(to),
                    to -> {
                      open.session().apply(new TestEdit.Rename(name, to));
                      open.tests().choose(to);
                    })));
  }

  @Override
  public void delete(String name) {
    with(open -> open.session().apply(new TestEdit.Delete(name)));
  }

  @Override
  public void showTables() {
    dialogs.tables();
  }

  private static String text(String key, Object... arguments) {
    return Workbench.TEXTS.get(key, arguments);
  }
}
