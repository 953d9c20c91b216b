package fieldloom.payload.edi;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which standard segments are of, by their tags. */
public final class StandardGuess {
  private static final Set<String> EDIFACT =
      Set.of("BGM", "UNS", "NAD", "RFF", "UCI", "MOA", "CUX", "TDT", "CNT", "MSG", "CPS", "IMD");

  private StandardGuess() {}

  /**
   * The standard of a message or a record.
   *
   * @param names tags of segments, or names of fields
   * @return null where they do not tell
   */
  public static @Nullable EdiStandard of(Collection<String> names) {
    for (EdiStandard standard : EdiStandard.values()) {
      if (names.stream().anyMatch(standard::isEnvelope)) {
        return standard;
      }
    }
    if (names.stream().map(StandardGuess::tag).anyMatch(EDIFACT::contains)) {
      return EdiStandard.EDIFACT;
    }
    // Tags of EDIFACT are three letters; its groups are called SG1 and so on.
    boolean x12 =
        names.stream()
            .map(StandardGuess::tag)
            .filter(tag -> !tag.startsWith("SG"))
            .anyMatch(tag -> tag.length() == 2 || tag.chars().anyMatch(Character::isDigit));
    return x12 ? EdiStandard.X12 : null;
  }

  private static String tag(String name) {
    String loop = EdiNames.isLoop(name) ? name.substring(EdiNames.LOOP.length()) : name;
    return EdiNames.tag(loop);
  }
}
