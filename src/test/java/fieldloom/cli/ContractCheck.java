package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Holds what a command left behind against what its case wants. */
final class ContractCheck {
  private static final List<String> ERROR_KEYS =
      List.of("record", "at", "target", "formula", "code", "message", "input");

  private final ContractCase wanted;
  private final JsonNode spec;
  private final Path folder;
  private final Captured terminal;

  ContractCheck(ContractCase wanted, Path folder, Captured terminal) {
    this.wanted = wanted;
    this.spec = wanted.spec();
    this.folder = folder;
    this.terminal = terminal;
  }

  void hold(int exit) throws IOException {
    assertThat(exit).as(terminal.err() + said()).isEqualTo(spec.path("exit").asInt(0));
    assertThat(terminal.err()).doesNotContain("\tat ").doesNotContain("Exception");
    words();
    output();
    if (spec.has("errors")) {
      errors();
    }
  }

  /** What the user reads: the report on standard output, of a run on standard error. */
  private String said() {
    return wanted.command().equals("run") ? terminal.err() : terminal.out();
  }

  private void words() {
    for (JsonNode word : spec.path("says")) {
      assertThat(said()).containsIgnoringCase(word.asText());
    }
    for (JsonNode pattern : spec.path("saysRe")) {
      assertThat(said()).containsPattern(pattern.asText());
    }
    for (JsonNode word : spec.path("saysNot")) {
      assertThat(said()).doesNotContainIgnoringCase(word.asText());
    }
    for (Map.Entry<String, JsonNode> line : spec.path("lines").properties()) {
      assertThat(said().lines().filter(it -> it.contains(line.getKey())))
          .as(said())
          .hasSize(line.getValue().asInt());
    }
    if (spec.has("summary")) {
      assertThat(terminal.errLines().getLast())
          .matches(spec.path("summary").asText() + " in [0-9.]+ s");
    }
    if (spec.path("silent").asBoolean()) {
      assertThat(terminal.errLines()).hasSize(1);
    }
    if (wanted.command().equals("run") && spec.path("exit").asInt(0) == 2) {
      assertThat(terminal.errLines()).isNotEmpty();
    }
  }

  private void output() throws IOException {
    Path out = folder.resolve("out");
    if (spec.path("noOutput").asBoolean()) {
      assertThat(out).doesNotExist();
    }
    String got =
        spec.path("stdout").asBoolean()
            ? terminal.out()
            : Files.exists(out) ? Files.readString(out, charset()) : "";
    if (spec.has("out")) {
      same(wanted.to(), spec.path("out").asText(), got);
    }
    if (spec.has("outText")) {
      assertThat(got).isEqualTo(spec.path("outText").asText());
    }
    for (JsonNode pattern : spec.path("outRe")) {
      assertThat(got).containsPattern(pattern.asText());
    }
    for (Map.Entry<String, JsonNode> target : spec.path("outs").properties()) {
      Path file = folder.resolve("out-" + target.getKey());
      same("ndjson", target.getValue().asText(), Files.readString(file));
    }
  }

  private Charset charset() {
    return Charset.forName(spec.path("outCharset").asText(StandardCharsets.UTF_8.name()));
  }

  /** JSON by value, digits and scale included, the order of fields not; all else by its text. */
  private static void same(String format, String want, String got) throws IOException {
    switch (format) {
      case "json" -> assertThat(tree(got)).isEqualTo(tree(want));
      case "ndjson" -> assertThat(trees(got)).isEqualTo(trees(want));
      default -> assertThat(got).isEqualTo(want);
    }
  }

  private static JsonNode tree(String text) throws IOException {
    return ContractCase.JSON.readTree(text);
  }

  private static List<JsonNode> trees(String text) throws IOException {
    try (MappingIterator<JsonNode> values =
        ContractCase.JSON.readerFor(JsonNode.class).readValues(text)) {
      return values.readAll();
    }
  }

  private void errors() throws IOException {
    List<JsonNode> got = trees(Files.readString(folder.resolve("errors.ndjson")));
    assertThat(got).as(got.toString()).hasSameSizeAs(spec.path("errors"));
    for (int i = 0; i < got.size(); i++) {
      JsonNode line = got.get(i);
      assertThat(line.propertyStream().map(Map.Entry::getKey))
          .containsExactlyElementsOf(ERROR_KEYS);
      for (Map.Entry<String, JsonNode> member : spec.path("errors").get(i).properties()) {
        JsonNode value = line.path(member.getKey());
        if (member.getValue().has("~")) {
          assertThat(value.asText()).matches("(?s)" + member.getValue().path("~").asText());
        } else {
          // Through text, so that 1 is the same number whichever reader made it.
          assertThat(value).isEqualTo(tree(member.getValue().toString()));
        }
      }
    }
  }
}
