package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Job.OnError;
import fieldloom.model.Problem;
import fieldloom.pack.Project;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a run from beginning, and that it leaves nothing behind then. */
class RunUsabilityTest extends RunFixture {

  @Test
  void aMissingInputIsNamedWithWhatToWrite() {
    assertThatThrownBy(
            () ->
                MappingRunner.run(
                    new RunRequest(
                        FakeMapping.project("ndjson", "ndjson"),
                        Map.of(),
                        Map.of(),
                        OnError.STOP,
                        null,
                        Map.of(),
                        1),
                    RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("--in order=FILE");
  }

  @Test
  void anInputThatCannotBeReadIsNamed() throws Exception {
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("in.ndjson")
        .hasMessageContaining("no such file");
    Files.createDirectory(in);
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("is a folder");
    assertThat(left()).containsExactly("in.ndjson");
  }

  @Test
  void anEmptyJsonDocumentIsUnusable() throws Exception {
    Files.writeString(in, "");
    assertThatThrownBy(() -> run(FakeMapping.project("json", "json"), OnError.SKIP))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("in.ndjson")
        .hasMessageContaining("empty");
    assertThat(left()).containsExactly("in.ndjson");
  }

  @Test
  void anOutputWithoutAFolderOrNamedTwiceIsUnusable() throws Exception {
    Files.writeString(in, order(1));
    out = folder.resolve("none/out.ndjson");
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("there is no folder");
    out = errors;
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("named twice");
  }

  @Test
  void aMappingWithAnErrorAndAWrongParameterAreUnusable() throws Exception {
    Files.writeString(in, order(1));
    Problem problem =
        new Problem(
            Problem.Severity.ERROR,
            "unknown-path",
            new Problem.Place(0, "qty", "formula", 2, 1),
            "There is no field order.qyt.",
            "Did you mean order.qty?");
    Project wrong =
        FakeMapping.project(
            List.of(FakeMapping.document("order", "ndjson")),
            List.of(FakeMapping.document("bill", "ndjson")),
            List.of(problem));
    assertThatThrownBy(() -> run(wrong, OnError.SKIP))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("qty: formula 2:1: There is no field order.qyt.");
    assertThatThrownBy(
            () ->
                MappingRunner.run(
                    new RunRequest(
                        FakeMapping.project("ndjson", "ndjson"),
                        inputs(),
                        Map.of(),
                        OnError.STOP,
                        null,
                        Map.of("wrong", "1"),
                        1),
                    RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessage("The mapping has no parameter wrong.");
    assertThat(left()).containsExactly("in.ndjson");
  }
}
