package fieldloom.ui.schematree;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.Pinyin;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.Titles;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fields that are made ready for a search before it begins. */
class PreparationTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel tree = new SchemaTreeViewModel(session, Side.SOURCE);

  @AfterEach
  void close() {
    Texts.languageProperty().set(Language.ENGLISH);
    background.close();
  }

  private void prepare(SchemaTreeViewModel prepared) {
    prepared.prepareIn(background);
    pump.until(() -> background.runningProperty().get() == 0);
  }

  @Property(tries = 300)
  void what_was_made_ready_is_found_as_what_is_not(
      @ForAll
          @StringLength(max = 5)
          @Chars({'n', 'a', 'm', 'e', 'p', 'i', 'o', '.', 'l', '品', '名', '单'})
          String typed) {
    SchemaTreeViewModel ready = new SchemaTreeViewModel(session, Side.SOURCE);
    prepare(ready);
    tree.searchProperty().set(typed);
    ready.searchProperty().set(typed);
    assertThat(ready.rows()).isEqualTo(tree.rows());
    assertThat(ready.filter().hits()).isEqualTo(tree.filter().hits());
    assertThat(ready.found())
        .isEqualTo(ready.filter().isSearched() ? all(typed.strip()) : List.of());
  }

  /** The fields of which a text holds what was typed, looked through one by one. */
  private List<FieldRef> all(String typed) {
    SchemaTreeViewModel open = new SchemaTreeViewModel(session, Side.SOURCE);
    open.setAllOpen(true);
    return open.rows().stream()
        .filter(row -> row.depth() > 0)
        .filter(
            row ->
                Stream.of(
                            row.label(),
                            row.node().titles().in(Locale.CHINESE),
                            row.node().titles().in(Locale.ENGLISH))
                        .filter(Objects::nonNull)
                        .anyMatch(text -> Pinyin.of(text).find(typed) != null)
                    || typed.contains(".") && row.field().toString().contains(typed))
        .map(SchemaRow::field)
        .toList();
  }

  @Test
  void a_search_that_begins_before_finds_the_same() {
    tree.prepareIn(background);
    tree.searchProperty().set("pinm");
    List<SchemaRow> found = tree.rows();
    assertThat(found).extracting(SchemaRow::label).containsExactly("order", "lines[]", "name");
    pump.until(() -> background.runningProperty().get() == 0);
    assertThat(tree.rows()).isEqualTo(found);
    tree.searchProperty().set("pinmi");
    assertThat(tree.rows())
        .extracting(SchemaRow::label)
        .containsExactly("order", "lines[]", "name");
  }

  @Test
  void another_language_is_searched_in_its_titles() {
    SchemaNode field =
        SchemaNode.builder("no", FieldType.STRING).titles(new Titles("Number", "编号")).build();
    SchemaNode root =
        SchemaNode.builder("order", FieldType.OBJECT).children(List.of(field)).build();
    SchemaTreeViewModel titled = new SchemaTreeViewModel(sessionOf(root), Side.SOURCE);
    prepare(titled);
    titled.searchProperty().set("bianhao");
    assertThat(titled.rows().getLast().titleHit()).isNull();
    Texts.languageProperty().set(Language.CHINESE);
    pump.until(() -> background.runningProperty().get() == 0);
    assertThat(titled.rows().getLast().titleHit()).isEqualTo(new Sought.Hit(0, 2));
  }

  @Test
  void a_schema_that_contains_itself_is_made_ready_as_far_as_a_search_goes() {
    SchemaTreeViewModel parts = new SchemaTreeViewModel(sessionOf(recursive()), Side.SOURCE);
    prepare(parts);
    parts.searchProperty().set("name");
    assertThat(parts.rows()).extracting(SchemaRow::label).containsExactly("order", "name");
  }

  @Test
  void groups_that_are_opened_among_finds_open_one_round_at_a_time() {
    SchemaTreeViewModel parts = new SchemaTreeViewModel(sessionOf(recursive()), Side.SOURCE);
    parts.searchProperty().set("parts");
    parts.setOpen(FieldRef.parse("order.parts[]"), true);
    parts.setOpen(FieldRef.parse("order.parts[].parts[]"), true);
    assertThat(parts.rows())
        .extracting(SchemaRow::label)
        .containsExactly("order", "parts[]", "name", "parts[]", "name", "parts[]");
  }

  private static SchemaNode recursive() {
    SchemaNode[] node = new SchemaNode[1];
    node[0] =
        SchemaNode.builder("part", FieldType.OBJECT)
            .children(
                () ->
                    List.of(
                        SchemaNode.builder("name", FieldType.STRING).build(),
                        SchemaNode.builder("parts", FieldType.ARRAY).item(() -> node[0]).build()))
            .build();
    return node[0];
  }

  private static EditorSession sessionOf(SchemaNode root) {
    return new EditorSession(
        OrderToBill.empty(),
        Map.of("order", new SchemaTree(null, root)),
        Autosaver.none(),
        OrderToBill.canned(),
        SessionThreads.direct());
  }
}
