package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaReaders;
import fieldloom.ui.kit.History;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebindingTest {
  private static final Document NEW =
      new Document("order", "json", new SchemaRef.File("order-2.schema.json"));
  private static final Document NEW_BILL =
      new Document("bill", "json", new SchemaRef.File("bill-2.schema.json"));
  private static final String SOURCE =
      "{'no':'A1','when':'2026-01-02','buyer':{'code':'C1','town':'X'},"
          + "'lines':[{'sku':'S','qty':1,'tags':['a']}],'memo':'m'}";
  private static final String TARGET =
      "{'FNo':'1','FBuyer':'','FMemo':'','FRows':[{'FSku':'','FQty':1}],'FSum':1}";

  @Test
  void whatIsThereAtTheSamePathStays() throws Exception {
    Rebinding rebinding =
        source("{'no':'B','buyer':{'code':'C2'},'memo':'','lines':" + "[{'sku':'S','qty':2}]}");

    assertThat(rebinding.lost()).isEmpty();
    assertThat(rebinding.moved()).isEmpty();
    Mapping after = rebinding.edit(Map.of()).applyTo(mapping());
    assertThat(after.rules()).isEqualTo(mapping().rules());
    assertThat(after.sources().getFirst()).isEqualTo(NEW);
  }

  @Test
  void aFieldIsFollowedByNameAndTypeAndItsListWithIt() throws Exception {
    Rebinding rebinding =
        source(
            "{'head':{'no':'B','memo':'m'},'buyer':{'code':'C2'},"
                + "'entries':[{'SKU':'S','qty':2}]}");

    assertThat(rebinding.lost()).isEmpty();
    assertThat(rebinding.moved())
        .containsEntry(ref("order.no"), ref("order.head.no"))
        .containsEntry(ref("order.lines[]"), ref("order.entries[]"))
        .containsEntry(ref("order.lines[].sku"), ref("order.entries[].SKU"));
    Mapping after = rebinding.edit(Map.of()).applyTo(mapping());
    assertThat(after.rules())
        .extracting(Rule::from)
        .containsExactly("order.head.no", null, null, null, "line.SKU", null, null);
    assertThat(rule(after, "FRows[]").each().over()).isEqualTo("order.entries[]");
    assertThat(rule(after, "FBuyer").formula())
        .isEqualTo("UPPER(order.buyer.code) & order.head.memo");
    assertThat(after.variables().getFirst().formula()).isEqualTo("LENGTH(order.head.no)");
  }

  @Test
  void whatTakesAPlaceIsFirstOfTheSameTypeAndUsedForNothingElse() throws Exception {
    Rebinding rebinding =
        source(
            "{'count':5,'label':'x','memo':'m','buyer':{'code':'C2'},"
                + "'lines':[{'sku':'S','qty':2}]}");
    List<FieldRef> candidates = rebinding.lost().getFirst().candidates();
    assertThat(rebinding.lost().getFirst().field()).isEqualTo(ref("order.no"));
    assertThat(candidates).startsWith(ref("order.label"), ref("order.count"));
  }

  @Test
  void whatIsNotFoundIsListedWithTheNearestAndNothingIsDropped() throws Exception {
    Rebinding rebinding =
        source("{'number':'B','memoText':'m','buyer':{'code':'C2'},'lines':[{'sku':'S','qty':2}]}");

    assertThat(rebinding.lost())
        .extracting(Rebinding.Lost::field)
        .containsExactly(ref("order.no"), ref("order.memo"));
    assertThat(rebinding.lost().get(1).candidates().getFirst()).isEqualTo(ref("order.memoText"));
    assertThat(rebinding.lost().getFirst().rules()).isEqualTo(2);
    Mapping after = rebinding.edit(Map.of()).applyTo(mapping());
    assertThat(after.rules()).isEqualTo(mapping().rules());
    Mapping chosen =
        rebinding.edit(Map.of(ref("order.no"), ref("order.number"))).applyTo(mapping());
    assertThat(rule(chosen, "FNo").from()).isEqualTo("order.number");
  }

  @Test
  void aTargetsFieldsAreFollowedTooWithItsLoopsAndWhatReadsThem() throws Exception {
    Rebinding rebinding =
        Rebinding.of(
            mapping(),
            Side.TARGET,
            NEW_BILL,
            schema(TARGET),
            schema(
                "{'head':{'FNo':'1','FBuyer':'','FMemo':''},"
                    + "'FLines':[{'FSku':'','FQty':1}],'FSum':1}"));

    assertThat(rebinding.lost()).isEmpty();
    Mapping after = rebinding.edit(Map.of()).applyTo(mapping());
    assertThat(after.rules())
        .extracting(Rule::to)
        .containsExactly(
            "head.FNo",
            "head.FBuyer",
            "head.FMemo",
            "FLines[]",
            "FLines[].FSku",
            "FLines[].FQty",
            "FSum");
    assertThat(rule(after, "FSum").formula()).isEqualTo("SUM(bill.FLines[].FQty)");
  }

  @Test
  void oneUndoBringsItAllBack() throws Exception {
    Mapping before = mapping();
    Rebinding rebinding = source("{'head':{'no':'B'},'entries':[{'sku':'S','qty':2}]}");
    History<Mapping> history = new History<>();
    Edit edit = rebinding.edit(Map.of());
    Mapping after = edit.applyTo(before);
    history.add(edit.label(), before);

    History.Step<Mapping> undone = history.undo(after);

    assertThat(after.rules()).isNotEqualTo(before.rules());
    assertThat(undone).isNotNull();
    assertThat(undone.value()).isSameAs(before);
    assertThat(undone.label()).contains("order");
  }

  private static Rebinding source(String sample) throws Exception {
    return Rebinding.of(mapping(), Side.SOURCE, NEW, schema(SOURCE), schema(sample));
  }

  private static Rule rule(Mapping mapping, String to) {
    return mapping.rules().stream().filter(r -> r.to().equals(to)).findFirst().orElseThrow();
  }

  private static FieldRef ref(String text) {
    return FieldRef.parse(text);
  }

  private static SchemaTree schema(String sample) throws SchemaException {
    return SchemaReaders.read(
        "s.json", sample.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "json");
  }

  private static Mapping mapping() throws PackException {
    String json =
        """
        {"fieldloom":1,"name":"m",
         "sources":[{"name":"order","format":"json","schema":"order.schema.json"}],
         "target":{"name":"bill","format":"json","schema":"bill.schema.json"},
         "rules":[
          {"to":"FNo","from":"order.no"},
          {"to":"FBuyer","formula":"UPPER(order.buyer.code) & order.memo"},
          {"to":"FMemo","formula":"DEFAULT(order.memo, \\"-\\")","when":"size > 1"},
          {"to":"FRows[]","each":"order.lines[]","as":"line","where":"line.qty > 0"},
          {"to":"FRows[].FSku","from":"line.sku"},
          {"to":"FRows[].FQty","formula":"line.qty * COUNT(order.lines[].qty)"},
          {"to":"FSum","formula":"SUM(bill.FRows[].FQty)"}],
         "variables":[{"name":"size","formula":"LENGTH(order.no)"}],
         "tests":[],"layout":{}}
        """;
    return MappingFile.read(json.getBytes(StandardCharsets.UTF_8), "m.flmap");
  }
}
