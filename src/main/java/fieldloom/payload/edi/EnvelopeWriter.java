package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stands around messages, with control numbers that go up and counts that fit. What the
 * records say of their envelope goes before what the options say.
 */
final class EnvelopeWriter {
  private final EdiStandard standard;
  private final EnvelopeValues values;
  private final SegmentWriter segments;
  private final List<EdiPart.Segment> headers;
  private final String interchange;
  private final String interchangeNumber;
  private final Obj ownInterchange;
  private @Nullable Group group;
  private long groups;
  private long messages;
  private boolean written;

  /**
   * A group that is open.
   *
   * @param key what its header says apart from its number
   */
  private record Group(String key, String header, String number, long messages) {}

  /**
   * A message that is to be written.
   *
   * @param before what has to stand before it
   * @param text the message, header and trailer with it
   */
  record Step(String before, String text, @Nullable String groupHeader) {}

  private @Nullable Group nextGroup;
  private long nextGroups;

  /**
   * @param first the first record, whose envelope is that of all
   */
  EnvelopeWriter(
      EdiStandard standard,
      EnvelopeValues values,
      SegmentWriter segments,
      List<EdiPart.Segment> headers,
      Obj first)
      throws UnfitException {
    this.standard = standard;
    this.values = values;
    this.segments = segments;
    this.headers = headers;
    this.ownInterchange = values.own(first, standard.interchange());
    Obj header = values.interchange(first);
    this.interchangeNumber =
        EnvelopeValues.text(header, standard == EdiStandard.X12 ? "ISA13" : "UNB05");
    this.interchange = values.header(segment(0, header));
  }

  private String segment(int level, Obj value) throws UnfitException {
    StringBuilder out = new StringBuilder();
    segments.append(out, headers.get(level), value);
    return out.toString();
  }

  /** The header of the interchange, the service advice before it. */
  String interchangeHeader() {
    return interchange;
  }

  /**
   * Puts a message into its envelope; nothing counts until it is {@link #accept accepted}.
   *
   * @param body its segments without header and trailer
   * @param count how many they are
   */
  Step step(Obj record, CharSequence body, int count) throws UnfitException {
    if (!values.own(record, standard.interchange()).equals(ownInterchange)) {
      throw new UnfitException(
          "has another "
              + standard.interchange()
              + " than the records before it, and one interchange is written a run");
    }
    StringBuilder before = new StringBuilder();
    if (!written) {
      before.append(interchange);
    }
    Obj header = values.message(record, messages + 1);
    nextGroup = group;
    nextGroups = groups;
    if (values.hasGroup(record)) {
      group(record, header, before);
    }
    StringBuilder text = new StringBuilder();
    text.append(segment(2, header));
    text.append(body);
    String number = EnvelopeValues.text(header, standard == EdiStandard.X12 ? "ST02" : "UNH01");
    segments.append(text, standard.messageEnd(), String.valueOf(count + 2), escaped(number));
    Group open = nextGroup;
    return new Step(before.toString(), text.toString(), open == null ? null : open.header());
  }

  private void group(Obj record, Obj message, StringBuilder before) throws UnfitException {
    Obj header = values.group(record, message, groups + 1);
    String numberField = standard == EdiStandard.X12 ? "GS06" : "UNG05";
    String number = EnvelopeValues.text(header, numberField);
    boolean numbered = values.own(record, standard.group()).has(numberField);
    Obj unnumbered = new Obj();
    header.fields().forEach(unnumbered::put);
    if (!numbered) {
      unnumbered.put(numberField, "");
    }
    String key = unnumbered.toString();
    Group open = group;
    if (open != null && open.key().equals(key)) {
      return;
    }
    if (open != null) {
      end(before, open);
    }
    String text = segment(1, header);
    before.append(text);
    nextGroup = new Group(key, text, number, 0);
    nextGroups = groups + 1;
  }

  private void end(StringBuilder out, Group open) {
    segments.append(
        out, standard.groupEnd(), String.valueOf(open.messages()), escaped(open.number()));
  }

  /** The message of the last step has been written. */
  void accept() {
    Group open = nextGroup;
    group =
        open == null
            ? null
            : new Group(open.key(), open.header(), open.number(), open.messages() + 1);
    groups = nextGroups;
    messages++;
    written = true;
  }

  /** What ends the group and the interchange; nothing where no message was written. */
  String end() {
    if (!written) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    Group open = group;
    if (open != null) {
      end(out, open);
    }
    long count = groups > 0 ? groups : messages;
    segments.append(
        out, standard.interchangeEnd(), String.valueOf(count), escaped(interchangeNumber));
    return out.toString();
  }

  /** Control numbers may have characters that are delimiters here. */
  private String escaped(String text) {
    EdiDelimiters delimiters = segments.delimiters();
    if (delimiters.release() == EdiDelimiters.NONE) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (delimiters.has(text.charAt(i))) {
        out.append(delimiters.release());
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }
}
