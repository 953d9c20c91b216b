package fieldloom.payload.edi;

import org.jspecify.annotations.Nullable;

/**
 * What a schema says of a part in words.
 *
 * @param title null where there is none
 * @param description null where there is none
 */
public record EdiLabel(@Nullable String title, @Nullable String description) {
  /** No words at all. */
  static final EdiLabel NONE = new EdiLabel(null, null);
}
