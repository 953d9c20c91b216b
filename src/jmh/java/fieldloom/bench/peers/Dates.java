package fieldloom.bench.peers;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The two ways in which hand-written code treats a moment such as 2026-01-31T10:00:00+08:00. */
public enum Dates {
  /** Cuts the day out of the text, whatever it is. */
  SLICED {
    @Override
    String isoDay(String moment) {
      return moment.substring(0, 10);
    }

    @Override
    String slashedDay(String moment) {
      return moment.substring(0, 10).replace('-', '/');
    }
  },

  /** Reads the moment with java.time, which refuses 30 February, and writes its day. */
  STRICT {
    @Override
    String isoDay(String moment) {
      return OffsetDateTime.parse(moment).toLocalDate().toString();
    }

    @Override
    String slashedDay(String moment) {
      return OffsetDateTime.parse(moment).format(SLASHED);
    }
  };

  private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  /** The day as 2026-01-31. */
  abstract String isoDay(String moment);

  /** The day as 2026/01/31. */
  abstract String slashedDay(String moment);
}
