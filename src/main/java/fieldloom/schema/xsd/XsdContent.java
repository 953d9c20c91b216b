package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSElementDecl;
import fieldloom.model.XmlContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements within elements of a type.
 *
 * @param fields each once, in the order in which they can stand
 * @param model how they stand; null where there are none
 * @param open whether others may stand among them
 */
record XsdContent(List<Field> fields, @Nullable XmlContent model, boolean open) {
  static final XsdContent NONE = new XsdContent(List.of(), null, false);

  /**
   * An element.
   *
   * @param notes what is written where it stands; none where that is only about the element itself
   * @param name as paths write it
   * @param min how often it stands at least
   * @param max how often it stands at most
   */
  record Field(XSElementDecl decl, XsdNotes.Notes notes, String name, int min, int max) {}
}
