package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The envelopes of EDIFACT. */
final class EdifactValues implements EnvelopeValues {
  private static final String VERSION = "D:96A:UN";
  private static final String SYNTAX = "UNOC:3";

  private final EnvelopeOptions options;
  private final @Nullable String message;
  private final LocalDateTime now;
  private final EdiDelimiters delimiters;
  private final boolean advice;
  private final String lineEnd;

  /**
   * @param now when the interchange is made
   */
  EdifactValues(EdiOptions options, LocalDateTime now, EdiDelimiters delimiters) {
    this.options = options.envelope();
    this.message = options.message();
    this.now = now;
    this.delimiters = delimiters;
    this.advice = options.delimiters().any();
    this.lineEnd = options.lineEnd();
  }

  /** Character set and version of the syntax, {@code UNOC} and {@code 3}. */
  static String[] syntax(EnvelopeOptions options, Obj first) {
    String[] syntax = parts(options.syntax() == null ? SYNTAX : options.syntax(), 2);
    if (first.get("UNB") instanceof Obj unb && unb.get("UNB01") instanceof Obj own) {
      String set = EnvelopeValues.text(own, "UNB0101");
      String version = EnvelopeValues.text(own, "UNB0102");
      syntax[0] = set.isEmpty() ? syntax[0] : set;
      syntax[1] = version.isEmpty() ? syntax[1] : version;
    }
    syntax[1] = syntax[1].isEmpty() ? "3" : syntax[1];
    return syntax;
  }

  /** The delimiters of an interchange of a version of the syntax. */
  static EdiDelimiters delimiters(EdiOptions.GivenDelimiters given, String version) {
    boolean repeats = version.compareTo("4") >= 0;
    return new EdiDelimiters(
        given.element() == null ? '+' : given.element(),
        given.component() == null ? ':' : given.component(),
        !repeats ? EdiDelimiters.NONE : given.repetition() == null ? '*' : given.repetition(),
        given.segment() == null ? '\'' : given.segment(),
        given.release() == null ? '?' : given.release(),
        given.decimal() == null ? '.' : given.decimal());
  }

  /** The parts between colons, "" where there are fewer. */
  private static String[] parts(@Nullable String text, int count) {
    String[] parts = new String[count];
    String[] given = text == null ? new String[0] : text.split(":", count);
    for (int i = 0; i < count; i++) {
      parts[i] = i < given.length ? given[i] : "";
    }
    return parts;
  }

  @Override
  public String header(String segment) {
    if (!advice) {
      return segment;
    }
    char repetition = delimiters.repetition();
    return new StringBuilder("UNA")
        .append(delimiters.component())
        .append(delimiters.element())
        .append(delimiters.decimal())
        .append(delimiters.release())
        .append(repetition == EdiDelimiters.NONE ? ' ' : repetition)
        .append(delimiters.segment())
        .append(lineEnd)
        .append(segment)
        .toString();
  }

  @Override
  public Obj interchange(Obj first) throws UnfitException {
    String[] syntax = syntax(options, first);
    Obj unb = new Obj();
    unb.put("UNB01", new Obj().put("UNB0101", syntax[0]).put("UNB0102", syntax[1]));
    unb.put("UNB02", party("UNB02", options.sender(), options.senderQualifier()));
    unb.put("UNB03", party("UNB03", options.receiver(), options.receiverQualifier()));
    unb.put("UNB04", moment("UNB04", syntax[1]));
    unb.put("UNB05", String.valueOf(options.controlNumber()));
    if (options.test()) {
      unb.put("UNB11", "1");
    }
    EnvelopeValues.lay(own(first, "UNB"), unb);
    if (!has(unb, "UNB02", "UNB0201")) {
      throw EnvelopeValues.lacks("sender", "envelope.sender", "UNB.UNB02.UNB0201");
    }
    if (!has(unb, "UNB03", "UNB0301")) {
      throw EnvelopeValues.lacks("receiver", "envelope.receiver", "UNB.UNB03.UNB0301");
    }
    return unb;
  }

  private static boolean has(Obj segment, String composite, String component) {
    return segment.get(composite) instanceof Obj parts
        && !EnvelopeValues.text(parts, component).isBlank();
  }

  private static Obj party(String field, @Nullable String name, @Nullable String qualifier) {
    Obj party = new Obj();
    EnvelopeValues.put(party, field + "01", name);
    return EnvelopeValues.put(party, field + "02", qualifier);
  }

  private Obj moment(String field, String version) {
    String date = version.compareTo("4") >= 0 ? "uuuuMMdd" : "uuMMdd";
    return new Obj()
        .put(field + "01", EnvelopeValues.dated(now, date))
        .put(field + "02", EnvelopeValues.dated(now, "HHmm"));
  }

  @Override
  public boolean hasGroup(Obj record) {
    return options.group() || record.has("UNG");
  }

  @Override
  public Obj group(Obj record, Obj messageHeader, long number) {
    Obj id = messageHeader.get("UNH02") instanceof Obj own ? own : new Obj();
    String[] syntax = syntax(options, record);
    String sender = options.groupSender() == null ? options.sender() : options.groupSender();
    String receiver =
        options.groupReceiver() == null ? options.receiver() : options.groupReceiver();
    Obj ung = new Obj();
    EnvelopeValues.put(ung, "UNG01", EnvelopeValues.text(id, "UNH0201"));
    ung.put("UNG02", party("UNG02", sender, options.senderQualifier()));
    ung.put("UNG03", party("UNG03", receiver, options.receiverQualifier()));
    ung.put("UNG04", moment("UNG04", syntax[1]));
    ung.put("UNG05", String.valueOf(number));
    EnvelopeValues.put(ung, "UNG06", EnvelopeValues.text(id, "UNH0204"));
    Obj version = new Obj();
    EnvelopeValues.put(version, "UNG0701", EnvelopeValues.text(id, "UNH0202"));
    EnvelopeValues.put(version, "UNG0702", EnvelopeValues.text(id, "UNH0203"));
    EnvelopeValues.put(version, "UNG0703", EnvelopeValues.text(id, "UNH0205"));
    ung.put("UNG07", version);
    EnvelopeValues.lay(own(record, "UNG"), ung);
    return ung;
  }

  @Override
  public Obj message(Obj record, long number) throws UnfitException {
    String[] version = parts(options.version() == null ? VERSION : options.version(), 4);
    Obj id = new Obj();
    EnvelopeValues.put(id, "UNH0201", message);
    EnvelopeValues.put(id, "UNH0202", version[0]);
    EnvelopeValues.put(id, "UNH0203", version[1]);
    EnvelopeValues.put(id, "UNH0204", version[2].isEmpty() ? "UN" : version[2]);
    EnvelopeValues.put(id, "UNH0205", version[3]);
    Obj unh = new Obj().put("UNH01", String.valueOf(number)).put("UNH02", id);
    EnvelopeValues.lay(own(record, "UNH"), unh);
    if (!has(unh, "UNH02", "UNH0201")) {
      throw EnvelopeValues.lacks("message type", "message", "UNH.UNH02.UNH0201");
    }
    return unh;
  }
}
