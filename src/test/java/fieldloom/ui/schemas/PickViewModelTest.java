package fieldloom.ui.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.LargeSchemas;
import fieldloom.catalog.Catalog;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.SchemaRef;
import fieldloom.schema.SchemaLoader;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickViewModelTest {
  private static final String API =
      """
      openapi: 3.0.3
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          post:
            summary: New order
            requestBody: {content: {application/json: {schema: {type: object, properties: {no: {type: string}}}}}}
            responses: {"201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}, at: {type: string}}}}}}}
        /customers:
          get:
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}}
      """;

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private PickViewModel model = new PickViewModel(background, Catalog::carried);

  @AfterEach
  void close() {
    background.close();
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void pick(Path... files) {
    model.pick(List.of(files));
    settle();
  }

  private void settle() {
    pump.until(() -> !model.busyProperty().get());
  }

  private static List<String> fields(SchemaPick pick) {
    return pick.fields().lines().stream().map(FieldLine::label).toList();
  }

  private SchemaPick picked() {
    assertThat(model.problemProperty().get()).isEmpty();
    SchemaPick pick = model.pickProperty().get();
    assertThat(pick).isNotNull();
    return pick;
  }

  @Test
  void aSampleIsReadAtOnceWithTheOptionsThatWereFoundOut() throws Exception {
    pick(file("orders.csv", "no;qty\n1;2\n"));

    assertThat(fields(picked())).containsExactly("no", "qty");
    assertThat(picked().format()).isEqualTo("csv");
    assertThat(picked().options()).hasToString("{\"delimiter\":\";\"}");
    assertThat(picked().sample()).isTrue();
    assertThat(model.choosingProperty().get()).isFalse();
  }

  @Test
  void theFirstRowsAreThoseThatTheOptionsGive() throws Exception {
    pick(file("orders.csv", "no;qty\n1;2\n3;\n"));
    assertThat(picked().rows().names()).containsExactly("no", "qty");
    assertThat(picked().rows().rows()).containsExactly(List.of("1", "2"), List.of("3", ""));

    model.setOptions(
        JsonNodeFactory.instance.objectNode().put("delimiter", ";").put("header", false));
    settle();
    assertThat(picked().rows().names()).containsExactly("column1", "column2");
    assertThat(picked().rows().rows()).hasSize(3);

    pick(file("order.json", "{\"a\":1}"));
    assertThat(picked().rows()).isEqualTo(SampleRows.NONE);
  }

  @Test
  void aRowThatCannotBeReadEndsTheRowsAndSaysWhy() throws Exception {
    pick(file("orders.csv", "no,qty\n1,2\n3,4,5\n"));
    assertThat(picked().rows().rows()).containsExactly(List.of("1", "2"));
    assertThat(picked().rows().problem()).contains("3 ");
  }

  @Test
  void wordsWithinAColumnMakeNoColumnOfTheirOwn() throws Exception {
    pick(
        file(
            "stock.txt",
            """
            A001 Bolt            3
            A002 Steel plate    17
            A003 Washer        120
            A004 Nut           900
            """));
    assertThat(picked().format()).isEqualTo("fixed");
    assertThat(fields(picked())).containsExactly("column1", "column2", "column3");
    assertThat(picked().rows().rows().get(1)).containsExactly("A002", "Steel plate", "17");
  }

  @Test
  void anotherEncodingIsFoundOutAndOptionsCanBeCorrected() throws Exception {
    Path file = folder.resolve("客户.csv");
    Files.write(file, "编号|名称\nC1|华东\n".getBytes(Charset.forName("GB18030")));
    pick(file);
    assertThat(fields(picked())).containsExactly("编号", "名称");

    model.setOptions(JsonNodeFactory.instance.objectNode().put("encoding", "GB18030"));
    settle();
    assertThat(fields(picked())).containsExactly("编号|名称");
    assertThat(model.optionNames()).contains("delimiter", "header");
  }

  @Test
  void theKindOfASampleIsChosenWhereItWasGuessedWrong() throws Exception {
    pick(file("stock.txt", "A001Bolt\nA002Nut\n"));
    assertThat(model.kindProperty().get()).isEqualTo("csv");
    assertThat(model.kinds()).contains("csv", "fixed", "json");

    model.setKind("fixed");
    settle();
    assertThat(picked().format()).isEqualTo("fixed");
    assertThat(picked().options().path("records").isArray()).isTrue();
    assertThat(picked().rows().rows()).containsExactly(List.of("A001Bolt"), List.of("A002Nut"));

    model.setKind("json");
    settle();
    assertThat(model.problemProperty().get()).contains("stock.txt").contains("JSON");
    assertThat(model.kindProperty().get()).isEqualTo("json");
    model.setKind("csv");
    settle();
    assertThat(fields(picked())).containsExactly("A001Bolt");
  }

  @Test
  void whatLooksLikeJsonAndIsNoneIsReadAsTheKindThatIsChosenNowAndLater() throws Exception {
    pick(file("codes.txt", "{a};{b}\n1;2\n"));
    assertThat(model.problemProperty().get()).isNotEmpty();
    model.setKind("csv");
    settle();
    assertThat(fields(picked())).containsExactly("{a}", "{b}");

    Document document =
        new Document(
            "codes", "csv", new SchemaRef.File("codes.txt"), picked().options(), Extras.NONE);
    SchemaLoader.One later =
        SchemaLoader.load(document, false, name -> Files.newInputStream(folder.resolve(name)));
    assertThat(later.problems()).isEmpty();
    assertThat(later.tree().root().child("{b}")).isNotNull();
  }

  @Test
  void aSchemaOffersNoOtherKind() throws Exception {
    pick(file("o.json", "{\"$schema\":\"x\",\"properties\":{\"a\":{\"type\":\"string\"}}}"));
    assertThat(model.kinds()).isEmpty();
  }

  @Test
  void anApiOffersItsMessagesAndShowsTheFieldsOfTheOneChosen() throws Exception {
    pick(file("api.yaml", API));
    assertThat(model.choosingProperty().get()).isTrue();
    assertThat(model.pickProperty().get()).isNull();
    assertThat(model.offers()).hasSize(3);

    model.searchProperty().set("order resp");
    assertThat(model.offers()).extracting(Offer::name).containsExactly("POST /orders · response");
    assertThat(model.offers().getFirst().title()).isEqualTo("New order");
    model.chosenProperty().set(model.offers().getFirst());
    settle();
    assertThat(fields(picked())).containsExactly("id", "at");
    assertThat(picked().options())
        .hasToString("{\"operation\":\"POST /orders\",\"part\":\"response\"}");

    model.searchProperty().set("");
    model.chosenProperty().set(model.offers().getFirst());
    settle();
    assertThat(fields(picked())).containsExactly("no");
  }

  @Test
  void aSchemaCanDescribePayloadsOfSeveralFormats() throws Exception {
    pick(file("o.json", "{\"$schema\":\"x\",\"properties\":{\"a\":{\"type\":\"string\"}}}"));
    assertThat(model.formats()).contains("json", "csv").doesNotContain("xml");
    assertThat(picked().format()).isEqualTo("json");
    model.setFormat("csv");
    settle();
    assertThat(picked().format()).isEqualTo("csv");
  }

  @Test
  void severalSamplesBecomeOneSchema() throws Exception {
    pick(file("1.json", "{\"a\":1}"), file("2.json", "{\"a\":2.5,\"b\":\"x\"}"));
    assertThat(fields(picked())).containsExactly("a", "b");
    assertThat(picked().label()).isEqualTo("1.json + 1");
    assertThat(picked().names()).containsExactly("1.json", "2.json");
    assertThat(picked().files()).containsOnlyKeys("1.json", "2.json");
  }

  @Test
  void ofLargeSamplesTheFirstRecordsAreKeptAndThatIsSaid() throws Exception {
    Path large = folder.resolve("orders.csv");
    LargeSchemas.of(large, "no;qty\n", "A1;2\n", 65 << 20);
    Path small = file("more.csv", "no;memo\n1;x\n");
    pick(large, small);

    assertThat(fields(picked())).containsExactly("no", "qty", "memo");
    assertThat(picked().files().get("orders.csv")).hasSizeBetween(8_388_600, 8 << 20);
    assertThat(picked().rows().rows()).hasSize(50);
    assertThat(model.noteProperty().get())
        .isEqualTo(
            "Of orders.csv, which has more than 64 MB, only the first 1,677,720 records (8 MB) are"
                + " read and kept. A field that stands behind them alone is not listed.");
    assertThat(Texts.of(PickedFiles.class).in(Language.CHINESE, "note.first", "a.csv", 1_234, 8))
        .isEqualTo("a.csv 超过 64 MB，只读取并保留开头的 1,234 条记录（8 MB）。只在其后出现的字段不会列出。");

    pick(small);
    assertThat(model.noteProperty().get()).isEmpty();
  }

  @Test
  void aSchemaThatIsTooLargeIsRefused() throws Exception {
    Path large = folder.resolve("orders.xsd");
    String xs = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">";
    LargeSchemas.of(large, xs, "<xs:element name=\"a\"/>", 65 << 20);
    pick(large);

    assertThat(model.problemProperty().get())
        .contains("orders.xsd has more than 64 MB, and no schema as large is read");
    assertThat(model.pickProperty().get()).isNull();
  }

  @Test
  void aBadFileSaysFileLineAndColumnAndAnotherCanBePicked() throws Exception {
    pick(file("bad.json", "{\n \"a\": }"));
    assertThat(model.problemProperty().get()).contains("bad.json").contains("line 2, column 7");
    assertThat(model.pickProperty().get()).isNull();

    pick(file("good.json", "{\"a\":1}"));
    assertThat(fields(picked())).containsExactly("a");

    pick(folder.resolve("gone.json"));
    assertThat(model.problemProperty().get()).contains("There is no file").contains("gone.json");
  }

  @Test
  void filesAboveTheFolderAreReadOnceTheyAreAllowed() throws Exception {
    String xs = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">";
    file(
        "xsd/common/types.xsd",
        xs
            + "<xs:complexType name=\"T\"><xs:sequence><xs:element name=\"no\" type=\"xs:string\"/>"
            + "</xs:sequence></xs:complexType></xs:schema>");
    pick(
        file(
            "xsd/main/order.xsd",
            xs
                + "<xs:include schemaLocation=\"../common/types.xsd\"/>"
                + "<xs:element name=\"order\" type=\"T\"/></xs:schema>"));
    assertThat(model.problemProperty().get()).contains("leads out of the folder");
    assertThat(model.outsideProperty().get()).isTrue();

    model.widen();
    settle();
    assertThat(fields(picked())).containsExactly("no");
    assertThat(picked().format()).isEqualTo("xml");
    assertThat(picked().names()).containsExactly("main/order.xsd");
    assertThat(picked().files()).containsOnlyKeys("main/order.xsd", "common/types.xsd");
  }

  @Test
  void whatIsGivenUpOrOvertakenNeverArrives() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    model =
        new PickViewModel(
            background,
            () -> {
              go.await();
              return Catalog.carried();
            });
    model.pickCatalog();
    assertThat(model.busyProperty().get()).isTrue();
    model.cancel();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.problemProperty().get()).contains("was cancelled");

    pick(file("good.json", "{\"a\":1}"));
    go.countDown();
    pump.until(() -> background.runningProperty().get() == 0);
    assertThat(fields(picked())).containsExactly("a");
    assertThat(model.offers()).isEmpty();
  }

  @Test
  void theCatalogIsSearchedByPinyinToo() {
    model.pickCatalog();
    settle();
    assertThat(model.choosingProperty().get()).isTrue();
    model.searchProperty().set("crm xsht");
    Offer offer = model.offers().getFirst();
    assertThat(offer.name()).isEqualTo("crm/sales-order");
    model.chosenProperty().set(offer);
    assertThat(picked().catalog()).isEqualTo("crm/sales-order");
    assertThat(picked().files()).isEmpty();
    assertThat(picked().fields().lines()).isNotEmpty();
  }
}
