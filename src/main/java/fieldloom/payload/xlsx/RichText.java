package fieldloom.payload.xlsx;

import java.io.IOException;

/** The text of a shared string or an inline one: its runs joined, without phonetic guides. */
final class RichText {
  private RichText() {}

  /**
   * Reads it to the end of its element.
   *
   * @param element the element that has just started
   * @param text is emptied first
   * @return false where the text is too long; some of it is left out then
   */
  static boolean read(PartXml xml, String element, StringBuilder text) throws IOException {
    text.setLength(0);
    int phonetic = 0;
    boolean inside = false;
    boolean whole = true;
    while (true) {
      switch (xml.next()) {
        case START -> {
          phonetic += xml.name().equals("rPh") ? 1 : 0;
          inside = xml.name().equals("t") && phonetic == 0;
        }
        case END -> {
          inside = false;
          phonetic -= xml.name().equals("rPh") ? 1 : 0;
          if (xml.name().equals(element)) {
            return whole;
          }
        }
        case TEXT -> whole &= !inside || append(xml, text);
        case OTHER -> {}
        case DONE -> {
          return whole;
        }
      }
    }
  }

  /** Appends the text that the XML is at; false, and nothing, where it becomes too long. */
  static boolean append(PartXml xml, StringBuilder text) {
    if (text.length() > XlsxLimits.CELL_CHARS) {
      return false;
    }
    xml.appendText(text);
    return text.length() <= XlsxLimits.CELL_CHARS;
  }
}
