package fieldloom.ui.schemas;

import fieldloom.ui.kit.Background;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** How far the newest reading has come; what an overtaken one tells is dropped. FX thread. */
final class ReadingProgress {
  private static final double UNKNOWN = -1;

  private final Background background;
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(UNKNOWN);
  private long reading;

  ReadingProgress(Background background) {
    this.background = background;
  }

  /**
   * Begins another reading.
   *
   * @return to be told how much was read, from 0 to 1, on any thread
   */
  DoubleConsumer begin() {
    long mine = ++reading;
    share.set(UNKNOWN);
    return read -> background.tell(() -> tell(mine, read));
  }

  private void tell(long which, double read) {
    if (which == reading) {
      // Behind the last byte comes what takes as long as it takes.
      share.set(read < 1 ? read : UNKNOWN);
    }
  }

  ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }
}
