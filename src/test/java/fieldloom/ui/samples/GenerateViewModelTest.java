package fieldloom.ui.samples;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.generate.SampleKind;
import fieldloom.generate.SampleMask;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.PayloadSpec;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GenerateViewModelTest {
  private static final SchemaTree ORDER =
      new SchemaTree(
          null,
          SchemaNode.builder("order", FieldType.OBJECT)
              .children(
                  List.of(
                      SchemaNode.builder("city", FieldType.STRING).required(true).build(),
                      SchemaNode.builder("qty", FieldType.INTEGER).build()))
              .build());

  private final Pump pump = new Pump();
  private final Background background = new Background(pump);

  @AfterEach
  void close() {
    background.close();
  }

  private GenerateViewModel model(String format, SchemaTree schema) {
    return new GenerateViewModel(new PayloadSpec("order", format, null, schema), background, false);
  }

  @Test
  void theBeginningIsShownAndFollowsTheSeed() {
    GenerateViewModel model = model("json", ORDER);
    pump.until(() -> !model.previewProperty().get().isEmpty());
    String first = model.previewProperty().get();
    assertThat(first).contains("\"city\"", "\"qty\"");
    model.seedProperty().set("42");
    pump.until(() -> !model.busyProperty().get());
    assertThat(model.previewProperty().get()).isNotEqualTo(first);
    model.seedProperty().set("1");
    pump.until(() -> !model.busyProperty().get());
    assertThat(model.previewProperty().get()).isEqualTo(first);
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsMade() {
    GenerateViewModel model = model("json", ORDER);
    List<GenerateViewModel.Made> made = new ArrayList<>();
    model.seedProperty().set("x");
    assertThat(model.problemProperty().get()).contains("whole number");
    model.make(made::add);
    model.seedProperty().set("1");
    model.countProperty().set("0");
    assertThat(model.problemProperty().get()).contains("from 1 to");
    model.countProperty().set("2");
    model.wanted(SampleKind.TYPICAL).set(false);
    assertThat(model.problemProperty().get()).contains("at least one kind");
    assertThat(made).isEmpty();
    model.wanted(SampleKind.EMPTY).set(true);
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void aSchemaOfWhichNothingIsKnownGivesASentence() {
    GenerateViewModel model = model("json", SchemaTree.unknown("order"));
    pump.until(() -> !model.problemProperty().get().isEmpty());
    assertThat(model.problemProperty().get()).contains("give it a schema first");
  }

  @Test
  void whatIsMadeHasANameOfItsKindAndSeed() {
    GenerateViewModel model = model("csv", ORDER);
    model.countProperty().set("3");
    List<GenerateViewModel.Made> made = new ArrayList<>();
    model.make(made::add);
    pump.until(() -> !made.isEmpty());
    assertThat(made.getFirst().fileName()).isEqualTo("order-typical-1.csv");
    assertThat(new String(made.getFirst().content(), StandardCharsets.UTF_8).lines()).hasSize(4);
  }

  @Test
  void aSampleIsMaskedWhereFieldsAreTickedAndElseKeptAsItCame() throws Exception {
    byte[] content =
        "{\"contact\": \"王小明\",\n \"email\": \"a@b.de\"}".getBytes(StandardCharsets.UTF_8);
    PayloadSpec spec = new PayloadSpec("order", "json", null, SchemaTree.unknown("order"));
    MaskViewModel model =
        new MaskViewModel("order.json", SampleMask.read(spec, content), content, background);
    assertThat(model.items()).hasSize(2).allMatch(item -> item.ticked().get());
    model.items().getLast().ticked().set(false);
    List<String> kept = new ArrayList<>();
    model.keep(bytes -> kept.add(new String(bytes, StandardCharsets.UTF_8)));
    pump.until(() -> !kept.isEmpty());
    assertThat(kept.getFirst()).contains("a@b.de").doesNotContain("王小明");
    model.tickAll(false);
    model.keep(bytes -> kept.add(new String(bytes, StandardCharsets.UTF_8)));
    assertThat(kept.getLast()).isEqualTo(new String(content, StandardCharsets.UTF_8));
  }
}
