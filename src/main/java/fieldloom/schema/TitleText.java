package fieldloom.schema;

import org.jspecify.annotations.Nullable;

/** What authors write about fields in one text: its first line is a title where it is short. */
public final class TitleText {
  private static final int LONGEST_TITLE = 80;

  private TitleText() {}

  /** The first line; null where there is none, or it is too long for a title. */
  public static @Nullable String title(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String line = text.strip().lines().findFirst().orElse("").strip();
    return line.isEmpty() || line.length() > LONGEST_TITLE ? null : line;
  }

  /** The whole text where the title does not hold it; else null. */
  public static @Nullable String documentation(@Nullable String text) {
    boolean told = text == null || text.isBlank() || text.strip().equals(title(text));
    return told ? null : text.strip();
  }
}
