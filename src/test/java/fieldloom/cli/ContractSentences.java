package fieldloom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sentences of the contract's page on semantics, in words of our own, and what shows each: how
 * the name of a case of its point begins, {@code 05/} and that of another point's, or {@code test:}
 * and a class of tests.
 */
final class ContractSentences {
  private static final String TEST = "test:";

  private final JsonNode points;

  private ContractSentences(JsonNode points) {
    this.points = points;
  }

  static ContractSentences read(Path file) throws IOException {
    return new ContractSentences(new YAMLMapper().readTree(file.toFile()));
  }

  /** The numbers of the points that it has. */
  List<String> points() {
    return points.propertyStream().map(Map.Entry::getKey).toList();
  }

  /**
   * What names no case, or more than one, and sentences that nothing shows.
   *
   * @param names of the cases, by the number of their point
   * @param tests the folder of classes of tests
   */
  List<String> withoutCase(Map<String, List<String>> names, Path tests) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> point : points.properties()) {
      if (point.getValue().isEmpty()) {
        wrong.add("point " + point.getKey() + " has no sentence");
      }
      for (JsonNode sentence : point.getValue()) {
        String says = point.getKey() + ": " + sentence.path("says").asText();
        if (sentence.path("says").asText().isBlank() || sentence.path("by").isEmpty()) {
          wrong.add(says + ": no case");
        }
        for (JsonNode by : sentence.path("by")) {
          if (!shows(by.asText(), point.getKey(), names, tests)) {
            wrong.add(says + ": no single case begins with " + by.asText());
          }
        }
      }
    }
    return wrong;
  }

  private static boolean shows(
      String by, String point, Map<String, List<String>> names, Path tests) {
    if (by.startsWith(TEST)) {
      return Files.exists(tests.resolve(by.substring(TEST.length()) + ".java"));
    }
    boolean elsewhere = by.matches("\\d\\d/.*");
    String begins = elsewhere ? by.substring(3) : by;
    List<String> of = names.getOrDefault(elsewhere ? by.substring(0, 2) : point, List.of());
    return of.contains(begins) || of.stream().filter(name -> name.startsWith(begins)).count() == 1;
  }
}
