package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSAnnotation;
import com.sun.xml.xsom.XSComponent;
import com.sun.xml.xsom.parser.AnnotationContext;
import com.sun.xml.xsom.parser.AnnotationParser;
import fieldloom.model.Titles;
import fieldloom.payload.xml.XmlNames;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.helpers.DefaultHandler;

/** What the author of a schema wrote about a component: its {@code xs:documentation}. */
final class XsdNotes extends AnnotationParser {
  private static final int LONGEST_TITLE = 80;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SENTENCE =
      Pattern.compile("\\A(.+?[^.\\s])(\\.(\\s+\\p{Lu}.*)?|。.*)\\z");

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder chinese = new StringBuilder();

  /**
   * The texts of one component.
   *
   * @param plain in whatever language; null where there is none
   * @param chinese the text marked as Chinese; null where there is none
   */
  record Notes(@Nullable String plain, @Nullable String chinese) {
    static final Notes NONE = new Notes(null, null);

    /** The whole text. */
    @Nullable String documentation() {
      return plain == null ? chinese : plain;
    }

    /** The first sentence, where it is short enough to be read as a title. */
    Titles titles() {
      String own = title(plain);
      return new Titles(own == null ? title(chinese) : own, title(chinese));
    }

    private static @Nullable String title(@Nullable String text) {
      if (text == null) {
        return null;
      }
      String first = SENTENCE.matcher(text).replaceFirst("$1");
      return first.codePointCount(0, first.length()) <= LONGEST_TITLE ? first : null;
    }
  }

  /** The notes of the first of several components that has some. */
  static Notes of(XSComponent... components) {
    for (XSComponent component : components) {
      Notes notes = of(component);
      if (notes != Notes.NONE) {
        return notes;
      }
    }
    return Notes.NONE;
  }

  static Notes of(XSComponent component) {
    XSAnnotation annotation = component.getAnnotation();
    return annotation != null && annotation.getAnnotation() instanceof Notes notes
        ? notes
        : Notes.NONE;
  }

  @Override
  public ContentHandler getContentHandler(
      AnnotationContext context, String parent, ErrorHandler errors, EntityResolver resolver) {
    return new Collector();
  }

  @Override
  public Object getResult(@Nullable Object existing) {
    return new Notes(text(plain), text(chinese));
  }

  private static @Nullable String text(StringBuilder collected) {
    String text = BLANKS.matcher(collected).replaceAll(" ").strip();
    return text.isEmpty() ? null : text;
  }

  /** Collects texts. Of a structured note, the part called Definition says what is meant. */
  private final class Collector extends DefaultHandler {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder definition = new StringBuilder();
    private String language = "";
    private int depth;
    private int definitionAt;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (depth > 0) {
        depth++;
        text.append(' ');
        if (local.equals("Definition") && definitionAt == 0) {
          definitionAt = depth;
        }
      } else if (uri.equals(XsdDocument.XSD) && local.equals("documentation")) {
        depth = 1;
        text.setLength(0);
        definition.setLength(0);
        String given = attributes.getValue(XmlNames.XML, "lang");
        language = given == null ? "" : given;
      }
    }

    @Override
    public void characters(char[] chars, int from, int length) {
      if (depth > 0) {
        (definitionAt > 0 ? definition : text).append(chars, from, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (depth == 0) {
        return;
      }
      if (depth == definitionAt) {
        definitionAt = 0;
      }
      if (--depth == 0) {
        StringBuilder into = language.startsWith("zh") ? chinese : plain;
        into.append(' ').append(definition.isEmpty() ? text : definition);
      }
    }
  }
}
