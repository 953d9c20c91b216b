package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.FieldRef;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private Store store;
  private Workbench bench;
  private Commands commands;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder);
    bench =
        Benches.on(
            store,
            pump,
            background,
            (job, listener) -> () -> store.beginRun(1, null, job.mapping(), 1));
    commands =
        Snapshots.onToolkit(
            () -> {
              Overlay overlay = new Overlay(new VBox());
              WorkspaceFiles files = new WorkspaceFiles(store, 1, bench.services().loader());
              EditActions edits = new EditActions(bench, overlay);
              MappingActions mappings = new MappingActions(bench, overlay, files, edits);
              RunActions runs = new RunActions(bench, overlay, files, mappings, edits);
              return new Commands(
                  bench,
                  mappings,
                  new LandscapeScreen(bench, overlay, mappings, edits),
                  edits,
                  runs,
                  new SchemaActions(bench, overlay, files),
                  new MappingDialogs(
                      bench, overlay, files, new SchemaActions(bench, overlay, files)),
                  new SampleActions(bench, overlay, files, mappings.data()),
                  new WindowActions(bench, overlay),
                  overlay,
                  new Reasons(bench));
            });
  }

  @AfterEach
  void close() throws Exception {
    Texts.languageProperty().set(Language.ENGLISH);
    background.close();
    store.close();
  }

  @Test
  void noTwoCommandsHaveTheSameKeyOrName() {
    assertThat(commands.all()).hasSizeGreaterThan(15);
    // In the canvas a key is for what is selected: F2 names a box, and sets a constant on a field.
    assertThat(keys(command -> !command.id().startsWith("node-"))).doesNotHaveDuplicates();
    assertThat(keys(command -> command.everywhere() || command.id().startsWith("node-")))
        .doesNotHaveDuplicates();
    assertThat(commands.all()).extracting(Command::id).doesNotHaveDuplicates();
  }

  private List<String> keys(Predicate<Command> of) {
    return commands.all().stream()
        .filter(of)
        .map(Command::keyText)
        .filter(key -> !key.isEmpty())
        .toList();
  }

  @Test
  void eachSaysWhatItDoesInBothLanguages() {
    for (Command command : commands.all()) {
      Texts.languageProperty().set(Language.ENGLISH);
      String english = command.title().getValue();
      Texts.languageProperty().set(Language.CHINESE);
      assertThat(command.title().getValue()).as(command.id()).isNotBlank().isNotEqualTo(english);
    }
  }

  @Test
  void withoutAMappingWhatNeedsOneIsOffAndSaysWhy() {
    for (Command command :
        List.of(
            commands.run, commands.save, commands.exportPackage, commands.undo, commands.preview)) {
      assertThat(command.reason().getValue()).as(command.id()).isEqualTo("Open a mapping first.");
    }
    assertThat(commands.newMapping.isOn()).isTrue();
    assertThat(commands.landscape.isOn()).isTrue();
  }

  @Test
  void withoutALandscapeNothingCanBeAddedToItAndThatSaysWhy() {
    for (Command command : List.of(commands.addSystem, commands.addFlow)) {
      assertThat(command.reason().getValue()).as(command.id()).startsWith("Lay out a landscape");
    }
  }

  @Test
  void undoIsOnOnceSomethingWasDone() {
    bench.setOpen(Benches.mapping(Autosaver.none(), bench.services().background()));
    assertThat(commands.undo.reason().getValue()).isEqualTo("Nothing to undo.");
    bench
        .openProperty()
        .get()
        .session()
        .apply(new Edit.Link(FieldRef.parse("order.orderNo"), FieldRef.parse("bill.FBillNo")));
    assertThat(commands.undo.isOn()).isTrue();
    assertThat(commands.redo.isOn()).isFalse();
    commands.undo.run();
    assertThat(commands.redo.isOn()).isTrue();
  }

  @Test
  void aMappingWithErrorsCannotRunAndSaysHowManyItHas() {
    bench.setOpen(Benches.mapping(Autosaver.none(), bench.services().background()));
    bench
        .openProperty()
        .get()
        .session()
        .apply(new Edit.SetFormula(FieldRef.parse("bill.FBillNo"), "UPPER(order.nothing)"));
    assertThat(commands.run.isOn()).isFalse();
    assertThat(commands.run.reason().getValue()).contains("error");
  }
}
