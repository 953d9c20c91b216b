package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The help of {@code run} lists the codes that errors files have. */
class ErrorCodesTest {
  private static final Pattern THROWN = Pattern.compile("new ValueException\\(\\s*\"([a-z-]+)\"");
  private static final Pattern FIELD = Pattern.compile("\"(required-(?:missing|null))\"");

  /** Said before a run begins, of its settings. */
  private static final Set<String> OF_SETTINGS =
      Set.of("bad-param", "bad-zone", "param-not-set", "unknown-param");

  @Test
  void the_list_has_each_code_that_the_program_uses_and_no_other() throws Exception {
    Set<String> used = inSources();
    for (Field field : fieldloom.payload.ReadCodes.class.getFields()) {
      used.add((String) field.get(null));
    }
    used.add("unwritable");
    used.removeAll(OF_SETTINGS);
    // The beginning of those of dates, times and datetimes.
    assertThat(used.remove("not-a-")).isTrue();
    used.addAll(List.of("not-a-date", "not-a-time", "not-a-datetime"));

    assertThat(listed()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void the_help_of_run_ends_with_the_list() {
    Captured terminal = Captured.unattended();

    assertThat(new Commands().run(terminal, "run", "--help")).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .containsPattern("Codes of failed records:\\R  error +the formula called ERROR\\R")
        .contains(ErrorCodes.list());
  }

  private static List<String> listed() {
    return ErrorCodes.list().lines().map(l -> l.strip().split(" ", 2)[0]).toList();
  }

  private static Set<String> inSources() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      files = all.filter(p -> p.toString().endsWith(".java")).toList();
    }
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    return texts.stream()
        .flatMap(t -> Stream.concat(THROWN.matcher(t).results(), FIELD.matcher(t).results()))
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
