package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds one record from a parser's tokens without recursion, so that no depth of the input can
 * exhaust the stack. A record that breaks a limit is read to its end before it is refused, so that
 * the next one can be read.
 */
final class RecordBuilder {
  private static final int MOST_WARNINGS = 100;

  private static final int NAMES = 1 << 10;
  private static final int SEARCHED = 16;

  private Places where;
  private final @Nullable String[] names = new String[NAMES];
  private Consumer<String> warnings = text -> {};
  private int warned;
  private Object[] open = new Object[32];
  private int[] places = new int[32];

  /** Says where things stand in the input, and whether its bytes could be decoded up to there. */
  interface Places {
    /** {@code line 3, column 2}. */
    String name(JsonLocation at);

    /** What was malformed before that place; null where nothing was. */
    @Nullable String malformedBefore(JsonParser parser);
  }

  RecordBuilder(Places where) {
    this.where = where;
  }

  /** Goes on in another part of the input. */
  void within(Places places) {
    where = places;
  }

  void onWarning(Consumer<String> listener) {
    warnings = listener;
  }

  /**
   * Reads the value that starts at the current token and leaves the parser at its last token.
   *
   * @throws BadRecordException where the record breaks a limit; the parser stands at its end
   * @throws com.fasterxml.jackson.core.JsonProcessingException where the text is no JSON
   */
  Object build(JsonParser parser, long line) throws IOException, BadRecordException {
    int depth = 0;
    long weight = 0;
    while (true) {
      JsonToken token = parser.currentToken();
      if (weight > RecordBudget.MOST) {
        Arrays.fill(open, null);
        String message = sentence(parser, RecordBudget.sentence());
        throw refuse(parser, ReadCodes.TOO_LARGE, message, depth + step(token), line);
      }
      Object value;
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          if (depth == JsonCodec.MAX_DEPTH) {
            String message =
                sentence(parser, "the record has more than 1,000 levels of objects and arrays");
            throw refuse(parser, ReadCodes.TOO_DEEP, message, depth + 1, line);
          }
          weight += RecordBudget.CONTAINER;
          push(depth++, token == JsonToken.START_OBJECT ? new Obj() : new ArrayList<Object>());
          parser.nextToken();
          continue;
        }
        case FIELD_NAME -> {
          String name = known(parser.currentName());
          Obj object = (Obj) open[depth - 1];
          int size = object.size();
          weight += weight(size, name);
          places[depth - 1] = object.reserve(name);
          if (object.size() == size) {
            warn(name, parser);
          }
          parser.nextToken();
          continue;
        }
        case END_OBJECT, END_ARRAY -> value = open[--depth];
        case VALUE_STRING -> {
          String text = parser.getText();
          weight += RecordBudget.SCALAR + 2L * text.length();
          value = text;
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          String text = parser.getText();
          if (tooLarge(token, text)) {
            String message =
                sentence(
                    parser,
                    "the number "
                        + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
                        + " has more than 1,000 significant digits or an exponent beyond ±9,999");
            throw refuse(parser, ReadCodes.NUMBER_TOO_LARGE, message, depth, line);
          }
          weight += RecordBudget.SCALAR + 2L * text.length();
          value = Num.ofText(text);
        }
        case VALUE_TRUE -> value = Boolean.TRUE;
        case VALUE_FALSE -> value = Boolean.FALSE;
        case VALUE_NULL -> value = Null.NULL;
        case null, default -> throw new IllegalStateException("unexpected token " + token);
      }
      String malformed = where.malformedBefore(parser);
      if (malformed != null) {
        throw refuse(parser, ReadCodes.BAD_ENCODING, malformed, depth, line);
      }
      if (depth == 0) {
        open[0] = null;
        return value;
      }
      add(depth - 1, value);
      parser.nextToken();
    }
  }

  private static long weight(int fields, String name) {
    if (fields == 0) {
      return RecordBudget.FIELDS + RecordBudget.FIELD;
    }
    return fields < SEARCHED ? RecordBudget.FIELD : RecordBudget.INDEXED + 2L * name.length();
  }

  /** One text for a name, as long as no other takes its place. */
  private String known(String name) {
    int hash = name.hashCode();
    int place = (hash ^ hash >>> 16) & NAMES - 1;
    String before = names[place];
    if (name.equals(before)) {
      return before;
    }
    names[place] = name;
    return name;
  }

  private void push(int depth, Object container) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      places = Arrays.copyOf(places, depth * 2);
    }
    open[depth] = container;
  }

  private void add(int parent, Object value) {
    if (open[parent] instanceof Obj object) {
      object.set(places[parent], value);
    } else {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) open[parent];
      list.add(value);
    }
  }

  private void warn(String name, JsonParser parser) {
    warned++;
    if (warned <= MOST_WARNINGS) {
      warnings.accept(
          "The key “"
              + name
              + "” stands twice in one object, the second time at "
              + where.name(parser.currentTokenLocation())
              + "; its last value is kept.");
    } else if (warned == MOST_WARNINGS + 1) {
      warnings.accept("More keys stand twice in one object; they are not listed one by one.");
    }
  }

  /** How many levels further in a token leads. */
  private static int step(@Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      case null, default -> 0;
    };
  }

  private static boolean tooLarge(JsonToken token, String text) {
    if (text.length() <= NumberLimits.MAX_DIGITS
        && (token == JsonToken.VALUE_NUMBER_INT
            || text.indexOf('e') < 0 && text.indexOf('E') < 0)) {
      return false;
    }
    return !NumberLimits.allows(text);
  }

  private String sentence(JsonParser parser, String what) {
    return String.format(Locale.ROOT, "At %s %s.", where.name(parser.currentTokenLocation()), what);
  }

  /** Reads past what is open and makes the error. */
  private BadRecordException refuse(
      JsonParser parser, String code, String message, int levels, long line) throws IOException {
    int left = levels;
    while (left > 0) {
      left += step(parser.nextToken());
    }
    where.malformedBefore(parser);
    Arrays.fill(open, null);
    return new BadRecordException(code, message, line, null, false);
  }
}
