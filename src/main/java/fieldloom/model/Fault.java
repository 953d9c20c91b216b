package fieldloom.model;

import java.util.List;

/**
 * What kept a schema or a database from being used, for those who say it in another language than
 * the sentence of the exception that carries it.
 *
 * @param kind what is wrong
 * @param arguments what a sentence about it tells: as many as the kind says
 */
public record Fault(Kind kind, List<String> arguments) {
  public Fault {
    arguments = List.copyOf(arguments);
    if (arguments.size() != kind.arguments) {
      throw new IllegalArgumentException(kind + " takes " + kind.arguments + ": " + arguments);
    }
  }

  /** A fault, with what a sentence about it tells. */
  public static Fault of(Kind kind, Object... arguments) {
    return new Fault(kind, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /** Kinds of faults, with what is told of each. */
  public enum Kind {
    /** The file. */
    FILE_EMPTY(1),
    /** The file; more than 64 MB. */
    FILE_TOO_LARGE(1),
    /** The file; it is neither a schema nor a sample. */
    FILE_UNKNOWN(1),
    /** The file, and what it is: a name of {@code FileKind}. */
    FILE_OF_ANOTHER_KIND(2),
    /** The file, line, column, and what stands there. */
    NO_TEXT(4),
    /** The file, line, column, and the parser's words. */
    NO_JSON(4),
    /** The file, line and column. */
    JSON_CUT_OFF(3),
    /** The file, where it is known the line and column as a text, and the parser's words. */
    NO_YAML(3),
    /** The file, where it is known the line and column as a text, and the parser's words. */
    NO_XSD(3),
    /** The file, and the parser's words with the place. */
    NO_XML(2),
    /** The file, and the reader's words with the place. */
    SAMPLE_UNREADABLE(2),
    /** The schema, and what it refers to: a file above its folder. */
    REFERENCE_OUTSIDE(2),
    /** The schema, and what it refers to: a file that is not there or cannot be read. */
    REFERENCE_UNREADABLE(2),
    /** The database. */
    DATABASE_MISSING(1),
    /** The database; another program has its file open. */
    DATABASE_IN_USE(1),
    /** The database, and the driver's words. */
    DATABASE_UNREACHABLE(2),
    /** The database, and its words. */
    DATABASE_UNUSABLE(2),
    /** The URL. */
    DATABASE_URL_UNKNOWN(1),
    /** The URL. */
    DATABASE_URL_WITH_LOGIN(1),
    /** Nothing. */
    QUERY_EMPTY(0),
    /** The word with which it begins. */
    QUERY_NO_SELECT(1),
    /** The database's words, or the parser's with the place. */
    QUERY_WRONG(1);

    private final int arguments;

    Kind(int arguments) {
      this.arguments = arguments;
    }

    /** How many things a sentence about it tells. */
    public int arguments() {
      return arguments;
    }
  }
}
