package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The designer's view of mappings that split and merge records. */
class RecordsPreviewTest {
  private static final Mapping MAPPING =
      Mapping.empty(
              "m",
              new Document("row", "json", new SchemaRef.None())
                  .withIntake(new Document.Intake("row.qty > 0", GroupBy.of("row.o"), "key")),
              new Document("bill", "json", new SchemaRef.None()))
          .withRules(
              List.of(
                  Rule.each("[]", new Each("row.items[]", "i")),
                  Rule.link("o", "row.key"),
                  Rule.link("qty", "i.qty")));

  private static Obj row(long order, long quantity) {
    return new Obj().put("o", Num.of(order)).put("qty", Num.of(quantity));
  }

  private static Preview preview(int record) {
    Sample sample =
        new Sample("s", Map.of("row", List.of(row(1, 1), row(2, 2), row(3, 0), row(1, 4))));
    return Previewer.engine()
        .preview(new Previewer.Request(MAPPING, Map.of(), Map.of(), sample, record, List.of()));
  }

  private static List<Object> shown(int record) {
    return Objects.requireNonNull(preview(record).outcome())
        .outputs()
        .getOrDefault("bill", List.of());
  }

  @Test
  void thePreviewShowsTheGroupOfTheRecordThatIsLookedAt() {
    assertThat(preview(0).problems()).isEmpty();
    assertThat(shown(0)).containsExactly(row(1, 1), row(1, 4));
    assertThat(shown(3)).isEqualTo(shown(0));
    assertThat(shown(1)).containsExactly(row(2, 2));
  }

  @Test
  void aRecordThatIsLeftOutShowsNothing() {
    assertThat(shown(2)).isEmpty();
    assertThat(preview(2).failure()).isNull();
  }

  @Test
  void linksOfAGroupedSourceLeadToItsRecordsFields() {
    RuleIndex index = RuleIndex.of(MAPPING);
    assertThat(index.views().getLast().inputs())
        .singleElement()
        .extracting(RuleView.Input::field)
        .isEqualTo(FieldRef.parse("row.qty"));
    FieldRef name = FieldRef.parse("row.name");
    assertThat(index.loops().expression(name, FieldRef.parse("bill.name"))).isEqualTo("i.name");
    Mapping whole = MAPPING.withRules(List.of());
    assertThat(Loops.of(whole).written(name, FieldRef.parse("bill.name")))
        .isEqualTo(Path.parse("row.items[].name"));
  }

  @Test
  void renamingASourceRenamesItInItsConditionAndKey() {
    Mapping renamed = DocumentEdits.rename(MAPPING, Side.SOURCE, "row", "line");
    assertThat(renamed.driver().intake())
        .isEqualTo(new Document.Intake("line.qty > 0", GroupBy.of("line.o"), "key"));
    assertThat(renamed.rules().get(1).from()).isEqualTo("line.key");
  }
}
