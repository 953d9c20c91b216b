package fieldloom.payload.xml;

import com.ctc.wstx.exc.WstxEOFException;
import fieldloom.payload.ReadCodes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Words for what a parser refuses. */
final class XmlFaults {
  private static final Pattern LIMIT = Pattern.compile("(?i).*\\blimit\\b.*", Pattern.DOTALL);

  /** What the parser adds for programmers. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\s*(\\n at \\[row,col.*|\\(start tag in epilog\\?\\)|\\(code \\d+\\)|\\(as per .*|"
              + "\\(missing name\\?\\)|\\(case insensitive\\))",
          Pattern.DOTALL);

  private static final int MOST_SHOWN = 200;

  /** What the parser says, and what is said in its place of the parts that it names. */
  private record Words(Pattern said, String ours) {
    static Words of(String said, String ours) {
      return new Words(Pattern.compile(said, Pattern.DOTALL), ours);
    }
  }

  private static final List<Words> WORDS =
      List.of(
          Words.of(
              "\\(code 65279 ",
              "a byte order mark stands in the middle of the document; delete it"),
          Words.of(
              "CTRL-CHAR, code (\\d+)",
              "the control character of code %s stands there, which XML does not allow; take it out"),
          Words.of(
              "NULL, unicode 0",
              "a NUL character stands there; save the document as text, in the encoding that it"
                  + " declares"),
          Words.of(
              "Unexpected close tag </(.+?)>; expected </(.+?)>",
              "</%s> stands where </%s> was expected; close each element in turn"),
          Words.of(
              "Duplicate attribute '(.+?)'", "the attribute %s stands twice; keep one of them"),
          Words.of(
              "Undeclared general entity \"(.+?)\"",
              "the entity &%s; is not known; write the text it stands for"),
          Words.of(
              "Undeclared namespace prefix \"(.+?)\"",
              "the prefix %s has no namespace; declare it with xmlns:%1$s"),
          Words.of("multiple roots", "a second root element stands there; leave one"),
          Words.of(
              "Unexpected character '(.)'.* in prolog",
              "“%s” stands where the document should begin with “<”; give an XML document"),
          Words.of(
              "target \\(\"xml\"\\)",
              "<?xml stands behind the beginning; put it first, without a blank before it"),
          Words.of(
              "Invalid character reference",
              "a reference to a character names none of XML; correct it"),
          Words.of("'--' not allowed", "“--” stands within a comment; take it out"),
          Words.of("']]>' not allowed", "“]]>” stands within text; write it as ]]&gt;"),
          Words.of(
              "Unexpected character '(.)'.*Expected a quote",
              "“%s” stands where an attribute's value begins; put the value in quotes"),
          Words.of(
              "Unexpected character '<'.* in attribute value",
              "“<” stands within an attribute's value; write it as &lt;"));

  private XmlFaults() {}

  /**
   * The fault that a parser met.
   *
   * @param here where it stands, for a limit that is broken does not carry its place
   */
  static XmlFault of(XMLStreamException e, @Nullable Location here) {
    Location at = e.getLocation() == null ? here : e.getLocation();
    long line = at == null ? 1 : Math.max(1, at.getLineNumber());
    String place =
        "line " + line + ", column " + (at == null ? 1 : Math.max(1, at.getColumnNumber()));
    if (e instanceof WstxEOFException) {
      return new XmlFault(
          ReadCodes.CUT_OFF,
          "The input ends at "
              + place
              + " in the middle of the document; it may have been cut off.",
          line,
          true);
    }
    String raw = String.valueOf(e.getMessage());
    if (LIMIT.matcher(raw).matches()) {
      return new XmlFault(ReadCodes.TOO_LONG, "At " + place + " " + limit(raw) + ".", line, true);
    }
    return new XmlFault(
        ReadCodes.BAD_XML, "At " + place + " the XML is malformed: " + reason(e) + ".", line, true);
  }

  private static String limit(String raw) {
    if (raw.contains("Element Depth")) {
      return "elements stand within each other more than 100,000 deep; so many are not read";
    }
    return raw.contains("Attribute limit") || raw.contains("attributes per element")
        ? "an element has more than 10,000 attributes; so many are not read"
        : "a text, a comment or an attribute has more than 20,000,000 characters; so long a one is"
            + " not read";
  }

  /** What is wrong and what to do, without the parser's advice to programmers. */
  private static String reason(XMLStreamException e) {
    String raw = String.valueOf(e.getMessage());
    for (Words words : WORDS) {
      Matcher found = words.said().matcher(raw);
      if (found.find()) {
        String one = found.groupCount() > 0 ? shown(found.group(1)) : "";
        String two = found.groupCount() > 1 ? shown(found.group(2)) : "";
        return words.ours().formatted(one, two);
      }
    }
    String text = ADVICE.matcher(raw).replaceAll("").strip();
    while (text.endsWith(".") || text.endsWith(";")) {
      text = text.substring(0, text.length() - 1);
    }
    String plain =
        text.isEmpty() ? "it is no XML" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    return shown(plain) + "; correct it";
  }

  private static String shown(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }
}
