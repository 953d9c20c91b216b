package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSElementDecl;
import com.sun.xml.xsom.XSSchemaSet;
import com.sun.xml.xsom.parser.SchemaDocument;
import fieldloom.payload.xml.RecordsPath;
import fieldloom.payload.xml.XmlNames;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The global elements that a document may start with: those of the schema's own file; of the files
 * it includes where it has none.
 */
final class XsdRoots {
  private static final int MOST_NAMED = 12;

  private final SchemaFile file;
  private final XmlNames names;
  private final List<XSElementDecl> own = new ArrayList<>();
  private final List<XSElementDecl> others = new ArrayList<>();

  XsdRoots(SchemaFile file, XSSchemaSet schemas, String mainId, XmlNames names) {
    this.file = file;
    this.names = names;
    Iterator<XSElementDecl> all = schemas.iterateElementDecls();
    while (all.hasNext()) {
      XSElementDecl decl = all.next();
      SchemaDocument document = decl.getSourceDocument();
      boolean main = document != null && mainId.equals(document.getSystemId());
      (main ? own : others).add(decl);
    }
    own.sort(XsdContents.PLACE);
    others.sort(XsdContents.PLACE);
  }

  /** The names that may be chosen. */
  List<String> names() {
    return candidates().stream().map(XSElementDecl::getName).distinct().toList();
  }

  private List<XSElementDecl> candidates() {
    List<XSElementDecl> all = own.isEmpty() ? others : own;
    return all.stream().filter(decl -> !decl.isAbstract()).toList();
  }

  /**
   * The root that the options name, else the only one there is.
   *
   * @throws SchemaException where there is none of that name, or several and none is named
   */
  XSElementDecl choose(RecordsPath records) throws SchemaException {
    String wanted = file.option("root");
    if (wanted == null && !records.isWhole()) {
      wanted = records.names().getFirst();
    }
    List<XSElementDecl> all = candidates();
    if (wanted != null) {
      return named(wanted);
    }
    if (all.size() == 1) {
      return all.getFirst();
    }
    throw new SchemaException(
        all.isEmpty()
            ? "The schema "
                + file.label()
                + " has no global element that a document could start with; give the file that"
                + " declares one."
            : "The schema "
                + file.label()
                + " has "
                + all.size()
                + " global elements; choose the one that documents start with in the option root: "
                + list(all)
                + ".");
  }

  private XSElementDecl named(String wanted) throws SchemaException {
    int colon = wanted.indexOf(':');
    @Nullable String uri = colon < 0 ? null : names.uri(wanted.substring(0, colon));
    String local = wanted.substring(colon + 1);
    for (List<XSElementDecl> some : List.of(own, others)) {
      for (XSElementDecl decl : some) {
        if (decl.getName().equals(local)
            && !decl.isAbstract()
            && (uri == null || uri.equals(decl.getTargetNamespace()))) {
          return decl;
        }
      }
    }
    throw new SchemaException(
        "The schema "
            + file.label()
            + " has no global element "
            + wanted
            + "; name one of its own in the option root: "
            + list(candidates())
            + ".");
  }

  private static String list(List<XSElementDecl> all) {
    List<String> names = all.stream().map(XSElementDecl::getName).distinct().toList();
    return names.size() <= MOST_NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMED))
            + " and "
            + (names.size() - MOST_NAMED)
            + " more";
  }
}
