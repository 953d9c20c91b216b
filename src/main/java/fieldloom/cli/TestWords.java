package fieldloom.cli;

import fieldloom.pack.TestCases;
import fieldloom.pack.comparison.FieldResult;
import java.util.ArrayList;
import java.util.List;

/** What is said of a test case that does not pass. */
final class TestWords {
  private TestWords() {}

  /** Why it could not be compared, then a line for each difference. */
  static List<String> lines(TestCases.Result result) {
    List<String> lines = new ArrayList<>();
    if (result.failure() != null) {
      lines.add(Terminal.oneLine(result.failure()));
      if (result.outputs().stream().anyMatch(output -> output.file() == null)) {
        // A test that wants nothing: all that came would be listed.
        return lines;
      }
    }
    result.differences().forEach(difference -> lines.add(line(difference)));
    return lines;
  }

  /** How many fields differ. */
  static String count(TestCases.Result result) {
    int count = result.differences().size();
    return count == 1 ? "1 difference" : count + " differences";
  }

  private static String line(FieldResult difference) {
    String path = difference.path().isEmpty() ? "the record" : difference.path();
    String place = difference.target() + " record " + difference.record() + ", " + path + ": ";
    return switch (difference.kind()) {
      case REORDERED ->
          place
              + "reordered, wanted as number "
              + difference.from()
              + ", got as number "
              + difference.to();
      case EQUAL, EQUAL_BY_VALUE, IGNORED, CHANGED, ADDED, MISSING ->
          place + "wanted " + difference.expectedText() + ", got " + difference.actualText();
    };
  }
}
