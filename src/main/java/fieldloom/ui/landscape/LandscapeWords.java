package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowState.Health;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.Words;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How systems and flows read.
 *
 * @param names of systems, by id
 * @param language the window's
 */
record LandscapeWords(Map<String, String> names, Language language) {
  static final Texts TEXTS = Texts.of(LandscapeWords.class);

  /** A title in both languages that is wider than this on a card is cut to one. */
  private static final double CARD_TITLE_MOST = 128;

  private static final int MINUTE_S = 60;
  private static final int HOUR_S = 3600;
  private static final int DAY_S = 86_400;

  static LandscapeWords of(Landscape landscape, Language language) {
    Map<String, String> names = new HashMap<>();
    landscape.systems().forEach(system -> names.put(system.id(), system.name()));
    return new LandscapeWords(names, language);
  }

  /** Words in the window's language, with the other one behind them: {@code Orders 订单}. */
  static String both(Words words, Language language) {
    String first = words.in(language.locale());
    String second = other(words, language);
    return second.isEmpty() ? first : first + " " + second;
  }

  static String both(Words words) {
    return both(words, Texts.language());
  }

  /** Words in the window's language. */
  static String first(Words words) {
    return words.in(Texts.language().locale());
  }

  /** Words in the language that the window does not speak; "" where they are no others. */
  static String other(Words words, Language language) {
    String other = words.in(language.other().locale());
    return other.equals(words.in(language.locale())) ? "" : other;
  }

  static String other(Words words) {
    return other(words, Texts.language());
  }

  /** A document's title as it fits on a card. */
  String cardTitle(Words title) {
    String both = both(title, language);
    return Sizes.titleWidth(both) <= CARD_TITLE_MOST ? both : title.in(language.locale());
  }

  /** Records of the last day, or that it never ran. */
  String count(FlowState state) {
    return state.health() == Health.NEVER
        ? TEXTS.in(language, "never")
        : Grouped.of(state.records());
  }

  /** A direction for a screen reader: {@code CRM to ERP: Sales order, 18,240 records, running}. */
  String spoken(CardLine line) {
    Flow lead = line.lead();
    FlowState state = line.state();
    String title = lead.title().in(language.locale());
    String documents =
        line.others() == 0 ? title : TEXTS.in(language, "spoken.others", title, line.others());
    String way = TEXTS.in(language, "spoken.way", name(lead.from()), name(lead.to()));
    return state.health() == Health.NEVER
        ? TEXTS.in(language, "spoken.never", way, documents)
        : TEXTS.in(
            language,
            "spoken.flow",
            way,
            documents,
            Grouped.spoken(state.records()),
            TEXTS.in(language, healthKey(state.health())));
  }

  /** A flow's way as it is read: {@code CRM → ERP}. */
  String way(Flow flow) {
    return name(flow.from()) + " → " + name(flow.to());
  }

  /** What two systems are called together: {@code CRM ↔ ERP}, {@code CRM → ERP}. */
  String heading(fieldloom.landscape.Edge edge) {
    boolean forth = !edge.forth().isEmpty();
    boolean back = !edge.back().isEmpty();
    return forth && back
        ? name(edge.a()) + " ↔ " + name(edge.b())
        : forth ? name(edge.a()) + " → " + name(edge.b()) : name(edge.b()) + " → " + name(edge.a());
  }

  String name(String system) {
    return names.getOrDefault(system, system);
  }

  /** A system for a screen reader: name, title, sentence. */
  static String spoken(BusinessSystem system) {
    String title = first(system.title());
    String sentence = first(system.sentence());
    return system.name()
        + (title.isEmpty() ? "" : ", " + title)
        + (sentence.isEmpty() ? "" : ", " + sentence);
  }

  static String healthKey(Health health) {
    return "health." + health.name().toLowerCase(Locale.ROOT);
  }

  static String health(Health health) {
    return TEXTS.get(healthKey(health));
  }

  /** Style class of dots and chips. */
  static String tone(Health health) {
    return switch (health) {
      case NEVER -> "neutral";
      case GOOD -> "good";
      case RUNNING -> "accent";
      case WARNINGS -> "warn";
      case ERRORS -> "bad";
    };
  }

  /** How a flow stands: {@code 36 · 9 min ago}, {@code 18 240 · running}, {@code never}. */
  static String state(FlowState state, Instant now) {
    Run last = state.last();
    if (state.health() == Health.NEVER) {
      return TEXTS.get("never");
    }
    String records = Grouped.of(state.records());
    if (state.health() == Health.RUNNING || last == null) {
      return records + " · " + health(state.health());
    }
    boolean good = state.health() == Health.GOOD;
    String how = good ? records : records + " · " + health(state.health());
    return how + " · " + ago(last, now);
  }

  /** How long ago a run ended. */
  static String ago(Run run, Instant now) {
    if (run.state() == RunState.RUNNING) {
      return health(Health.RUNNING);
    }
    Instant end = run.ended() == null ? run.started() : run.ended();
    long s = Math.max(0, Duration.between(end, now).toSeconds());
    if (s < MINUTE_S) {
      return TEXTS.get("ago.now");
    }
    if (s < HOUR_S) {
      return TEXTS.get("ago.min", s / MINUTE_S);
    }
    return s < DAY_S ? TEXTS.get("ago.h", s / HOUR_S) : TEXTS.get("ago.d", s / DAY_S);
  }
}
