package fieldloom.payload.xml;

import com.ctc.wstx.exc.WstxEOFException;
import fieldloom.payload.ReadCodes;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Words for what a parser refuses. */
final class XmlFaults {
  private static final Pattern LIMIT = Pattern.compile("(?i).*\\blimit\\b.*", Pattern.DOTALL);

  /** What the parser adds for programmers. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\s*(\\n at \\[row,col.*|\\(start tag in epilog\\?\\)|\\(code \\d+\\)|\\(as per .*|"
              + "\\(missing name\\?\\)|\\(case insensitive\\))",
          Pattern.DOTALL);

  private XmlFaults() {}

  static XmlFault of(XMLStreamException e) {
    Location at = e.getLocation();
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
    String reason = reason(e);
    if (LIMIT.matcher(reason).matches()) {
      return new XmlFault(
          ReadCodes.TOO_LONG,
          "At "
              + place
              + " stands a name, an attribute or a number of attributes larger than is read, or"
              + " elements nested more than 100,000 deep.",
          line,
          true);
    }
    return new XmlFault(
        ReadCodes.BAD_XML, "At " + place + " the XML is malformed: " + reason + ".", line, true);
  }

  private static String reason(XMLStreamException e) {
    String text = ADVICE.matcher(String.valueOf(e.getMessage())).replaceAll("").strip();
    while (text.endsWith(".") || text.endsWith(";")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.isEmpty()
        ? "it is no XML"
        : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
