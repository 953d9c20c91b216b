package fieldloom.ui.kit;

import fieldloom.database.DatabaseException;
import fieldloom.model.Fault;
import fieldloom.schema.SchemaException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of exceptions in the window's language. In English they are the exceptions' own, so
 * that the window and the command line say the same; in Chinese they are made here of what is
 * wrong, and quote what a parser or a database says of it.
 */
public final class Sentences {
  private static final ResourceBundle CHINESE =
      ResourceBundle.getBundle(
          Sentences.class.getPackageName() + ".faults",
          Locale.CHINESE,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  private static final Pattern PLACE = Pattern.compile("\\bat line (\\d+), column (\\d+)");

  private static final Phrasebook PHRASES = new Phrasebook("phrases_zh.txt");

  private Sentences() {}

  /**
   * A sentence of the engine in the window's language: a problem of a mapping, what is to be done
   * about it, why a record failed. Rare ones stay English.
   */
  public static String said(String english) {
    if (Texts.language() == Language.ENGLISH || english.isEmpty()) {
      return english;
    }
    String said = PHRASES.said(english);
    return said == null ? english : said;
  }

  /** What to tell of an exception; its message where nothing says it in the window's language. */
  public static String of(Throwable failure) {
    Fault fault =
        switch (failure) {
          case SchemaException e -> e.fault();
          case DatabaseException e -> e.fault();
          default -> null;
        };
    return fault == null || Texts.language() == Language.ENGLISH
        ? said(String.valueOf(failure.getMessage()))
        : chinese(fault);
  }

  static String chinese(Fault fault) {
    Object[] arguments = fault.arguments().stream().map(Sentences::place).toArray();
    if (fault.kind() == Fault.Kind.FILE_OF_ANOTHER_KIND) {
      arguments[1] = CHINESE.getString("is." + fault.arguments().get(1));
    }
    return new MessageFormat(CHINESE.getString(fault.kind().name()), Locale.ROOT).format(arguments);
  }

  /** A place within what is told; what to do about it is said in Chinese. */
  private static String place(String told) {
    Matcher place = PLACE.matcher(told.replaceFirst("; correct it$", ""));
    return place.replaceAll("第 $1 行第 $2 列");
  }

  /** Whether something is said in Chinese. */
  static boolean isSaid(String key) {
    return CHINESE.containsKey(key);
  }
}
