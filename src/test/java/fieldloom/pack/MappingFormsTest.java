package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form that the format allows loads, and is stable once it has been written. */
class MappingFormsTest {

  private static void stable(String json) throws PackException {
    Mapping mapping = MappingFileTest.read(json);
    byte[] once = MappingFile.write(mapping);
    Mapping again = MappingFile.read(once, "again");
    assertThat(again).isEqualTo(mapping);
    assertThat(MappingFile.write(again)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"to\": \"a\", \"from\": \"order.a\"}",
        "{\"to\": \"a\"}",
        "{\"to\": \"\", \"formula\": \"\"}",
        "{\"to\": \"a\", \"formula\": \"= 1 +\"}",
        "{\"to\": \"a\", \"formula\": \"1\", \"default\": {\"x\": [null, 1.0]}}",
        "{\"to\": \"a\", \"default\": null}",
        "{\"to\": \"tags[]\", \"from\": \"order.tags[]\"}",
        "{\"to\": \"tags[]\", \"each\": \"order.tags[]\", \"as\": \"t\", \"formula\":"
            + " \"UPPER(t)\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"join\": []}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"join\": {\"with\": \"b[]\", \"as\": \"b\","
            + " \"on\": \"TRUE\"}}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"join\": [{\"with\": \"b[]\", \"as\": \"b\","
            + " \"on\": \"TRUE\", \"kind\": \"left\", \"match\": \"unique\"}]}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"join\": [{\"with\": \"b[]\", \"as\": \"b\","
            + " \"on\": \"TRUE\", \"rejects\": \"r\"}, {\"with\": \"b[]\", \"as\": \"b\", \"on\":"
            + " \"TRUE\", \"match\": \"all\"}]}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"distinct\": true}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"distinct\": \"a.x\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"distinct\": [\"a.x\", \"a.y\"]}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": \"a.x\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": [\"a.x\"]}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": [\"a.x\", {\"by\": \"a.y\","
            + " \"as\": \"site\"}, {\"by\": \"a.z\"}]}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": {\"by\": \"a.x\"}}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": {\"by\": \"a.x\", \"as\": \"k\"}}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": 3, \"group\": \"blocks\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": \"3\", \"group\": \"blocks\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": \"param.size\", \"group\":"
            + " \"blocks\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": \"a.t == \\\"H\\\"\", \"group\":"
            + " \"startingWith\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"groupBy\": \"a.x\", \"group\": \"adjacent\"}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"orderBy\": []}",
        "{\"to\": \"a[]\", \"each\": \"order.a[]\", \"orderBy\": [{\"by\": \"a.x\"}, {\"by\":"
            + " \"a.y\", \"descending\": true, \"locale\": \"zh-CN\"}]}",
        "{\"to\": \"a\", \"target\": \"rest\", \"in\": \"x\", \"when\": \"x.y\", \"from\":"
            + " \"x.z\"}",
      })
  void rules(String rule) throws PackException {
    stable(MappingFileTest.minimal("").replace("[]", "[" + rule + "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tables\": [{\"name\": \"t\", \"rows\": []}]",
        "\"tables\": [{\"name\": \"t\", \"rows\": [[0, 10.50, \"low\"], [10.50, null, \"high\"]],"
            + " \"keyType\": \"decimal\"}]",
        "\"tables\": [{\"name\": \"t\", \"columns\": [], \"rows\": [[\"a\"]], \"otherwise\":"
            + " {\"value\": [1]}}]",
        "\"tables\": [{\"name\": \"t\", \"from\": {\"csv\": \"t.csv\", \"delimiter\": \"\\t\","
            + " \"header\": false}}]",
        "\"tables\": [{\"name\": \"t\", \"from\": {\"xlsx\": \"t.xlsx\", \"sheet\": \"Rates\"}}]",
        "\"tables\": [{\"name\": \"t\", \"from\": {\"connection\": \"erp\", \"query\": \"select"
            + " 1\"}}]",
        "\"functions\": [{\"name\": \"F\", \"formula\": \"1\"}]",
        "\"params\": [{\"name\": \"p\", \"default\": null}, {\"name\": \"q\", \"type\": \"date\"}]",
        "\"tests\": [{\"name\": \"t\", \"in\": {\"order\": \"a\"}, \"expect\": \"b\"}]",
        "\"tests\": [{\"name\": \"t\", \"in\": {\"order\": \"a\"}, \"expect\": {\"bill\": \"b\","
            + " \"rest\": \"c\"}}]",
        "\"tests\": [{\"name\": \"t\", \"in\": {}, \"set\": {\"rate\": 0.130, \"ok\": true,"
            + " \"NOW\": \"2026-01-01\"}}]",
        "\"variables\": [{\"name\": \"v\", \"formula\": \"1\", \"in\": \"line\"}]",
        "\"zone\": \"+08:00\", \"locale\": \"zh-CN\", \"layout\": {\"a\": [1, {\"b\": {}}]}",
        "\"变量\": {\"任意\": [1e2, -0, \"😀\"]}",
      })
  void other_members(String member) throws PackException {
    stable(MappingFileTest.minimal(member));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"o\", \"format\": \"edi\"}",
        "{\"name\": \"客户\", \"format\": \"table\", \"options\": {\"anything\": {\"goes\": [1]}}}",
        "{\"name\": \"o\", \"format\": \"csv\", \"options\": {\"delimiter\": \";\", \"quote\":"
            + " \"'\", \"header\": false, \"encoding\": \"GB18030\", \"lineEnd\": \"\\r"
            + "\\n"
            + "\", \"emptyIs\": \"null\", \"trim\": true}}",
        "{\"name\": \"o\", \"format\": \"fixed\", \"options\": {\"unit\": \"byte\", \"header\":"
            + " \"H\", \"records\": [{\"name\": \"H\", \"type\": {\"at\": 1, \"text\": \"H\"},"
            + " \"fields\": [{\"name\": \"a\", \"at\": 2, \"length\": 8, \"pad\": \"0\", \"align\":"
            + " \"right\", \"type\": \"decimal\", \"scale\": 2}]}]}}",
        "{\"name\": \"o\", \"format\": \"xlsx\", \"options\": {\"sheet\": \"A\", \"headerRow\": 2,"
            + " \"firstRow\": 4}}",
        "{\"name\": \"o\", \"format\": \"xml\", \"schema\": \"o.xsd\", \"options\":"
            + " {\"namespaces\": {\"\": \"urn:a\", \"b\": \"urn:b\"}, \"root\": \"Order\","
            + " \"declaration\": false, \"indent\": true, \"validate\": true}}",
        "{\"name\": \"o\", \"format\": \"json\", \"options\": {\"records\": \"/a/b\", \"indent\":"
            + " true, \"patterns\": {\"lines[].day\": \"dd.MM.yyyy\"}}}",
        "{\"name\": \"o\", \"format\": \"json\", \"schema\": \"catalog:erp/sales-order\"}",
        "{\"name\": \"o\", \"format\": \"json\", \"schema\": {\"type\": \"object\", \"properties\":"
            + " {\"a\": {\"enum\": [1.0, \"x\"]}}}}",
      })
  void sources(String source) throws PackException {
    stable(
        MappingFileTest.minimal("").replace("{\"name\": \"order\", \"format\": \"json\"}", source));
  }

  @Test
  void several_targets_stay_several_and_one_in_a_list_stays_in_it() throws PackException {
    String one = "{\"name\": \"bill\", \"format\": \"json\"}";
    for (String targets : List.of(one, one + ", " + one.replace("bill", "rest"))) {
      String json =
          MappingFileTest.minimal("")
              .replace("\"target\": " + one, "\"targets\": [" + targets + "]");
      stable(json);
      assertThat(MappingFileTest.written(MappingFileTest.read(json))).contains("\"targets\": [");
    }
  }

  @Test
  void the_sample_mappings_load_and_are_stable() throws Exception {
    try (var files = Files.walk(Path.of("assets"))) {
      List<Path> mappings = files.filter(f -> f.toString().endsWith(".flmap")).toList();
      assertThat(mappings).isNotEmpty();
      for (Path mapping : mappings) {
        stable(new String(Files.readAllBytes(mapping), StandardCharsets.UTF_8));
      }
    }
  }
}
