package fieldloom.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples as large as are read, in little memory. */
class HeavySampleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.json | [ | {}, | 22000000 | {\"last\":1}] | last",
        "a.json | [ | {\"a\":\"b\"}, | 6000000 | {\"last\":1}] | last",
        "a.json | {\"a\":[ | {}, | 22000000 | {}]} | the most that a schema or one record",
        "a.json | {\"type\":[ | {}, | 22000000 | {}]} | the most that a schema or one record",
        "a.json | [[ | 1, | 33000000 | 1]] | up to line 1, column",
      })
  void objects_without_number_are_read_or_end_in_a_sentence(
      String name, String before, String middle, String count, String behind, String said)
      throws Exception {
    String output = SmallHeap.output(HeavySample.class, name, before, middle, count, behind);

    assertThat(output).contains(said).doesNotContain("Exception", "Error");
  }

  @Test
  void keys_that_are_data_end_in_a_sentence() {
    String text =
        IntStream.range(0, 100_002)
            .mapToObj(i -> "{\"key" + i + "\":1}")
            .collect(Collectors.joining(",", "[", "]"));
    SchemaFile file = SchemaFile.of("a.json", text.getBytes(UTF_8));

    assertThatThrownBy(() -> SchemaReaders.read(file, "json"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("more than 100,000 different fields")
        .hasMessageContaining("“key100000”");
  }

  @Test
  void what_is_wrong_with_one_of_many_records_is_told_with_its_place() {
    assertThatThrownBy(() -> SchemaReaders.read(file("[{},\n{\"a\":1e1000000000}]"), "json"))
        .hasMessageContaining("The number at /1/a of a.json");
    assertThatThrownBy(() -> SchemaReaders.read(file("[{},\n{\"a\":1}] []"), "json"))
        .hasMessageContaining("line 2, column 10: something follows the end of the JSON");
    assertThatThrownBy(() -> SchemaReaders.read(file("[{},\n{\"a\":1}"), "json"))
        .hasMessageContaining("ends at line 2, column 8");
  }

  private static SchemaFile file(String text) {
    return SchemaFile.of("a.json", text.getBytes(UTF_8));
  }
}
