package fieldloom.job;

import fieldloom.spill.RecordWeight;

/** About how many bytes of memory what was read takes. */
final class Weight {
  private static final int RAW = 64;

  private Weight() {}

  /** The weight with what it becomes where that is held in bytes. */
  static long of(ReadItem item) {
    return switch (item) {
      case ReadItem.Good good -> RecordWeight.of(good.value());
      case ReadItem.Raw raw -> RAW + 2L * (raw.bytes().to() - raw.bytes().from());
      case ReadItem.Bad ignored -> 0;
      case ReadItem.Unkept ignored -> 0;
      case ReadItem.Unfit unfit -> of(unfit.good());
    };
  }
}
