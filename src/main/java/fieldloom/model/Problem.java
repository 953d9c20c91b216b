package fieldloom.model;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a mapping, found before it runs.
 *
 * @param code stable and short: {@code unknown-path}
 * @param place where it is
 * @param message one sentence: what is wrong
 * @param remedy one sentence: what to do
 */
public record Problem(Severity severity, String code, Place place, String message, String remedy) {

  /** An error makes the mapping unusable; a warning does not. */
  public enum Severity {
    ERROR,
    WARNING;

    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Where a problem is.
   *
   * @param ruleIndex index of the rule in the mapping from 0; -1 where it is none of a rule
   * @param target the target path, or what else names the place: {@code table customers}
   * @param part which text of the rule: {@code formula}, {@code where}, {@code from}; "" where none
   * @param line line within that text from 1; 0 where it has no such place
   * @param column character within that line from 1
   */
  public record Place(int ruleIndex, String target, String part, int line, int column) {
    public static Place of(int ruleIndex, String target) {
      return new Place(ruleIndex, target, "", 0, 0);
    }

    public static Place named(String what) {
      return new Place(-1, what, "", 0, 0);
    }

    /** {@code line:column}, null where there is none. */
    public @Nullable String position() {
      return line == 0 ? null : line + ":" + column;
    }
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line, as {@code fieldloom validate} prints it: severity, target, message, remedy. */
  public String line() {
    return line(severity.label(), remedy);
  }

  /** The same of a warning that was accepted: the reason stands where the remedy does. */
  public String acceptedLine(String reason) {
    return line("accepted", reason);
  }

  private String line(String severityLabel, String last) {
    String at = place.position() == null ? "" : place.part() + " " + place.position() + ": ";
    return severityLabel + "\t" + place.target() + "\t" + at + message + "\t" + last;
  }
}
