package fieldloom.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.LargeSchemas;
import fieldloom.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples larger than are read whole, by the program of its own in a small heap. */
class LargeSampleTest {
  private static final long BYTES = 65 << 20;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.csv | `no;memo\n` | `A1;\"two\nlines\"\n` | | 559,240 records | `no\tstring`",
        "a.txt | `A001 Bolt      3\n` | `A002 Washer   17\n` | | 493,447 records | `column3\tinteger`",
        "a.ndjson | `{\"no\":\"a\"}\n` | `{\"no\":1,\"lines\":[{\"qty\":2.5}]}\n` | | 270,600 records"
            + " | `lines[].qty\tdecimal\t1`",
        "a.json | [{} | ,{\"no\":1,\"lines\":[{\"qty\":2.5}]} | | 270,601 records"
            + " | `lines[].qty\tdecimal\t1`",
        "a.json | {\"z\":[],\"data\":{\"orders\":[{} | ,{\"no\":1,\"lines\":[{\"qty\":2.5}]}"
            + " | {\"records\":\"/data/orders\"} | 270,600 records | `lines[].qty\tdecimal\t1`",
        "a.xml | <orders><head/> | <order no='1'><line><qty>2.5</qty></line></order> | "
            + " | 171,195 records | `order[].line.qty\tdecimal\t1`",
      })
  void the_fields_of_the_first_records_are_printed_and_how_many_they_are(
      String name, String before, String middle, String options, String many, String field)
      throws Exception {
    Path file = LargeSchemas.of(folder.resolve(name), before, middle, BYTES);
    List<String> args = new ArrayList<>(List.of("schema", file.toString()));
    if (options != null) {
      args.addAll(List.of("--options", options));
    }

    String said = SmallHeap.output(Main.class, args.toArray(String[]::new));

    assertThat(said)
        .contains("note: Of the sample " + file)
        .contains("only the first " + many + " (8 MB) were read")
        .contains(field)
        .doesNotContain("Exception");
  }
}
