package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSComplexType;
import com.sun.xml.xsom.XSElementDecl;
import com.sun.xml.xsom.XSSchemaSet;
import com.sun.xml.xsom.parser.XSOMParser;
import fieldloom.model.Fault;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.xml.RecordsPath;
import fieldloom.payload.xml.XmlNames;
import fieldloom.schema.OpenSchema;
import fieldloom.schema.SchemaChoice;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.xml.XmlGlance;
import fieldloom.schema.xml.XmlRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML Schema 1.0. The option {@code root} chooses among its global elements, {@code records} the
 * elements within documents that are one record each.
 */
public final class XsdReader implements SchemaReader {
  private static final int MOST_SHOWN = 300;

  @Override
  public String name() {
    return "xsd";
  }

  @Override
  public boolean accepts(SchemaFile file) {
    // One that is malformed says so as a schema, not as a sample.
    return file.path().toLowerCase(Locale.ROOT).endsWith(".xsd") && XmlGlance.isXml(file.content())
        || XmlGlance.isRoot(file.content(), XsdDocument.XSD, "schema");
  }

  @Override
  public List<String> extensions() {
    return List.of("xsd");
  }

  @Override
  public List<String> formats() {
    return List.of("xml");
  }

  @Override
  public List<String> optionNames() {
    return List.of("namespaces", "root", "records");
  }

  @Override
  public List<String> roots(SchemaFile file) throws SchemaException {
    XsdFiles files = new XsdFiles(file);
    return roots(file, files, parse(files));
  }

  private static List<String> roots(SchemaFile file, XsdFiles files, XSSchemaSet schemas)
      throws SchemaException {
    return new XsdRoots(file, schemas, files.mainId(), XmlRecords.names(file)).names();
  }

  @Override
  public OpenSchema open(SchemaFile file) throws SchemaException {
    XsdFiles files = new XsdFiles(file);
    XSSchemaSet schemas = parse(files);
    List<String> roots = roots(file, files, schemas);
    return OpenSchema.of(
        roots.size() < 2 ? List.of() : roots.stream().map(SchemaChoice::root).toList(),
        options -> read(file.withOptions(options), files, schemas));
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    XsdFiles files = new XsdFiles(file);
    return read(file, files, parse(files));
  }

  private static SchemaTree read(SchemaFile file, XsdFiles files, XSSchemaSet schemas)
      throws SchemaException {
    XmlNames names = XmlRecords.names(file);
    RecordsPath records = XmlRecords.path(file);
    XSElementDecl root = new XsdRoots(file, schemas, files.mainId(), names).choose(records);
    XsdNaming naming = new XsdNaming(names, files.prefixes());
    SchemaNode node = new XsdNodes(naming, schemas.getAnyType(), subtypes(schemas)).root(root);
    return XmlRecords.tree(file, node, records, files.all());
  }

  private static XSSchemaSet parse(XsdFiles files) throws SchemaException {
    Errors errors = new Errors(files);
    XSOMParser parser = new XSOMParser(files);
    parser.setEntityResolver(files);
    parser.setErrorHandler(errors);
    parser.setAnnotationParser(XsdNotes::new);
    try {
      InputSource next = new InputSource(files.mainId());
      while (next != null) {
        parser.parse(next);
        next = files.nextImported();
      }
      List<String> circle = files.cycles().find();
      if (circle != null) {
        throw new SchemaException(
            "The schema "
                + files.label(null)
                + " defines something by itself alone: "
                + String.join(", which needs ", circle)
                + ", which needs "
                + circle.getFirst()
                + "; break the circle.");
      }
      String deep = files.cycles().tooDeep();
      if (deep != null) {
        throw new SchemaException(
            "The schema "
                + files.label(null)
                + " makes "
                + deep
                + " of more than 500 types or groups that are made of each other; so many are not"
                + " followed, give one with fewer.");
      }
      XSSchemaSet schemas = parser.getResult();
      if (schemas == null) {
        throw new IllegalStateException("errors are thrown as they are met");
      }
      return schemas;
    } catch (SAXException e) {
      SchemaException reason = XsdFiles.reason(e);
      throw reason == null ? errors.wrong(e) : reason;
    }
  }

  /** Ends the reading at the first error, in our words. */
  private record Errors(XsdFiles files) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // What does not keep the schema from being read.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }

    SchemaException wrong(SAXException e) {
      String place = "";
      String label = files.label(null);
      if (e instanceof SAXParseException at && at.getLineNumber() > 0) {
        place = " at line " + at.getLineNumber() + ", column " + Math.max(1, at.getColumnNumber());
        label = files.label(at.getSystemId());
      }
      String reason = String.valueOf(e.getMessage()).strip();
      String told =
          shown(reason)
              .replaceFirst(" appears at line \\d+ column \\d+", "")
              .replaceFirst("\\.$", "");
      return new SchemaException(
          "The schema " + label + " is wrong" + place + ": " + told + "; correct it.",
          Fault.of(Fault.Kind.NO_XSD, label, place.strip(), told));
    }
  }

  private static String shown(String reason) {
    return reason.length() > MOST_SHOWN ? reason.substring(0, MOST_SHOWN) + "…" : reason;
  }

  /** The types that can stand for each abstract one, as the author wrote them. */
  private static Map<XSComplexType, List<XSComplexType>> subtypes(XSSchemaSet schemas) {
    Map<XSComplexType, List<XSComplexType>> found = new HashMap<>();
    Iterator<XSComplexType> all = schemas.iterateComplexTypes();
    while (all.hasNext()) {
      XSComplexType type = all.next();
      XSComplexType base = type.getBaseType().asComplexType();
      while (!type.isAbstract() && base != null && base != schemas.getAnyType()) {
        if (base.isAbstract()) {
          found.computeIfAbsent(base, key -> new ArrayList<>()).add(type);
        }
        base = base.getBaseType().asComplexType();
      }
    }
    found.values().forEach(list -> list.sort(XsdContents.PLACE));
    return found;
  }
}
