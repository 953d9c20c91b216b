package fieldloom.ui;

import fieldloom.job.JobService;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.model.Job;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the landscape that comes with the program, with runs made up, to be looked at; run by hand
 * with theme, language, size and what is done: {@code LIGHT ENGLISH 1440 900 card:CRM to ERP
 * key:F6}. Pictures go to {@code target/snapshots}.
 */
public final class LandscapePictures {
  private static final Random DICE = new Random(7);

  private LandscapePictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("landscape");
    Stage stage = FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    try (Store store = Stores.open(folder);
        Background background = new Background()) {
      if (!List.of(args).contains("none")) {
        fill(store);
      } else {
        store.workspace("Small manufacturer");
      }
      Shell shell = DesignerFixture.onFx(() -> show(store, folder, background, stage, args));
      String prefix =
          "landscape-" + args[0].toLowerCase() + "-" + args[1].toLowerCase() + "-" + args[2];
      picture(shell, prefix);
      FxRobot robot = new FxRobot();
      int n = 0;
      for (String step : List.of(args).subList(4, args.length)) {
        if (step.startsWith("card:")) {
          robot.clickOn(
              DesignerFixture.onFx(
                  () ->
                      Spoken.find(
                          shell.scene().getRoot(), text -> text.startsWith(step.substring(5)))));
        } else if (step.startsWith("key:")) {
          robot.type(KeyCode.valueOf(step.substring(4)));
        } else {
          continue;
        }
        n++;
        picture(shell, prefix + "-" + n);
      }
    }
    System.exit(0);
  }

  private static Shell show(
      Store store, Path folder, Background background, Stage stage, String[] args)
      throws Exception {
    Fonts.load();
    JobService jobs =
        new JobService(
            store,
            (content, path, resources) -> Projects.load(MappingFile.read(content, path), resources),
            folder.resolve("out"));
    DesignerServices services =
        new DesignerServices(
            store,
            store.workspaces().getFirst(),
            jobs,
            Samples.none(),
            folder.resolve("pictures.properties"),
            folder.resolve("out"));
    Shell made =
        new Shell(
            Designer.shellServices(services, new FakeChoosers(), background),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
    Texts.languageProperty().set(Language.valueOf(args[1]));
    Theme.valueOf(args[0]).apply(made.scene());
    stage.setScene(made.scene());
    stage.show();
    made.begin();
    return made;
  }

  /** The carried landscape with a job for each flow; most of them ran. */
  private static void fill(Store store) throws Exception {
    long workspace = store.workspace("Small manufacturer").id();
    Landscape landscape =
        LandscapeFile.read(Files.readAllBytes(Path.of("assets/landscape/landscape.json")));
    for (Flow flow : List.copyOf(landscape.flows())) {
      byte[] mapping =
          Files.readAllBytes(Path.of("assets/sample/crm-order-to-erp-sales-order.flmap"));
      store.save(workspace, Store.Kind.MAPPING, flow.mapping(), mapping);
      String name = flow.title().english() + " " + flow.from() + "-" + flow.to();
      Job job =
          store.saveJob(
              workspace,
              new Job(0, name, flow.mapping(), Map.of(), Map.of(), Job.OnError.SKIP, Map.of()));
      landscape =
          landscape.with(
              new Flow(flow.id(), flow.from(), flow.to(), flow.title(), flow.mapping(), name));
      run(store, workspace, flow, job);
    }
    store.save(workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(landscape));
  }

  private static void run(Store store, long workspace, Flow flow, Job job) throws Exception {
    if (flow.id().startsWith("mrp-aps") || flow.id().startsWith("aps-mrp")) {
      return;
    }
    Store.Run run = store.beginRun(workspace, job.id(), job.mapping(), 1);
    long n = flow.id().equals("crm-erp-sales-order") ? 18_240 : 10 + DICE.nextInt(900);
    switch (flow.id()) {
      case "crm-erp-sales-order" -> store.progress(run.id(), new Counts(n + 14, n, 14));
      case "wms-erp-receipt" ->
          store.endRun(run.id(), RunState.FAILED, new Counts(640, 0, 3), "The ERP is away.");
      case "mes-wms-finished-goods" ->
          store.endRun(run.id(), RunState.SUCCEEDED, new Counts(27, 23, 4), null);
      default -> store.endRun(run.id(), RunState.SUCCEEDED, new Counts(n, n, 0), null);
    }
  }

  private static void picture(Shell shell, String name) throws Exception {
    WaitForAsyncUtils.sleep(1500, java.util.concurrent.TimeUnit.MILLISECONDS);
    Path file = Path.of("target", "snapshots", name + ".png");
    Files.createDirectories(file.getParent());
    var image = DesignerFixture.onFx(() -> shell.scene().snapshot(null));
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
  }
}
