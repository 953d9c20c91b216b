package fieldloom.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paths of documents in a workspace: relative, with {@code /} between folders, never leading
 * outside: {@code orders/crm-order.flmap}.
 */
public final class DocumentPath {
  /** How long a path may be, in characters. */
  public static final int MAX_LENGTH = 1_000;

  private DocumentPath() {}

  /** What is wrong with a path, the end of a sentence; null where nothing is. */
  public static @Nullable String fault(String path) {
    if (path.isEmpty()) {
      return "is empty";
    }
    if (path.length() > MAX_LENGTH) {
      return "is longer than " + MAX_LENGTH + " characters";
    }
    if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
      return "is absolute";
    }
    if (path.indexOf('\\') >= 0) {
      return "has a backslash; write / between folders";
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      return "has a control character";
    }
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        return "leads outside with \"..\"";
      }
      if (part.isEmpty() || part.equals(".")) {
        return "has an empty folder or file name";
      }
    }
    return null;
  }

  /** The folder a path is in, without the last slash; "" for the workspace itself. */
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The path of a file that is named from a folder; {@code ./} is left out. */
  public static String in(String folder, String name) {
    List<String> parts = new ArrayList<>(List.of(name.split("/", -1)));
    parts.removeIf(part -> part.equals("."));
    String plain = String.join("/", parts);
    return folder.isEmpty() || plain.startsWith("/") ? plain : folder + "/" + plain;
  }
}
