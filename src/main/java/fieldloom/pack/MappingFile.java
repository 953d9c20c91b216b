package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Mapping;
import fieldloom.pack.MappingSchema.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Mapping files in and out. Reading is all or nothing: what this version does not know is kept,
 * what it does not understand is refused. Writing is stable: a mapping read and written again gives
 * the same bytes.
 */
public final class MappingFile {
  private static final int SHOWN_POINTERS = 5;

  private MappingFile() {}

  /**
   * Reads a mapping.
   *
   * @param content UTF-8, with or without a byte order mark
   * @param label names the file in messages: {@code orders.flmap}
   * @throws PackException with line and column where it is no JSON, else with the JSON pointer of
   *     what breaks the format; {@link PackException#pointers()} has all of them
   */
  public static Mapping read(byte[] content, String label) throws PackException {
    JsonNode json = JsonText.parse(content, label);
    checkVersion(json, label);
    List<Violation> violations = MappingSchema.violations(json);
    if (!violations.isEmpty()) {
      throw broken(violations, label);
    }
    return MappingDecoder.mapping(json);
  }

  /** The mapping as a file: UTF-8, two spaces a level, {@code \n}, one line a rule. */
  public static byte[] write(Mapping mapping) {
    return JsonPrinter.print(MappingEncoder.mapping(mapping)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Saves a mapping: a reader sees the old file or the whole new one. A file that is there and
   * cannot be read by this version is left as it is.
   *
   * @throws PackException where the file there must not be replaced, where the mapping would not
   *     load again, and where the disk refuses
   */
  public static void save(Path file, Mapping mapping) throws PackException {
    String label = label(file);
    byte[] content = write(mapping);
    checkLoads(content, mapping, label);
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] old = Files.readAllBytes(file);
        if (Arrays.equals(old, content)) {
          return;
        }
        checkReplaceable(old, label);
      }
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw new PackException(label + ": cannot be saved, " + Failures.reason(e) + ".", e);
    }
  }

  /** The name by which messages call a file. */
  static String label(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static void checkReplaceable(byte[] old, String label) throws PackException {
    try {
      read(old, label);
    } catch (PackException e) {
      throw new PackException(
          "The mapping is not saved, because the file that is there would be lost; "
              + "save under another name, or repair it: "
              + e.getMessage(),
          e);
    }
  }

  private static void checkLoads(byte[] content, Mapping mapping, String label)
      throws PackException {
    try {
      read(content, label);
    } catch (PackException e) {
      throw new PackException(
          "The mapping “" + mapping.name() + "” is not saved: " + e.getMessage(), e);
    }
  }

  private static void checkVersion(JsonNode json, String label) throws PackException {
    if (!json.isObject()) {
      throw new PackException(label + ": is no mapping; a mapping file is one JSON object.");
    }
    JsonNode version = json.get("fieldloom");
    if (version == null) {
      throw new PackException(
          label + ": /fieldloom is missing; a mapping file begins with \"fieldloom\": 1.",
          List.of("/fieldloom"));
    }
    if (!version.isNumber() || version.decimalValue().signum() <= 0) {
      throw new PackException(
          label + ": /fieldloom must be 1, the version of the format.", List.of("/fieldloom"));
    }
    int against = version.decimalValue().compareTo(java.math.BigDecimal.ONE);
    if (against > 0) {
      throw new PackException(
          label
              + ": was written by a newer version of Fieldloom (/fieldloom is "
              + version.asText()
              + ", this version reads 1); open it with that version.",
          List.of("/fieldloom"));
    }
  }

  private static PackException broken(List<Violation> violations, String label) {
    Violation first = violations.getFirst();
    List<String> pointers = violations.stream().map(Violation::pointer).distinct().toList();
    List<String> others = pointers.subList(1, pointers.size());
    String also = "";
    if (!others.isEmpty()) {
      int more = others.size() - SHOWN_POINTERS;
      also =
          " (also wrong: "
              + String.join(", ", others.subList(0, Math.min(SHOWN_POINTERS, others.size())))
              + (more > 0 ? " and " + more + " more)" : ")");
    }
    return new PackException(
        label + ": " + first.pointer() + " " + first.said() + also + ".", pointers);
  }
}
