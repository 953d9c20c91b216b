package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.DatabaseException;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Queries;
import fieldloom.model.Fault;
import fieldloom.payload.text.FileKind;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

  @AfterEach
  void backToEnglish() {
    Texts.languageProperty().set(Language.ENGLISH);
  }

  private static Throwable failure(ThrowingCallable work) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(work);
    assertThat(thrown).isInstanceOfAny(SchemaException.class, DatabaseException.class);
    return thrown;
  }

  private static Throwable reading(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    return failure(() -> SchemaReaders.read(SchemaFile.of(name, bytes), null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.json | {"a": }                            | 第 1 行第 7 列有错
          a.json | {"a": 1,                           | 可能不完整
          a.json | ''                                 | 文件 a.json 是空的
          a.yaml | openapi: "3.0.0                    | 不是正确的 YAML（第 1 行
          a.xml  | <a><b></a>                         | 不是正确的 XML
          a.png  | \u0089PNG....                     | PNG 图片；请选择包含数据的文件
          """)
  void whatIsWrongWithAFileIsSaidInTheLanguageOfTheWindow(
      String name, String content, String chinese) {
    Throwable thrown = reading(name, content.translateEscapes());
    assertThat(Sentences.of(thrown)).isEqualTo(thrown.getMessage());
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(Sentences.of(thrown))
        .contains(name, chinese)
        .endsWith("。")
        .doesNotContain("correct");
  }

  @Test
  void whatIsWrongWithADatabaseIsSaidInTheLanguageOfTheWindow() {
    Throwable url = failure(() -> JdbcUrl.parse("jdbc:oracle:x"));
    Throwable query = failure(() -> Queries.checked("delete from a"));
    assertThat(Sentences.of(url)).isEqualTo(url.getMessage());
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(Sentences.of(url)).startsWith("数据库 URL jdbc:oracle:x 无法识别");
    assertThat(Sentences.of(query)).contains("delete").contains("请编写以 SELECT 开头的查询");
  }

  @Test
  void whatHasNoWordsOfItsOwnIsSaidAsItIs() {
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(Sentences.of(new SchemaException("Something rare."))).isEqualTo("Something rare.");
  }

  @ParameterizedTest
  @EnumSource
  void eachKindOfFaultIsSaidWithAllThatItTells(Fault.Kind kind) {
    Object[] told = IntStream.range(0, kind.arguments()).mapToObj(i -> "<" + i + ">").toArray();
    if (kind == Fault.Kind.FILE_OF_ANOTHER_KIND) {
      told[1] = "PDF";
    }
    String sentence = Sentences.chinese(Fault.of(kind, told));
    assertThat(sentence).endsWith("。").contains("；").doesNotContain("{");
    for (Object part : told) {
      assertThat(sentence).contains(part.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachKindOfFileHasItsName(FileKind kind) {
    assertThat(Sentences.isSaid("is." + kind.name())).isTrue();
  }
}
