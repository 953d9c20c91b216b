package fieldloom.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount of memory: {@code 64MB}, in bytes. */
final class MemoryConverter implements ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})(KB|MB|GB)");
  private static final long LEAST = 64L << 10;

  @Override
  public Long convert(String value) {
    Matcher size = SIZE.matcher(value.toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      throw new TypeConversionException("want a size such as 64MB or 1GB, not '" + value + "'");
    }
    int shift =
        switch (size.group(2)) {
          case "KB" -> 10;
          case "MB" -> 20;
          default -> 30;
        };
    long bytes = Long.parseLong(size.group(1)) << shift;
    if (bytes < LEAST) {
      throw new TypeConversionException("want at least 64KB, not '" + value + "'");
    }
    return bytes;
  }
}
