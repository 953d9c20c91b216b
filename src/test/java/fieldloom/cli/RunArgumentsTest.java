package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.job.RunRequest;
import fieldloom.job.TablePlaces;
import fieldloom.job.UnusableException;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunArgumentsTest {
  private static final Mapping MAPPING =
      Mapping.empty("m", document("order"), document("bill"))
          .withSources(List.of(document("order"), document("stock")))
          .withTargets(List.of(document("bill"), document("rejects")));

  private static final TablePlaces PLACES = new TablePlaces(MAPPING, false, Map.of(), Map.of());

  @Test
  void aNameInFrontOfAnOutputCountsOnlyWhereItIsATarget() throws UnusableException {
    Map<String, RunRequest.Output> outputs =
        RunArguments.outputs(
            MAPPING,
            List.of("rejects=r.json", "a=b.json"),
            OutputStream.nullOutputStream(),
            PLACES);

    assertThat(outputs)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "rejects", new RunRequest.Output.File(Path.of("r.json")),
                "bill", new RunRequest.Output.File(Path.of("a=b.json"))));
  }

  @Test
  void aDashIsStandardInputAndOutput() throws UnusableException {
    InputStream in = InputStream.nullInputStream();
    OutputStream out = OutputStream.nullOutputStream();

    assertThat(RunArguments.inputs(MAPPING, List.of("order=-", "stock=s=1.json"), in, PLACES))
        .containsEntry("order", new RunRequest.Input.Stream(in, "standard input"))
        .containsEntry("stock", new RunRequest.Input.File(Path.of("s=1.json")));
    assertThat(RunArguments.outputs(MAPPING, List.of("-"), out, PLACES))
        .containsExactly(Map.entry("bill", new RunRequest.Output.Stream(out)));
  }

  @ParameterizedTest
  @CsvSource({
    "orders=a.json, 'names no source of the mapping'",
    "a.json, 'one of: order, stock'",
    "order=, 'names no file'",
    "'order=a,order=b', 'order twice'",
    "'order=-,stock=-', 'standard input'"
  })
  void anUnusableInputIsRefusedWithItsName(String given, String said) {
    assertThatThrownBy(
            () ->
                RunArguments.inputs(
                    MAPPING, List.of(given.split(",")), InputStream.nullInputStream(), PLACES))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({
    "'bill=a.json,b.json', 'bill twice'",
    "'bill=a.json,rejects=a.json', 'cannot both be written to a.json'",
    "'-,rejects=-', 'cannot both be written to -'",
    "rejects=, 'names no file'"
  })
  void anUnusableOutputIsRefusedWithItsName(String given, String said) {
    assertThatThrownBy(
            () ->
                RunArguments.outputs(
                    MAPPING, List.of(given.split(",")), OutputStream.nullOutputStream(), PLACES))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aParametersValueMayHoldEqualsSignsAndBeEmpty() throws UnusableException {
    assertThat(RunArguments.parameters(List.of("a=b=c", "d=")))
        .containsExactly(Map.entry("a", "b=c"), Map.entry("d", ""));
  }

  @ParameterizedTest
  @CsvSource({"a, KEY=VALUE", "=a, KEY=VALUE", "'a=1,a=2', a twice"})
  void anUnusableParameterIsRefused(String given, String said) {
    assertThatThrownBy(() -> RunArguments.parameters(List.of(given.split(","))))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(said);
  }

  private static Document document(String name) {
    return new Document(name, "json", new SchemaRef.None(), null, Extras.NONE);
  }
}
