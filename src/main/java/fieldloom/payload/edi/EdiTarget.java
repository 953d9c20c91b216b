package fieldloom.payload.edi;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import io.xlate.edi.schema.Schema;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a target is written: what its options and schema leave open, the first record tells. */
final class EdiTarget {
  private final EdiOptions options;
  private final @Nullable EdiGrammar grammar;
  private final Set<String> schemaTags;

  /**
   * How an interchange is written.
   *
   * @param repertoire EDIFACT's character set; "" for X12
   */
  record Layout(
      EdiStandard standard,
      EdiDelimiters delimiters,
      EnvelopeValues values,
      List<EdiPart.Segment> headers,
      Charset encoding,
      String repertoire) {}

  EdiTarget(PayloadSpec spec, EdiOptions options) throws FormatException {
    this.options = options;
    this.grammar = TreeGrammar.of(spec);
    Stream<String> fields = spec.schema().root().children().stream().map(SchemaNode::name);
    Stream<String> openers =
        grammar == null ? Stream.of() : grammar.parts().stream().map(EdiPart::opener);
    this.schemaTags = Stream.concat(fields, openers).collect(Collectors.toSet());
  }

  /** What messages are made of; null where only the records tell. */
  @Nullable EdiGrammar grammar() {
    return grammar;
  }

  /** The options with which what is written is read for a check. */
  EdiOptions checkOptions() {
    return new EdiOptions(
        null,
        null,
        StandardCharsets.UTF_8,
        options.delimiters(),
        options.lineEnd(),
        false,
        options.envelope());
  }

  /** Settles what the options leave open. */
  Layout layout(Obj first) throws UnfitException {
    EdiStandard standard = options.standard();
    if (standard == null) {
      standard = StandardGuess.of(schemaTags);
    }
    if (standard == null) {
      standard = StandardGuess.of(first.fields().keySet());
    }
    if (standard == null) {
      throw new UnfitException(
          "does not show whether it is X12 or EDIFACT; set the option standard to \"x12\" or"
              + " \"edifact\"");
    }
    LocalDateTime created = options.envelope().created();
    LocalDateTime now = created == null ? LocalDateTime.now(ZoneOffset.UTC) : created;
    return switch (standard) {
      case X12 -> x12(first, now);
      case EDIFACT -> edifact(first, now);
    };
  }

  private Layout x12(Obj first, LocalDateTime now) throws UnfitException {
    String version = X12Values.interchangeVersion(options.envelope(), first);
    EdiDelimiters delimiters = distinct(X12Values.delimiters(options.delimiters(), version));
    List<EdiPart.Segment> headers = headers(EdiStandard.X12, version);
    return new Layout(
        EdiStandard.X12,
        delimiters,
        new X12Values(options, now, delimiters, headers),
        headers,
        options.encoding() == null ? StandardCharsets.UTF_8 : options.encoding(),
        "");
  }

  private Layout edifact(Obj first, LocalDateTime now) throws UnfitException {
    String[] syntax = EdifactValues.syntax(options.envelope(), first);
    EdiDelimiters delimiters = distinct(EdifactValues.delimiters(options.delimiters(), syntax[1]));
    return new Layout(
        EdiStandard.EDIFACT,
        delimiters,
        new EdifactValues(options, now, delimiters),
        headers(EdiStandard.EDIFACT, syntax),
        options.encoding() == null ? EdiEncodings.of(syntax[0]) : options.encoding(),
        syntax[0]);
  }

  private static EdiDelimiters distinct(EdiDelimiters delimiters) throws UnfitException {
    List<Character> used =
        Stream.of(
                delimiters.element(),
                delimiters.component(),
                delimiters.repetition(),
                delimiters.segment(),
                delimiters.release())
            .filter(c -> c != EdiDelimiters.NONE)
            .toList();
    if (Set.copyOf(used).size() < used.size()) {
      throw new UnfitException(
          "cannot be written: two of the option delimiters are the same character; they must"
              + " differ");
    }
    return delimiters;
  }

  private static List<EdiPart.Segment> headers(EdiStandard standard, String... version)
      throws UnfitException {
    Schema control = StaediSchemas.control(standard, version);
    if (control == null) {
      throw new UnfitException(
          "cannot be written: the version “"
              + String.join(":", version)
              + "” of "
              + standard.label()
              + " is not known; correct envelope.version or envelope.syntax");
    }
    return EnvelopeFields.asTexts(StaediGrammar.headers(standard, control), false);
  }
}
