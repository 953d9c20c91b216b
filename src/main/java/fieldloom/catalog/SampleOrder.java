package fieldloom.catalog;

import java.util.Comparator;

/** {@code item-2.json} comes before {@code item-10.json}. */
final class SampleOrder {
  static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private SampleOrder() {}
}
