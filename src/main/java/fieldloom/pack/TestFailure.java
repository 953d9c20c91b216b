package fieldloom.pack;

import java.io.Serial;

/** Why a test case could not be compared. */
final class TestFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String sentence;

  TestFailure(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
