package fieldloom.ui.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.LargeSchemas;
import fieldloom.catalog.Catalog;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large schemas whose reading is given up: the parser ends where it is. */
class GivenUpReadingTest {
  private static final int API_BYTES = 30 << 20;

  @TempDir private Path folder;

  /** Interrupts the reading thread at three tenths and returns what it was told. */
  private static List<Double> giveUpAtThreeTenths(Path file) {
    List<Double> told = new ArrayList<>();
    try {
      assertThatThrownBy(
              () ->
                  PickedFiles.look(
                      List.of(file),
                      0,
                      null,
                      share -> {
                        told.add(share);
                        if (share >= 0.3) {
                          Thread.currentThread().interrupt();
                        }
                      }))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    return told;
  }

  @Test
  void theParserOfALargeApiEndsAtTheNextPieceItAsksFor() throws Exception {
    List<Double> told =
        giveUpAtThreeTenths(LargeSchemas.api(folder.resolve("api.json"), API_BYTES));
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.32));
    assertThat(told).hasSizeGreaterThan(40);
  }

  @Test
  void theParserOfALargeXsdEndsAtTheNextPieceItAsksFor() throws Exception {
    List<Double> told = giveUpAtThreeTenths(LargeSchemas.xsd(folder.resolve("large.xsd"), 20_000));
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.32));
  }

  /** Interrupts the thread that reads once so much was told of. */
  private static List<Double> giveUpReading(
      String name, byte[] content, @Nullable JsonNode options, double at) {
    String kind = name.substring(name.lastIndexOf('.') + 1);
    List<Double> told = new ArrayList<>();
    SchemaFile file =
        new SchemaFile(
            name,
            name,
            content,
            options,
            null,
            share -> {
              told.add(share);
              if (share >= at) {
                Thread.currentThread().interrupt();
              }
            });
    SchemaReader reader =
        SchemaReaders.all().stream()
            .filter(one -> one.extensions().contains(kind))
            .findFirst()
            .orElseThrow();
    try {
      assertThatThrownBy(() -> reader.read(file)).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    return told;
  }

  @Test
  void theParserOfALargeScriptEndsAtTheNextWord() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      script.append("CREATE TABLE t").append(i).append(" (id INT PRIMARY KEY, a VARCHAR(20));\n");
    }
    List<Double> told = giveUpReading("large.sql", bytes(script), null, 0.3);
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.32));
  }

  @Test
  void theParserOfALargeProtobufEndsAtTheNextLine() {
    StringBuilder file = new StringBuilder("syntax = \"proto3\";\n");
    for (int i = 0; i < 5_000; i++) {
      file.append("message M").append(i).append(" {\n  string a = 1;\n  int32 b = 2;\n}\n");
    }
    List<Double> told = giveUpReading("large.proto", bytes(file), null, 0.3);
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.32));
    // All brackets are counted; what is left is parsing the declarations.
    assertThat(giveUpReading("large.proto", bytes(file), null, 1)).last().isEqualTo(1.0);
  }

  @Test
  void aFirstLineOfACsvIsGivenUpBeforeItsEnd() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 90_000; i++) {
      line.append("column").append(i).append(',');
    }
    List<Double> told = giveUpReading("large.csv", bytes(line), null, 0.3);
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.45));
  }

  @Test
  void aWorkbookIsGivenUpWhileItIsTakenAndWhileItsRowsAreRead() throws Exception {
    byte[] book = workbook();
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    assertThat(giveUpReading("large.xlsx", book, options, 0.3)).last().isNotEqualTo(1.0);
    // All bytes are taken; what is left is unpacking and reading them.
    assertThat(giveUpReading("large.xlsx", book, options, 1)).last().isEqualTo(1.0);
  }

  private static byte[] workbook() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchemaTree tree = SchemaReaders.read("a.csv", bytes(new StringBuilder("no,name\n")), "csv");
    PayloadSpec spec = new PayloadSpec("a", "xlsx", null, tree);
    try (RecordWriter writer = PayloadFormats.of("xlsx").writer(out, spec, true)) {
      for (int i = 0; i < 20_000; i++) {
        writer.write(new Obj().put("no", "N" + i * 7919).put("name", "Name " + i * 31));
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void cancelEndsTheThreadAndAnotherFileIsReadThen() throws Exception {
    Pump pump = new Pump();
    try (Background background = new Background(pump)) {
      PickViewModel model = new PickViewModel(background, Catalog::carried);
      model.pick(List.of(LargeSchemas.api(folder.resolve("api.json"), API_BYTES)));
      pump.until(() -> model.progressProperty().get() >= 0.1);
      assertThat(model.busyProperty().get()).isTrue();

      model.cancel();
      double reached = model.progressProperty().get();
      assertThat(model.busyProperty().get()).isFalse();
      assertThat(model.problemProperty().get()).contains("api.json").contains("cancelled");
      pump.until(() -> background.runningProperty().get() == 0);
      assertThat(model.pickProperty().get()).isNull();
      assertThat(model.offers()).isEmpty();
      assertThat(reached).isLessThan(1);

      model.pick(List.of(Files.writeString(folder.resolve("small.json"), "{\"a\":1}")));
      pump.until(() -> model.pickProperty().get() != null);
      assertThat(model.problemProperty().get()).isEmpty();
    }
  }
}
