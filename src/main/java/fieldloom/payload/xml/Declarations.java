package fieldloom.payload.xml;

import fieldloom.payload.text.TextPage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Puts the declarations of namespaces where they belong: at the document's root as long as that has
 * not been handed on, else at the element of the record that needs them.
 */
final class Declarations {
  /** Most that is held back, in UTF-16 units. */
  static final int MOST_HELD = 8_000_000;

  private static final int NOWHERE = -1;

  private final TextPage page;
  private final XmlPrefixes prefixes;
  private final String defaultNamespace;
  private int at = NOWHERE;
  private boolean atRoot = true;
  private boolean begun;
  private boolean handedOn;

  /**
   * @param defaultNamespace declared at the root; "" where there is none
   */
  Declarations(TextPage page, XmlPrefixes prefixes, String defaultNamespace) {
    this.page = page;
    this.prefixes = prefixes;
    this.defaultNamespace = defaultNamespace;
  }

  /** Takes note that the name of an element around the records has been written. */
  void around() {
    if (at == NOWHERE) {
      at = page.length();
    }
  }

  /** Takes note that the name of a record's element has been written. */
  void record() {
    handedOn = false;
    if (at == NOWHERE) {
      at = page.length();
    }
  }

  /** Declares what the elements written so far use; the place stays the same. */
  void declare() {
    if (begun && !prefixes.wantsAny()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    if (!begun && !defaultNamespace.isEmpty()) {
      text.append(XmlPrefixes.declaration("", defaultNamespace));
    }
    begun = true;
    Map<String, String> wanted = prefixes.takeWanted();
    wanted.forEach((prefix, uri) -> text.append(XmlPrefixes.declaration(prefix, uri)));
    page.insert(at, text.toString());
    at += text.length();
    if (atRoot) {
      prefixes.declared(List.copyOf(wanted.keySet()));
    }
  }

  /** Forgets a record that is taken back. */
  void takeBack(boolean alone) {
    prefixes.takeWanted();
    if (alone) {
      at = NOWHERE;
    }
  }

  /** Ends a record: what it uses is declared. */
  void endRecord() {
    if (at != NOWHERE) {
      declare();
    }
    at = NOWHERE;
    atRoot = false;
  }

  /** Hands on a record's beginning that has become too large to be held back. */
  void handOnLarge() throws IOException {
    if (at != NOWHERE) {
      declare();
    }
    at = NOWHERE;
    atRoot = false;
    handedOn = true;
    page.handOn();
  }

  /** Whether a namespace must be declared on the very element that uses it. */
  boolean isLate() {
    return at == NOWHERE;
  }

  /** Whether the beginning of the record cannot be taken back. */
  boolean isHandedOn() {
    return handedOn;
  }
}
