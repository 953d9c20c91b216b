package fieldloom.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fieldloom.model.Document;
import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDialogModelTest {
  private static final Mapping MAPPING =
      Mapping.empty(
          "Orders",
          new Document("order", "json", new SchemaRef.None()),
          new Document("bill", "ndjson", new SchemaRef.None()));

  @TempDir private Path folder;

  private RunDialogModel model(@Nullable Job before) {
    return new RunDialogModel(
        MAPPING,
        "crm/orders.flmap",
        List.of("crm/order-1.json"),
        "crm/order-1.json",
        folder,
        before);
  }

  @Test
  void offersTheSampleAndAFileNamedAfterTheMapping() {
    RunDialogModel model = model(null);
    assertThat(model.problem()).isEmpty();
    assertThat(model.job())
        .isEqualTo(
            new Job(
                0,
                "Orders",
                "crm/orders.flmap",
                Map.of("order", "crm/order-1.json"),
                Map.of("bill", "orders-bill.ndjson"),
                Job.OnError.STOP,
                Map.of()));
  }

  @Test
  void offersTheDatabasesThatSourceAndTargetName() throws Exception {
    String url = "jdbc:postgresql://db.example.com/shop";
    var options = new ObjectMapper().readTree("{\"url\":\"" + url + "\",\"table\":\"orders\"}");
    Document order = MAPPING.driver().withOptions(options);
    Mapping tables =
        Mapping.empty(
            "Orders",
            new Document("order", "table", order.schema(), options, order.extras()),
            new Document("bill", "table", order.schema(), options, order.extras()));
    RunDialogModel model =
        new RunDialogModel(tables, "o.flmap", List.of("rows.json"), "rows.json", folder, null);
    assertThat(model.problem()).isEmpty();
    assertThat(model.job().inputs()).containsEntry("order", url);
    assertThat(model.job().outputs()).containsEntry("bill", url);
  }

  @Test
  void offersAgainWhatWasChosenLastTime() {
    Job before =
        new Job(
            7,
            "Nightly",
            "crm/orders.flmap",
            Map.of("order", "in.json"),
            Map.of("bill", "out.ndjson"),
            Job.OnError.SKIP,
            Map.of("org", "102"));
    Job now = model(before).job();
    assertThat(now.name()).isEqualTo("Nightly");
    assertThat(now.outputs()).containsEntry("bill", "out.ndjson");
    assertThat(now.onError()).isEqualTo(Job.OnError.SKIP);
    assertThat(now.set()).containsEntry("org", "102");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    RunDialogModel model = model(null);
    model.inputs().get("order").set("not-there.json");
    assertThat(model.problem()).isEqualTo("Choose a file to read for order.");
    model.inputs().get("order").set(Files.writeString(folder.resolve("o.json"), "{}").toString());
    model.outputs().get("bill").set("  ");
    assertThat(model.problem()).isEqualTo("Choose a file to write for bill.");
    model.outputs().get("bill").set("b.json");
    model.nameProperty().set(" ");
    assertThat(model.problem()).isEqualTo("Give the job a name.");
  }

  @Test
  void aFolderIsNoInput() {
    RunDialogModel model = model(null);
    model.inputs().get("order").set(folder.toString());
    assertThat(model.problem()).isNotEmpty();
  }
}
