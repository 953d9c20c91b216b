package fieldloom.generate;

import java.util.Locale;

/** What a generated record is to be like. */
public enum SampleKind {
  /** As records mostly are. */
  TYPICAL,
  /** Only what the schema requires. */
  EMPTY,
  /** Null wherever the schema allows it. */
  NULLS,
  /** Texts and numbers as long as they may be. */
  LONGEST,
  /** Many items in each list. */
  MANY,
  /** The smallest numbers. */
  SMALLEST,
  /** The largest numbers. */
  LARGEST,
  /** The first dates. */
  FIRST,
  /** The last dates. */
  LAST,
  /** Quotes, line breaks, and characters beyond the sixteen bits in texts. */
  CHARACTERS;

  /** The name as it is typed: {@code typical}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
