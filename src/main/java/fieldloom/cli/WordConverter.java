package fieldloom.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enum as the command line spells them: in lower case. */
abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  WordConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("want " + words() + ", not '" + value + "'"));
  }

  private String words() {
    return Arrays.stream(type.getEnumConstants())
        .map(WordConverter::word)
        .collect(Collectors.joining(" or "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
