package fieldloom.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteViewModelTest {
  private final Settings settings = Settings.inMemory();
  private final EditorSession session = OrderToBill.session();
  private final PaletteViewModel model = new PaletteViewModel(session, settings);

  @AfterEach
  void backToEnglish() {
    Texts.languageProperty().set(Language.ENGLISH);
  }

  private Stream<Listed> shown() {
    return model.rows().stream()
        .filter(PaletteRow.Entry.class::isInstance)
        .map(row -> ((PaletteRow.Entry) row).function());
  }

  private List<String> headings() {
    return model.rows().stream()
        .filter(PaletteRow.Heading.class::isInstance)
        .map(row -> ((PaletteRow.Heading) row).title())
        .toList();
  }

  private List<String> find(String typed) {
    model.searchProperty().set(typed);
    return shown().map(Listed::name).toList();
  }

  @Test
  void allFunctionsStandUnderTheGroupsOfTheLibrary() {
    assertThat(shown().map(Listed::name)).containsExactlyInAnyOrderElementsOf(everything());
    assertThat(headings())
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of("Operators"),
                    Stream.of(FunctionDef.Group.values()).map(FunctionDef.Group::label))
                .toList());
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(headings()).contains("文本", "日期").doesNotContain("Text");
  }

  private static List<String> everything() {
    return Stream.concat(
            Stream.of(BinaryOp.values()).map(BinaryOp::symbol),
            FunctionLibrary.standard().all().stream().map(FunctionDef::name))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "round, ROUND",
    "*, *",
    "乘, *",
    "formatd, FORMATDATE",
    "ROUND, ROUND",
    "vlookup, LOOKUP",
    "四舍五入, ROUND",
    "sswr, ROUND",
    "first characters, LEFT",
  })
  void aFunctionIsFoundFirstByNameByHelpInBothLanguagesAndByPinyin(String typed, String name) {
    assertThat(find(typed)).startsWith(name);
    assertThat(model.selectedProperty().get().function().name()).isEqualTo(name);
  }

  @Test
  void everyFunctionIsFoundByItsNameBeforeAllOthers() {
    for (FunctionDef function : FunctionLibrary.standard().all()) {
      assertThat(find(function.name().toLowerCase(java.util.Locale.ROOT)))
          .startsWith(function.name());
    }
  }

  @Test
  void whatIsNotThereIsNotFoundAndWithoutWordsAllIsBack() {
    assertThat(find("no such thing")).isEmpty();
    assertThat(model.selectedProperty().get()).isNull();
    assertThat(find("")).hasSize(everything().size());
  }

  @Test
  void whatWasUsedLastStandsAboveAndIsRemembered() {
    model.used("ROUND");
    model.used("LEFT");
    model.used("ROUND");
    assertThat(headings()).startsWith("Used last");
    assertThat(shown().map(Listed::name)).startsWith("ROUND", "LEFT", "OR");
    PaletteViewModel later = new PaletteViewModel(OrderToBill.session(), settings);
    assertThat(later.rows().get(1))
        .isEqualTo(new PaletteRow.Entry(shown().findFirst().orElseThrow(), false));
  }

  @Test
  void noMoreThanEightAreRemembered() {
    FunctionLibrary.standard().all().stream().limit(20).forEach(f -> model.used(f.name()));
    assertThat(model.rows().getFirst()).isEqualTo(new PaletteRow.Heading("Used last", 8));
  }

  @Test
  void theMappingsOwnFunctionsAreAmongThemAndFollowIt() {
    Mapping now = session.mapping();
    Mapping.OwnFunction own =
        new Mapping.OwnFunction("TIDY_CODE", List.of("s"), "UPPER(TRIM(s))", Extras.NONE);
    Mapping with =
        new Mapping(
            now.name(),
            now.sources(),
            now.targets(),
            now.singleTarget(),
            now.rules(),
            now.variables(),
            now.tables(),
            List.of(own),
            now.params(),
            now.tests(),
            now.zone(),
            now.locale(),
            now.layout(),
            now.extras());
    session.apply(new Edit.ReplaceMapping(with, "own"));
    assertThat(headings()).startsWith("Functions of this mapping");
    Listed listed = shown().findFirst().orElseThrow();
    assertThat(listed.signature()).isEqualTo("TIDY_CODE(s)");
    assertThat(listed.about()).isEqualTo("UPPER(TRIM(s))");
    session.undo();
    assertThat(headings()).startsWith("Operators", "Text");
  }

  @Test
  void keysWalkFromFunctionToFunctionOverHeadings() {
    List<Listed> all = shown().toList();
    model.walk(-1);
    assertThat(model.selectedProperty().get().function()).isEqualTo(all.getFirst());
    for (Listed next : all) {
      assertThat(model.selectedProperty().get().function()).isEqualTo(next);
      model.walk(1);
    }
    assertThat(model.selectedProperty().get().function()).isEqualTo(all.getLast());
  }

  @Test
  void theHelpHasItsExamplesAndSpeaksBothLanguages() {
    Listed round = shown().filter(f -> f.name().equals("ROUND")).findFirst().orElseThrow();
    assertThat(round.examples()).hasSizeGreaterThanOrEqualTo(3);
    String english = round.about();
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(round.about()).isNotEqualTo(english).contains("四舍五入");
  }
}
