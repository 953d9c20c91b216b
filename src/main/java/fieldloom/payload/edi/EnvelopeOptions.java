package fieldloom.payload.edi;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the envelope that is written, where the records do not say it themselves.
 *
 * @param sender null where it is not given, as for all texts
 * @param senderQualifier kind of the sender's identification: {@code ZZ}, {@code 14}
 * @param version of the messages: {@code 004010}, {@code D:96A:UN:EAN008}
 * @param syntax EDIFACT's character set and version: {@code UNOC:3}
 * @param functionalGroup X12's {@code GS01}: {@code PO}
 * @param groupSender the sender within groups; the interchange's where it is not given
 * @param group whether EDIFACT messages stand in a group; X12's always do
 * @param test whether it is a test
 * @param controlNumber of the interchange, from 1
 * @param created when the interchange was made; null for the moment of writing, in UTC
 */
record EnvelopeOptions(
    @Nullable String sender,
    @Nullable String senderQualifier,
    @Nullable String receiver,
    @Nullable String receiverQualifier,
    @Nullable String version,
    @Nullable String syntax,
    @Nullable String functionalGroup,
    @Nullable String groupSender,
    @Nullable String groupReceiver,
    boolean group,
    boolean test,
    long controlNumber,
    @Nullable LocalDateTime created) {

  private static final long MAX_CONTROL_NUMBER = 999_999_999;

  static EnvelopeOptions read(Options options) throws FormatException {
    return new EnvelopeOptions(
        EdiOptions.filled(options, "sender"),
        EdiOptions.filled(options, "senderQualifier"),
        EdiOptions.filled(options, "receiver"),
        EdiOptions.filled(options, "receiverQualifier"),
        EdiOptions.filled(options, "version"),
        EdiOptions.filled(options, "syntax"),
        EdiOptions.filled(options, "functionalGroup"),
        EdiOptions.filled(options, "groupSender"),
        EdiOptions.filled(options, "groupReceiver"),
        options.flag("group", false),
        options.flag("test", false),
        controlNumber(options),
        created(options));
  }

  private static long controlNumber(Options options) throws FormatException {
    JsonNode node = options.node("controlNumber");
    if (node == null) {
      return 1;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < 1
        || node.longValue() > MAX_CONTROL_NUMBER) {
      throw options.wrong("controlNumber", node, "a whole number from 1 to 999999999");
    }
    return node.longValue();
  }

  private static @Nullable LocalDateTime created(Options options) throws FormatException {
    String text = options.text("created");
    JsonNode node = options.node("created");
    if (text == null || node == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw options.wrong("created", node, "a date with its time such as \"2026-01-31T14:30:00\"");
    }
  }
}
