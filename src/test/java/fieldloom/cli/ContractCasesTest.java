package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs commands over the cases of {@code fieldloom/cases}: a file a point of the contract's page on
 * semantics, named by its number. {@code sentences.yaml} says which cases show which sentence.
 *
 * <p>A case has any member of a mapping; without {@code sources} and {@code target} these are
 * {@code order} and {@code bill} of the formats {@code from} and {@code to} (json), with {@code
 * schema} and {@code targetSchema}, or {@code types} and {@code want} as {@code {field: type}}
 * ({@code ?} allows null, {@code !} demands the field), {@code options} and {@code targetOptions}.
 * {@code formulas} is short for rules. {@code in} is the text of the source or {@code {source:
 * text}}, {@code files} lie beside the mapping, {@code args} follow ({@code DIR} is the folder),
 * {@code stdin} names the source of standard input, {@code stdout} sends the output there. Wanted:
 * {@code exit} (0), {@code out} by value, {@code outText} by character, {@code outRe}, {@code outs}
 * by target, {@code noOutput}, {@code says}, {@code saysRe}, {@code saysNot}, {@code lines} ({@code
 * {text: how many lines have it}}), {@code summary}, {@code silent} (nothing but the summary),
 * {@code errors} (lines of errors.ndjson).
 *
 * <p>A case of one JSON document that goes well runs a second time as NDJSON, which is mapped by
 * code instead of the interpreter, and a third time with schemas that its records tell, unless
 * {@code noSchemas} says that none fits them.
 */
class ContractCasesTest {
  private static final Path CASES = Path.of("src/test/resources/fieldloom/cases");
  private static final Path TESTS = Path.of("src/test/java/fieldloom/cli");

  private static final int POINTS = 32;

  @TempDir private Path scratch = Path.of("");

  @TestFactory
  Stream<DynamicContainer> commands_do_what_the_contract_says() {
    return IntStream.rangeClosed(1, POINTS)
        .mapToObj(
            point ->
                DynamicContainer.dynamicContainer(
                    "point " + point, cases(point).stream().flatMap(this::tests)));
  }

  @Test
  void every_sentence_of_the_contract_has_a_case() throws IOException {
    ContractSentences sentences = ContractSentences.read(CASES.resolve("sentences.yaml"));
    assertThat(sentences.points()).hasSize(POINTS);
    Map<String, List<String>> names = new TreeMap<>();
    for (int point = 1; point <= POINTS; point++) {
      List<String> of = cases(point).stream().map(ContractCase::name).toList();
      assertThat(of).as("point " + point).doesNotHaveDuplicates();
      names.put("%02d".formatted(point), of);
    }
    assertThat(sentences.withoutCase(names, TESTS)).isEmpty();
  }

  private static List<ContractCase> cases(int point) {
    try {
      return ContractCase.read(CASES.resolve("%02d.yaml".formatted(point)));
    } catch (IOException e) {
      throw new IllegalStateException("point " + point, e);
    }
  }

  private Stream<DynamicTest> tests(ContractCase given) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest(given.name(), () -> run(given)));
    if (given.hasTwin()) {
      tests.add(DynamicTest.dynamicTest(given.name() + ", as code", () -> run(given.twin())));
    }
    if (given.hasSchemas()) {
      tests.add(
          DynamicTest.dynamicTest(
              given.name() + ", with schemas", () -> run(given.withSchemas().twin())));
    }
    return tests.stream();
  }

  private void run(ContractCase given) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "case");
    List<String> words = given.layOut(folder);
    Captured terminal = Captured.reading(given.standardInput());
    int exit = new Commands().run(terminal, words.toArray(String[]::new));
    new ContractCheck(given, folder, terminal).hold(exit);
  }
}
