package fieldloom.schema.xml;

import fieldloom.payload.xml.XmlFault;
import fieldloom.payload.xml.XmlInput;
import fieldloom.schema.BegunText;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Where the beginning of an XML document can be cut so that it is a document again. */
final class XmlBeginning {
  /** More levels are not read of samples, which say so. */
  private static final int MOST_LEVELS = 1_000;

  /** The elements that do not end in it, the outermost first. */
  private final List<Open> open = new ArrayList<>();

  private Charset encoding = StandardCharsets.UTF_8;
  private boolean cut;

  /** An element whose end has not come yet. */
  private static final class Open {
    private final String name;
    private final Map<String, Long> ended = new HashMap<>();
    private String last = "";
    private int end;

    private Open(String name) {
      this.name = name;
    }

    /** Takes note of an element in it that ends before a place. */
    private void add(String child, int place) {
      ended.merge(child, 1L, Long::sum);
      last = child;
      end = place;
    }

    private long count(String child) {
      return ended.getOrDefault(child, 0L);
    }
  }

  /**
   * A place.
   *
   * @param end how many characters stand before it, a byte order mark not counted
   * @param closing the tags that close what is open there
   * @param elements how many elements of a list stand before it; 0 where it stands in no list
   * @param encoding of the characters
   */
  record Cut(int end, String closing, long elements, Charset encoding) {}

  private XmlBeginning() {}

  /** Walks through the beginning of a document. */
  static XmlBeginning of(SchemaFile file) {
    XmlBeginning beginning = new XmlBeginning();
    try (XmlInput input = XmlInput.open(file.stream(), StandardCharsets.UTF_8)) {
      beginning.encoding = input.charset();
      beginning.read(input, BegunText.of(file.content(), input.charset()).text().length());
    } catch (XmlFault e) {
      beginning.cut = e.isCutOff();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
    return beginning;
  }

  /** What is wrong at the very end is so for something is missing behind it, as in {@code <!}. */
  private void read(XmlInput input, long characters) throws IOException {
    try {
      walk(input);
    } catch (XmlFault e) {
      cut = e.isCutOff() || input.offset() >= characters;
    }
  }

  private void walk(XmlInput input) throws IOException, XmlFault {
    int event = input.next();
    while (event != XMLStreamConstants.END_DOCUMENT && open.size() <= MOST_LEVELS) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        open.add(new Open(input.cursor().getPrefixedName()));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        Open ended = open.removeLast();
        if (!open.isEmpty()) {
          open.getLast().add(ended.name, (int) input.endOffset());
        }
      }
      event = input.next();
    }
  }

  /** Whether the document goes on behind the beginning, which has nothing wrong in it. */
  boolean isCut() {
    return cut;
  }

  /**
   * Behind the last element of the outermost list that has one: elements of one name within another
   * one. Where there is no list, behind the last element that ends in the beginning; null where
   * none does.
   */
  @Nullable Cut firstElements() {
    for (int i = 0; i < open.size(); i++) {
      Open around = open.get(i);
      // What is open is of the list where one of its name stands before it.
      boolean inner = i == open.size() - 1;
      String child = inner ? around.last : open.get(i + 1).name;
      if (around.count(child) > (inner ? 1 : 0)) {
        return behind(i, around.count(child));
      }
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      if (!open.get(i).ended.isEmpty()) {
        return behind(i, 0);
      }
    }
    return null;
  }

  private Cut behind(int level, long elements) {
    StringBuilder closing = new StringBuilder();
    for (int i = level; i >= 0; i--) {
      closing.append("</").append(open.get(i).name).append('>');
    }
    return new Cut(open.get(level).end, closing.toString(), elements, encoding);
  }
}
