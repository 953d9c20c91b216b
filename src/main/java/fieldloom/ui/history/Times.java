package fieldloom.ui.history;

import fieldloom.ui.kit.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says when something was: today's times as {@code 14:32:07}, others with their day. */
record Times(Clock clock) {
  String say(Instant at) {
    ZonedDateTime time = at.atZone(clock.getZone());
    boolean today =
        time.toLocalDate().equals(clock.instant().atZone(clock.getZone()).toLocalDate());
    return today
        ? DateTimeFormatter.ISO_LOCAL_TIME.format(time.withNano(0))
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(Texts.language().locale())
            .format(time);
  }
}
