package fieldloom.ui.table;

import fieldloom.ui.session.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * What a row shows beside its schema and the sample's values.
 *
 * @param view its rule; null where it has none
 * @param rule what gives the value, as it stands in the cell; "" where nothing does
 * @param otherwise the default as it is typed; "" where there is none
 * @param draft whether the rule's cell shows what is typed and not applied
 */
record RowState(
    @Nullable RuleView view,
    String rule,
    String otherwise,
    String note,
    boolean draft,
    Verdict verdict) {

  /** How a row stands. */
  enum Status {
    MAPPED,
    /** What it is in is filled as a whole. */
    WITHIN,
    UNMAPPED,
    WARNING,
    ERROR
  }

  /**
   * How a row stands and why.
   *
   * @param mapped whether something fills it
   * @param sentence what is wrong; "" where nothing is
   */
  record Verdict(Status status, boolean mapped, String sentence) {
    boolean isProblem() {
      return status == Status.WARNING || status == Status.ERROR;
    }
  }

  /**
   * The sample's values.
   *
   * @param in what is read, the first few; "" where there is nothing
   * @param out what the mapping makes of it
   * @param stale whether they have not been of the newest mapping for a while
   */
  record Example(String in, String out, boolean stale) {
    String text() {
      return in.isEmpty() || out.isEmpty() ? in + out : in + " → " + out;
    }
  }
}
