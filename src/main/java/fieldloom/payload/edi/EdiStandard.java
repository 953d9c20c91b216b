package fieldloom.payload.edi;

import java.util.List;

/** The standards in which interchanges are written, with the segments of their envelopes. */
public enum EdiStandard {
  /** ANSI ASC X12. */
  X12("x12", "X12", List.of("ISA", "GS", "ST"), List.of("IEA", "GE", "SE")),

  /** UN/EDIFACT. */
  EDIFACT("edifact", "EDIFACT", List.of("UNB", "UNG", "UNH"), List.of("UNZ", "UNE", "UNT"));

  private final String option;
  private final String label;
  private final List<String> headers;
  private final List<String> trailers;

  EdiStandard(String option, String label, List<String> headers, List<String> trailers) {
    this.option = option;
    this.label = label;
    this.headers = headers;
    this.trailers = trailers;
  }

  /** As the option {@code standard} names it. */
  public String option() {
    return option;
  }

  /** As people name it; as StAEDI does. */
  public String label() {
    return label;
  }

  /** The segments that open interchange, group and message, in that order. */
  public List<String> headers() {
    return headers;
  }

  String interchange() {
    return headers.get(0);
  }

  String group() {
    return headers.get(1);
  }

  String message() {
    return headers.get(2);
  }

  String interchangeEnd() {
    return trailers.get(0);
  }

  String groupEnd() {
    return trailers.get(1);
  }

  String messageEnd() {
    return trailers.get(2);
  }

  /** Whether a segment belongs to the envelope. */
  boolean isEnvelope(String tag) {
    return headers.contains(tag) || trailers.contains(tag);
  }
}
