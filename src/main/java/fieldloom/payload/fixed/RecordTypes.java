package fieldloom.payload.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads kinds of lines and their fields from the options. */
final class RecordTypes {
  private static final List<String> TYPES =
      List.of("string", "integer", "decimal", "boolean", "date", "time", "datetime", "binary");

  private RecordTypes() {}

  static RecordType read(String owner, JsonNode node) throws FormatException {
    Options options = new Options(owner, node);
    String given = options.filled("name");
    String name = given == null ? "" : given;
    List<FixedField> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode one : options.objects("fields")) {
      FixedField field = field("field " + (fields.size() + 1) + " of " + owner, one);
      if (!names.add(field.name())) {
        throw new FormatException(
            "Two fields of " + owner + " are named “" + field.name() + "”; name them apart.");
      }
      fields.add(field);
    }
    if (fields.isEmpty()) {
      throw options.missing("fields", "a list of fields with name, at and length");
    }
    return new RecordType(name, mark(owner, options), fields);
  }

  private static RecordType.@Nullable Mark mark(String owner, Options options)
      throws FormatException {
    JsonNode node = options.node("type");
    if (node == null) {
      return null;
    }
    Options type = new Options("the type of " + owner, node);
    Integer at = type.whole("at", 1);
    String text = type.text("text");
    if (at == null) {
      throw type.missing("at", "a position from 1 on");
    }
    if (text == null || text.isEmpty()) {
      throw type.missing("text", "the text that stands there");
    }
    return new RecordType.Mark(at, text);
  }

  private static FixedField field(String owner, JsonNode node) throws FormatException {
    Options options = new Options(owner, node);
    String name = options.filled("name");
    Integer at = options.whole("at", 1);
    Integer length = options.whole("length", 1);
    if (name == null) {
      throw options.missing("name", "the name of the field");
    }
    if (at == null || length == null) {
      throw options.missing(at == null ? "at" : "length", "a whole number from 1 on");
    }
    if ((long) at + length > 20_000_000) {
      throw options.wrong(
          "length", node.path("length"), "small enough for a line of 20,000,000 characters");
    }
    FieldType type = type(options);
    String pad = pad(options, type);
    boolean number = type != null && type.isNumber();
    List<String> sides =
        number && pad.equals("0") ? List.of("right", "left") : List.of("left", "right");
    boolean right = options.oneOf("align", sides).equals("right");
    return new FixedField(name, at, length, pad, right, type, scale(options, type));
  }

  private static @Nullable FieldType type(Options options) throws FormatException {
    if (options.node("type") == null) {
      return options.node("scale") == null ? null : FieldType.DECIMAL;
    }
    return FieldType.valueOf(options.oneOf("type", TYPES).toUpperCase(Locale.ROOT));
  }

  /** One character; of a number none that could be a part of it, but for zeros in front. */
  private static String pad(Options options, @Nullable FieldType type) throws FormatException {
    String pad = options.text("pad");
    if (pad == null) {
      return " ";
    }
    JsonNode node = options.node("pad");
    if (pad.codePointCount(0, pad.length()) != 1 || "\r\n\uFEFF".contains(pad)) {
      throw options.wrong("pad", node, "one character that is no line end, such as \" \"");
    }
    if (type != null && type.isNumber() && "123456789+-.eE".contains(pad)) {
      throw options.wrong("pad", node, "a character that is no part of a number, or \"0\"");
    }
    return pad;
  }

  private static @Nullable Integer scale(Options options, @Nullable FieldType type)
      throws FormatException {
    Integer scale = options.whole("scale", 0);
    if (scale != null && (type == null || !type.isNumber())) {
      throw options.wrong("scale", options.node("scale"), "left out: the type is no number");
    }
    return scale;
  }
}
