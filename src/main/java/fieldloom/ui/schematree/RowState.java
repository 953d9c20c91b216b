package fieldloom.ui.schematree;

import fieldloom.model.Problem;
import fieldloom.model.difference.Change;
import org.jspecify.annotations.Nullable;

/**
 * What a row shows beside its schema.
 *
 * @param value text at the right end; "" where there is none
 * @param kind how the value is drawn
 * @param problem what is wrong with the field; null where nothing is
 * @param rule how the field is filled or read, in words, for screen readers; "" where it is not
 * @param mark how another version of the mapping differs here; null where it does not
 * @param stop whether a trace that goes on stops at the field
 * @param marked whether the row is marked together with others
 * @param expected whether the field is as the test case that is shown expects; null where none does
 */
public record RowState(
    String value,
    Kind kind,
    boolean selected,
    boolean marked,
    boolean related,
    boolean mapped,
    Fit fit,
    @Nullable Problem problem,
    String rule,
    Change.@Nullable Kind mark,
    boolean stop,
    @Nullable Boolean expected) {

  /** How a value is drawn. */
  public enum Kind {
    PLAIN,
    /** On the selected path. */
    NOW,
    /** Not of the newest mapping. */
    STALE,
    /** A sentence in place of a value. */
    WARNING,
    ERROR
  }

  /** How a row answers a link being drawn. */
  public enum Fit {
    NO_LINK,
    FITS,
    DOES_NOT_FIT
  }
}
