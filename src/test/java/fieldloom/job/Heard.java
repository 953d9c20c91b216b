package fieldloom.job;

import fieldloom.model.RecordError;
import fieldloom.store.Store.Counts;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a run tells, and cancels it after so many errors. */
final class Heard implements RunListener {
  final List<RecordError> errors = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  Counts last = Counts.NONE;
  int cancelAfterErrors = Integer.MAX_VALUE;

  @Override
  public void progress(Counts counts) {
    last = counts;
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
  }

  @Override
  public void error(RecordError error) {
    errors.add(error);
  }

  @Override
  public boolean cancelled() {
    return errors.size() >= cancelAfterErrors;
  }
}
