package fieldloom.profile;

import fieldloom.model.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one field held.
 *
 * @param target whether it is a field of a target, else of a source
 * @param document name of the source or target
 * @param path within a record: {@code lines[].sku}
 * @param title what the schema calls it; null where it says nothing
 * @param type as the schema says; ANY where it does not list the field
 * @param places how often it could have been there: once a record, or once an item
 * @param filled how often it held something other than null and the empty text
 * @param distinct how many different values it held
 * @param estimated whether {@code distinct} is estimated, within 2 % mostly, and the counts of
 *     {@code top} are lower bounds
 * @param minimum the smallest number where it held numbers only, else the first text or date
 * @param maximum likewise
 * @param shortest length of the shortest text, in characters; 0 where there was none
 * @param longest of the longest one
 * @param top the most frequent values, the most frequent first
 * @param failures how many records failed at it
 * @param firstFailure why the first of them did; null where none did
 */
public record FieldProfile(
    boolean target,
    String document,
    String path,
    @Nullable String title,
    FieldType type,
    long places,
    long filled,
    long distinct,
    boolean estimated,
    @Nullable String minimum,
    @Nullable String maximum,
    int shortest,
    int longest,
    List<Top> top,
    long failures,
    @Nullable String firstFailure) {

  public FieldProfile {
    top = List.copyOf(top);
  }

  /** A value and how often it came. */
  public record Top(String value, long count) {}

  /** How much of it was filled, from 0 to 1; 0 where it had no place. */
  public double share() {
    return places == 0 ? 0 : Math.min(1, filled / (double) places);
  }
}
