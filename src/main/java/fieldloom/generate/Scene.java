package fieldloom.generate;

import java.util.Random;

/**
 * What the fields of one object of a record are made of.
 *
 * @param kind what the record is like
 * @param number of the record, from 1
 * @param item of the list that the object stands in, from 1; 1 outside of lists
 * @param party whom the object tells of
 * @param times the record's dates
 */
record Scene(
    SampleKind kind,
    boolean chinese,
    long number,
    int item,
    Party party,
    Times times,
    Random random) {

  /** The same of an object within. */
  Scene within(int place) {
    return new Scene(kind, chinese, number, place, new Party(random, chinese), times, random);
  }
}
