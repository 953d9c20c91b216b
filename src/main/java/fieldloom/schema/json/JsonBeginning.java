package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the beginning of a JSON text can be cut so that it is JSON again. */
final class JsonBeginning {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** The objects and arrays that do not end in it, the outermost first. */
  private final List<Open> open = new ArrayList<>();

  private boolean cut;

  /** An object or an array whose end has not come yet. */
  private static final class Open {
    private final boolean array;
    private long values;
    private int end;

    private Open(boolean array) {
      this.array = array;
    }

    /** Takes note of a value in it that ends before a place. */
    private void add(int place) {
      values++;
      end = place;
    }
  }

  /**
   * A place.
   *
   * @param end how many characters stand before it
   * @param closing the brackets that close what is open there
   * @param items how many items of a list stand before it; 0 where it stands in no list
   */
  record Cut(int end, String closing, long items) {}

  /** Takes note of whether a parser wants more than there is. */
  private static final class Ending extends FilterReader {
    private boolean asked;

    private Ending(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
      int count = super.read(target, from, length);
      asked |= count < 0;
      return count;
    }
  }

  private JsonBeginning() {}

  /**
   * Walks through the beginning of a text.
   *
   * @param reader of it
   * @param characters how many it has
   */
  static JsonBeginning of(Reader reader, int characters) {
    JsonBeginning beginning = new JsonBeginning();
    Ending ending = new Ending(reader);
    try (JsonParser parser = FACTORY.createParser(ending)) {
      beginning.walk(parser, characters);
      beginning.cut = !beginning.open.isEmpty();
    } catch (JsonProcessingException e) {
      // A fault is the text's own where the parser was content with what there is.
      beginning.cut = ending.asked;
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
    return beginning;
  }

  private void walk(JsonParser parser, int characters) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token.isStructStart()) {
        open.add(new Open(token == JsonToken.START_ARRAY));
      } else if (token.isStructEnd()) {
        open.removeLast();
        add(place(parser));
      } else if (token.isScalarValue()) {
        parser.finishToken();
        // 12 may be the beginning of 123.
        if (token == JsonToken.VALUE_STRING || place(parser) < characters) {
          add(place(parser));
        }
      }
    }
  }

  private void add(int place) {
    if (!open.isEmpty()) {
      open.getLast().add(place);
    }
  }

  private static int place(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }

  /** Whether the text goes on behind the beginning, which has nothing wrong in it. */
  boolean isCut() {
    return cut;
  }

  /**
   * Behind the last item of the outermost array that has one; where none has, behind the last
   * member of the innermost object that has one. Null where nothing ends in the beginning.
   */
  @Nullable Cut firstItems() {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).array && open.get(i).values > 0) {
        return behind(i);
      }
    }
    return all();
  }

  /** Behind the last value that ends in the beginning; null where none does. */
  @Nullable Cut all() {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).values > 0) {
        return behind(i);
      }
    }
    return null;
  }

  private Cut behind(int level) {
    StringBuilder closing = new StringBuilder();
    for (int i = level; i >= 0; i--) {
      closing.append(open.get(i).array ? ']' : '}');
    }
    Open last = open.get(level);
    return new Cut(last.end, closing.toString(), last.array ? last.values : 0);
  }
}
