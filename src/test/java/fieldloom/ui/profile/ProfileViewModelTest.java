package fieldloom.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.job.RunReport;
import fieldloom.job.UnusableException;
import fieldloom.model.FieldType;
import fieldloom.profile.FieldProfile;
import fieldloom.profile.MappingProfile;
import fieldloom.store.Store;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Pump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileViewModelTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    background.close();
  }

  private static FieldProfile field(boolean target, String path, String top, long failures) {
    return new FieldProfile(
        target,
        target ? "bill" : "order",
        path,
        null,
        FieldType.STRING,
        4,
        3,
        2,
        false,
        "a",
        "b",
        1,
        1,
        List.of(new FieldProfile.Top(top, 2)),
        failures,
        failures == 0 ? null : "Record 2: no");
  }

  private static MappingProfile profile(Store.RunState state, long read) {
    RunReport report =
        new RunReport(state, new Store.Counts(read, read, 1), Duration.ofSeconds(1), null);
    return new MappingProfile(
        report, List.of(field(false, "customer", "华盛", 0), field(true, "FQty", "12", 1)), 0, null);
  }

  private ProfileViewModel model(ProfileRunner runner) {
    return new ProfileViewModel(
        OrderToBill.mapping(),
        Map.of("order", "samples/order.json"),
        List.of("samples/order.json"),
        runner,
        background);
  }

  @Test
  void fieldsAreShownAndFoundByNameValueAndPart() {
    ProfileViewModel model =
        model((inputs, listener) -> () -> profile(Store.RunState.SUCCEEDED, 4));
    model.start();
    pump.until(() -> !model.runningProperty().get());
    assertThat(model.fields()).hasSize(2);
    assertThat(model.statusProperty().get()).isEqualTo("4 read, 1 failed.");
    model.filterProperty().set("fq");
    assertThat(model.fields()).extracting(FieldProfile::path).containsExactly("FQty");
    model.filterProperty().set("华盛");
    assertThat(model.fields()).extracting(FieldProfile::path).containsExactly("customer");
    model.filterProperty().set("");
    model.partProperty().set(ProfileViewModel.Part.FAILED);
    assertThat(model.fields()).extracting(FieldProfile::path).containsExactly("FQty");
  }

  @Test
  void oneThatIsCancelledShowsWhatWasRead() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    ProfileViewModel model =
        model(
            (inputs, listener) ->
                () -> {
                  begun.countDown();
                  while (!listener.cancelled()) {
                    Thread.onSpinWait();
                  }
                  return profile(Store.RunState.CANCELLED, 1_200);
                });
    model.start();
    begun.await();
    assertThat(model.runningProperty().get()).isTrue();
    model.cancel();
    pump.until(() -> !model.runningProperty().get());
    assertThat(model.statusProperty().get()).startsWith("Stopped: " + Grouped.of(1_200) + " read");
    assertThat(model.fields()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() {
    ProfileViewModel model =
        model(
            (inputs, listener) ->
                () -> {
                  throw new UnusableException("The input order=x cannot be read.");
                });
    model.start();
    pump.until(() -> !model.runningProperty().get());
    assertThat(model.problemProperty().get()).isEqualTo("The input order=x cannot be read.");
    model.inputs().get("order").set(" ");
    model.start();
    assertThat(model.problemProperty().get()).startsWith("Name the input of order");
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void itIsExportedByTheEndingOfTheFile() throws Exception {
    ProfileViewModel model =
        model((inputs, listener) -> () -> profile(Store.RunState.SUCCEEDED, 4));
    model.start();
    pump.until(() -> !model.runningProperty().get());
    Path file = folder.resolve("p.csv");
    model.export(file);
    pump.until(() -> model.statusProperty().get().startsWith("Written"));
    assertThat(Files.readString(file)).contains("customer", "FQty");
    model.export(folder.resolve("p.doc"));
    assertThat(model.problemProperty().get()).contains("p.doc", ".xlsx");
  }
}
