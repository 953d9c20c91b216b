package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The envelopes of X12. */
final class X12Values implements EnvelopeValues {
  private static final String VERSION = "004010";

  private static final int REPETITION_AT = 82;
  private static final int COMPONENT_AT = 104;

  /** Releases from here on know repetitions of elements. */
  private static final String FIRST_REPEATING = "00402";

  /** Versions from here on write dates with the century. */
  private static final String FIRST_WITH_CENTURY = "004010";

  /** The groups in which the usual transaction sets stand. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("204", "SM"),
          Map.entry("210", "IM"),
          Map.entry("214", "QM"),
          Map.entry("810", "IN"),
          Map.entry("812", "CD"),
          Map.entry("820", "RA"),
          Map.entry("824", "AG"),
          Map.entry("830", "PS"),
          Map.entry("832", "SC"),
          Map.entry("834", "BE"),
          Map.entry("837", "HC"),
          Map.entry("840", "RQ"),
          Map.entry("843", "RR"),
          Map.entry("846", "IB"),
          Map.entry("850", "PO"),
          Map.entry("852", "PD"),
          Map.entry("855", "PR"),
          Map.entry("856", "SH"),
          Map.entry("860", "PC"),
          Map.entry("861", "RC"),
          Map.entry("862", "SS"),
          Map.entry("865", "CA"),
          Map.entry("867", "PT"),
          Map.entry("940", "OW"),
          Map.entry("943", "AR"),
          Map.entry("944", "RE"),
          Map.entry("945", "SW"),
          Map.entry("947", "AW"),
          Map.entry("990", "GF"),
          Map.entry("997", "FA"),
          Map.entry("999", "FA"));

  private final EnvelopeOptions options;
  private final @Nullable String message;
  private final LocalDateTime now;
  private final EdiDelimiters delimiters;
  private final EdiPart.Segment header;

  /**
   * @param now when the interchange is made
   * @param headers the segments of the envelope
   */
  X12Values(
      EdiOptions options,
      LocalDateTime now,
      EdiDelimiters delimiters,
      List<EdiPart.Segment> headers) {
    this.options = options.envelope();
    this.message = options.message();
    this.now = now;
    this.delimiters = delimiters;
    this.header = headers.getFirst();
  }

  /** The version of an interchange's header, five digits. */
  static String interchangeVersion(EnvelopeOptions options, Obj first) {
    String own = first.get("ISA") instanceof Obj isa ? EnvelopeValues.text(isa, "ISA12") : "";
    if (!own.isEmpty()) {
      return own;
    }
    String version = options.version() == null ? VERSION : options.version();
    return version.length() < 5 ? version : version.substring(0, 5);
  }

  /** The delimiters of an interchange of a version. */
  static EdiDelimiters delimiters(EdiOptions.GivenDelimiters given, String version) {
    boolean repeats = version.compareTo(FIRST_REPEATING) >= 0;
    return new EdiDelimiters(
        given.element() == null ? '*' : given.element(),
        given.component() == null ? ':' : given.component(),
        !repeats ? EdiDelimiters.NONE : given.repetition() == null ? '^' : given.repetition(),
        given.segment() == null ? '~' : given.segment(),
        EdiDelimiters.NONE,
        '.');
  }

  @Override
  public String header(String segment) {
    StringBuilder header = new StringBuilder(segment);
    if (delimiters.repetition() != EdiDelimiters.NONE) {
      header.setCharAt(REPETITION_AT, delimiters.repetition());
    }
    header.setCharAt(COMPONENT_AT, delimiters.component());
    return header.toString();
  }

  @Override
  public Obj interchange(Obj first) throws UnfitException {
    Obj isa = new Obj();
    isa.put("ISA01", "00").put("ISA03", "00");
    qualified(isa, "ISA05", options.senderQualifier(), "ISA06", options.sender());
    qualified(isa, "ISA07", options.receiverQualifier(), "ISA08", options.receiver());
    isa.put("ISA09", now.toLocalDate().toString());
    isa.put("ISA10", EnvelopeValues.dated(now, "HH:mm:ss"));
    isa.put("ISA12", interchangeVersion(options, first));
    isa.put("ISA13", String.valueOf(options.controlNumber()));
    isa.put("ISA14", "0").put("ISA15", options.test() ? "T" : "P");
    EnvelopeValues.lay(own(first, "ISA"), isa);
    EnvelopeValues.compact(isa, "ISA09", 6);
    EnvelopeValues.compact(isa, "ISA10", 4);
    // Their places; a text cannot be a delimiter.
    isa.put("ISA11", "U").put("ISA16", "U");
    if (EnvelopeValues.text(isa, "ISA06").isBlank()) {
      throw EnvelopeValues.lacks("sender", "envelope.sender", "ISA.ISA06");
    }
    if (EnvelopeValues.text(isa, "ISA08").isBlank()) {
      throw EnvelopeValues.lacks("receiver", "envelope.receiver", "ISA.ISA08");
    }
    return filled(isa);
  }

  private static void qualified(
      Obj isa,
      String kind,
      @Nullable String qualifier,
      String field,
      @Nullable String identification) {
    isa.put(kind, qualifier == null ? "ZZ" : qualifier);
    EnvelopeValues.put(isa, field, identification);
  }

  /** The header's elements are of fixed length: blanks behind texts, zeros before the number. */
  private Obj filled(Obj isa) {
    for (EdiElement element : header.elements()) {
      EdiType type = element.type();
      String name = element.name();
      if (type == null || type.kind() != EdiType.Kind.TEXT) {
        continue;
      }
      String text = EnvelopeValues.text(isa, name);
      int missing = (int) type.minLength() - text.length();
      if (missing > 0) {
        isa.put(
            name, name.equals("ISA13") ? "0".repeat(missing) + text : text + " ".repeat(missing));
      }
    }
    return isa;
  }

  @Override
  public boolean hasGroup(Obj record) {
    return true;
  }

  @Override
  public Obj group(Obj record, Obj messageHeader, long number) throws UnfitException {
    Obj interchange = own(record, "ISA");
    Obj gs = new Obj();
    String kind = options.functionalGroup();
    EnvelopeValues.put(
        gs, "GS01", kind == null ? GROUPS.get(EnvelopeValues.text(messageHeader, "ST01")) : kind);
    EnvelopeValues.put(
        gs, "GS02", party(options.groupSender(), options.sender(), interchange, "ISA06"));
    EnvelopeValues.put(
        gs, "GS03", party(options.groupReceiver(), options.receiver(), interchange, "ISA08"));
    gs.put("GS04", now.toLocalDate().toString());
    gs.put("GS05", EnvelopeValues.dated(now, "HH:mm:ss"));
    gs.put("GS06", String.valueOf(number)).put("GS07", "X");
    gs.put("GS08", options.version() == null ? VERSION : options.version());
    EnvelopeValues.lay(own(record, "GS"), gs);
    boolean century = EnvelopeValues.text(gs, "GS08").compareTo(FIRST_WITH_CENTURY) >= 0;
    EnvelopeValues.compact(gs, "GS04", century ? 8 : 6);
    EnvelopeValues.compact(gs, "GS05", 6);
    if (!gs.has("GS01")) {
      throw EnvelopeValues.lacks("functional group", "envelope.functionalGroup", "GS.GS01");
    }
    return gs;
  }

  private static @Nullable String party(
      @Nullable String group, @Nullable String sender, Obj interchange, String field) {
    if (group != null) {
      return group;
    }
    String own = EnvelopeValues.text(interchange, field).strip();
    return own.isEmpty() ? sender : own;
  }

  @Override
  public Obj message(Obj record, long number) throws UnfitException {
    Obj st = new Obj();
    EnvelopeValues.put(st, "ST01", message);
    st.put("ST02", String.format(Locale.ROOT, "%04d", number));
    EnvelopeValues.lay(own(record, "ST"), st);
    if (!st.has("ST01")) {
      throw EnvelopeValues.lacks("transaction set", "message", "ST.ST01");
    }
    return st;
  }
}
