package fieldloom.pack;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files beside a mapping: relative, {@code /} between folders, never leading outside. */
final class PartNames {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_SEGMENT = 200;
  private static final Pattern DRIVE = Pattern.compile("(?s)[A-Za-z]:.*");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|COM[0-9¹²³]|LPT[0-9¹²³])( *\\..*)?");

  private PartNames() {}

  /** What is wrong with a name that is to be read, the end of a sentence; null where nothing is. */
  static @Nullable String fault(String name) {
    if (name.isEmpty()) {
      return "is empty";
    }
    if (name.length() > MAX_LENGTH) {
      return "is longer than 1,000 characters";
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return "has a control character in it";
    }
    if (name.indexOf('\\') >= 0) {
      return "has a backslash in it; folders are divided by /";
    }
    if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
      return "is absolute; only files beside the mapping can be named";
    }
    for (String segment : name.split("/", -1)) {
      if (segment.equals("..")) {
        return "leads outside; only files beside the mapping can be named";
      }
      if (segment.isEmpty()) {
        return "has a folder or file without a name";
      }
    }
    return null;
  }

  /**
   * What is wrong with the name of a file that other computers are to make; stricter, because some
   * systems cannot hold it or hold it under another name.
   */
  static @Nullable String portableFault(String name) {
    String fault = fault(name);
    if (fault != null) {
      return fault;
    }
    for (String segment : name.split("/", -1)) {
      if (segment.equals(".")) {
        return "has a folder without a name";
      }
      if (segment.length() > MAX_SEGMENT) {
        return "has a part of more than 200 characters";
      }
      if (segment.chars().anyMatch(c -> "<>:\"|?*".indexOf(c) >= 0)) {
        return "has one of the characters < > : \" | ? *, which not every system allows";
      }
      if (segment.endsWith(".") || segment.endsWith(" ") || segment.startsWith(" ")) {
        return "begins or ends with a blank or ends with a dot, which not every system allows";
      }
      if (DEVICE.matcher(segment).matches()) {
        return "is a name that Windows keeps for a device";
      }
    }
    return null;
  }

  /** The name without {@code ./}. */
  static String plain(String name) {
    List<String> segments = new ArrayList<>(List.of(name.split("/", -1)));
    segments.removeIf(segment -> segment.equals("."));
    return String.join("/", segments);
  }

  /** Names that some system takes for one have the same folded form. */
  static String folded(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** The folder of a name with its slash; empty for a name without folders. */
  static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
