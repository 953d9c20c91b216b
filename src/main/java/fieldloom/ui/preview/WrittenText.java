package fieldloom.ui.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Document;
import fieldloom.model.SchemaTree;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target's records as its writer writes them. */
final class WrittenText {
  /** What is shown as a tree is such a text, or no text can be shown of it. */
  private static final Set<String> NOT_TEXT = Set.of("json", "table", "xlsx");

  private static final String ENCODING = "encoding";

  private WrittenText() {}

  /** Whether a target's text says more than its values do. */
  static boolean isOffered(Document target) {
    return !NOT_TEXT.contains(target.format());
  }

  /**
   * Writes records.
   *
   * @throws IOException where the format cannot hold them; one sentence
   */
  static String of(Document target, SchemaTree schema, List<Object> records) throws IOException {
    PayloadSpec spec = new PayloadSpec(target.name(), target.format(), options(target), schema);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer =
        PayloadFormats.of(target.format()).writer(out, spec, records.size() == 1)) {
      for (Object record : records) {
        writer.write(record);
      }
      writer.finish();
    }
    return out.toString(charset(target));
  }

  /** An interchange names its encoding in itself; to be shown it has one that is known. */
  private static @Nullable JsonNode options(Document target) {
    JsonNode options = target.options();
    if (!target.format().equals("edi") || options != null && options.has(ENCODING)) {
      return options;
    }
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    if (options != null) {
      options.properties().forEach(option -> known.set(option.getKey(), option.getValue()));
    }
    return known.put(ENCODING, StandardCharsets.UTF_8.name());
  }

  private static Charset charset(Document target) {
    String named = target.options() == null ? "" : target.options().path(ENCODING).asText("");
    return named.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(named);
  }

  /** The lines of a text, nothing marked. */
  static List<JsonLine> lines(String text) {
    return text.lines().map(line -> JsonLine.text(line, null)).toList();
  }

  /** The lines of a text; those between what both texts begin and end with say what they were. */
  static List<JsonLine> lines(String text, String before) {
    List<String> now = text.lines().toList();
    List<String> old = before.lines().toList();
    int start = 0;
    while (start < Math.min(now.size(), old.size()) && now.get(start).equals(old.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(now.size(), old.size()) - start
        && now.get(now.size() - 1 - end).equals(old.get(old.size() - 1 - end))) {
      end++;
    }
    List<JsonLine> lines = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      String line = now.get(i);
      if (i < start || i >= now.size() - end) {
        lines.add(JsonLine.text(line, null));
      } else {
        String was = i < old.size() - end ? old.get(i) : "";
        lines.add(JsonLine.text(line, line.equals(was) ? null : was));
      }
    }
    return lines;
  }
}
