package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fieldloom.engine.Compilation;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.MappingCompiler;
import fieldloom.engine.RunSettings;
import fieldloom.function.ValueException;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.pack.PackException;
import fieldloom.payload.JsonValues;
import fieldloom.schema.SchemaLoader;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems of mappings and errors of records in the Chinese window. */
class ProblemWordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @AfterEach
  void backToEnglish() {
    Texts.languageProperty().set(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A string may not fit into an integer.                  | 文本可能无法放入整数。
          SUM needs a list as “values”, not a decimal.           | SUM 的“values”需要列表，而不是小数。
          LEFT takes 1 to 2 arguments, not 3.                    | LEFT 需要 1 到 2 个参数，而不是 3 个。
          “12 pcs” is no number; it stands at line 3, column 7 of the input. | “12 pcs” 不是数字；位于输入的 第 3 行第 7 列。
          Record 2, FQty, formula 1:5: “x” is no number.         | 第 2 条记录，FQty，公式 1:5：“x” 不是数字。
          Up to 9 characters may come, 5 fit.                    | 可能有多达 9 个字符，只能放下 5 个。
          The table cities has no row for “BJ”.                  | 表 cities 没有 “BJ” 的行。
          Something that nobody has said so yet.                 | Something that nobody has said so yet.
          """)
  void whatIsSaidInEnglishIsSaidInChineseWithAllThatItTells(String english, String chinese) {
    assertThat(Sentences.said(english)).isEqualTo(english);
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(Sentences.said(english)).isEqualTo(chinese);
  }

  /** All that the engine's fixtures have go wrong; a sentence that comes to be joins the book. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "checks",
        "groups",
        "intake",
        "joins",
        "loops",
        "numbers",
        "paths",
        "problems",
        "references",
        "tables",
        "targets",
        "values"
      })
  void allThatTheEngineSaysOfItsFixturesIsSaidInChinese(String name) throws Exception {
    Set<String> said = new TreeSet<>();
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/fieldloom/engine/" + name + ".json"))) {
      for (JsonNode fixture : JSON.readTree(in)) {
        collect(fixture, said);
      }
    }
    Texts.languageProperty().set(Language.CHINESE);
    said.removeIf(sentence -> sentence.isEmpty() || !Sentences.said(sentence).equals(sentence));
    assertThat(said).isEmpty();
  }

  private static void collect(JsonNode fixture, Set<String> said)
      throws IOException, PackException {
    Mapping mapping = QuickFixesTest.mapping(fixture);
    Map<String, SchemaTree> schemas = SchemaLoader.load(mapping, QuickFixesTest.NO_FILES).schemas();
    Compilation compiled = MappingCompiler.compile(mapping, schemas, Map.of());
    compiled.problems().forEach(problem -> said.add(problem.message()));
    compiled.problems().forEach(problem -> said.add(problem.remedy()));
    try {
      CompiledMapping.Run run = compiled.mapping().start(RunSettings.PREVIEW);
      for (JsonNode record : fixture.path("in")) {
        run.map(JsonValues.of(record), 1).failures().stream()
            .map(FieldFailure::message)
            .forEach(said::add);
      }
    } catch (ValueException e) {
      said.add(String.valueOf(e.getMessage()));
    }
  }

  @Test
  void anEmptySentenceStaysOne() {
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(Sentences.said("")).isEmpty();
  }
}
