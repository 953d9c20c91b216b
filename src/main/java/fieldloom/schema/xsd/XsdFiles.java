package fieldloom.schema.xsd;

import com.sun.xml.xsom.parser.XMLParser;
import fieldloom.model.Fault;
import fieldloom.model.XmlSchemaFiles;
import fieldloom.payload.xml.SaxEvents;
import fieldloom.payload.xml.XmlFault;
import fieldloom.payload.xml.XmlInput;
import fieldloom.payload.xml.XmlNames;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The files of one schema, opened as they refer to each other. The parser knows them by numbers, so
 * that no name it could make of a reference leads anywhere else.
 */
final class XsdFiles implements XMLParser, EntityResolver {
  /** Files included within each other take stack. */
  private static final int MAX_NESTED = 100;

  private static final int MAX_FILES = 5_000;
  private static final String SCHEME = "part:/";
  private static final String XML_XSD = "xml.xsd";

  private final List<Known> files = new ArrayList<>();
  private final Map<String, Known> byPath = new HashMap<>();
  private final Deque<Known> imported = new ArrayDeque<>();
  private final Set<String> everImported = new HashSet<>();
  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private final XsdCycles cycles = new XsdCycles();
  private final XsdStubs stubs = new XsdStubs();
  private int nested;

  /** A file, and what it calls the others. */
  record Known(SchemaFile file, String id, Map<String, String> references) {}

  /** What went wrong in a file, through a parser that knows only its own exceptions. */
  private static final class Refused extends SAXException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final SchemaException reason;

    private Refused(SchemaException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  XsdFiles(SchemaFile main) {
    everImported.add(known(main).id());
  }

  private Known known(SchemaFile file) {
    return byPath.computeIfAbsent(
        file.path(),
        path -> {
          Known made = new Known(file, SCHEME + files.size(), new LinkedHashMap<>());
          files.add(made);
          return made;
        });
  }

  /** The id of the schema itself. */
  String mainId() {
    return files.getFirst().id();
  }

  /** The next file to parse because another imports it; null where all are. */
  @Nullable InputSource nextImported() {
    Known next = imported.poll();
    if (next != null) {
      return new InputSource(next.id());
    }
    String stub = stubs.next();
    if (stub == null) {
      return null;
    }
    InputSource source =
        new InputSource(new ByteArrayInputStream(stub.getBytes(StandardCharsets.UTF_8)));
    source.setSystemId(XsdStubs.ID);
    return source;
  }

  /** What people know a file by. */
  String label(@Nullable String id) {
    return id != null && id.startsWith(SCHEME)
        ? files.get(Integer.parseInt(id.substring(SCHEME.length()))).file().label()
        : files.getFirst().file().label();
  }

  /** The prefixes that the files have for namespaces, the schema's own first. */
  Map<String, String> prefixes() {
    return prefixes;
  }

  XsdCycles cycles() {
    return cycles;
  }

  XsdStubs stubs() {
    return stubs;
  }

  /** The files for checking documents. */
  XmlSchemaFiles all() {
    return new XmlSchemaFiles(
        files.stream()
            .map(
                known ->
                    new XmlSchemaFiles.File(
                        known.file().path(), known.file().content(), known.references()))
            .toList());
  }

  /** The reason of ours that a parser's exception carries; null where it is its own. */
  static @Nullable SchemaException reason(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.reason;
      }
      if (cause instanceof SAXException sax && sax.getException() instanceof Refused refused) {
        return refused.reason;
      }
    }
    return null;
  }

  /** Takes note that a file has a prefix for a namespace. */
  void prefix(String prefix, String uri) {
    if (!prefix.isEmpty()) {
      prefixes.putIfAbsent(uri, prefix);
    }
  }

  /**
   * The id of a file that another refers to.
   *
   * @param reference null where an import names a namespace only
   * @return null where that says nothing of a file
   */
  @Nullable String refer(Known from, @Nullable String reference, @Nullable String namespace)
      throws SAXException {
    Known known;
    if (reference == null) {
      if (!XmlNames.XML.equals(namespace)) {
        return null;
      }
      known = known(xmlNamespace());
    } else {
      known = open(from.file(), reference, XmlNames.XML.equals(namespace));
    }
    if (files.size() > MAX_FILES) {
      throw new Refused(
          new SchemaException(
              "The schema "
                  + label(null)
                  + " is made of more than 5,000 files; so many are not read."));
    }
    from.references().put(reference == null ? "" : reference, known.file().path());
    return known.id();
  }

  private Known open(SchemaFile from, String reference, boolean ofXml) throws Refused {
    try {
      Known there = byPath.get(from.resolve(reference));
      return there == null ? known(from.open(reference)) : there;
    } catch (SchemaException e) {
      if (ofXml) {
        // The schema of xml:lang and its like is the same everywhere.
        return known(xmlNamespace());
      }
      throw new Refused(e);
    }
  }

  private static SchemaFile xmlNamespace() {
    try (InputStream in = XsdFiles.class.getResourceAsStream(XML_XSD)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its " + XML_XSD);
      }
      return SchemaFile.of(XML_XSD + " of XML itself", in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("a resource of the program cannot be read", e);
    }
  }

  /** Parses an imported file once what is being parsed is done. */
  void later(String id) {
    Known known = files.get(Integer.parseInt(id.substring(SCHEME.length())));
    if (everImported.add(id)) {
      imported.add(known);
    }
  }

  @Override
  public @Nullable InputSource resolveEntity(@Nullable String namespace, String id) {
    return id.startsWith(SCHEME) ? new InputSource(id) : null;
  }

  @Override
  public void parse(
      InputSource source, ContentHandler handler, ErrorHandler errors, EntityResolver resolver)
      throws SAXException, IOException {
    String id = source.getSystemId();
    if (!id.startsWith(SCHEME)) {
      // The parser's own list of built-in types, or what stands in for a file.
      read(source.getByteStream(), id, null, handler);
      return;
    }
    if (++nested > MAX_NESTED) {
      throw new Refused(
          new SchemaException(
              "The schema "
                  + label(null)
                  + " has files that include each other more than 100 deep; so many are not"
                  + " read."));
    }
    Known known = files.get(Integer.parseInt(id.substring(SCHEME.length())));
    read(known.file().stream(), id, known, handler);
    nested--;
  }

  private void read(InputStream in, String id, @Nullable Known known, ContentHandler handler)
      throws SAXException, IOException {
    try (XmlInput input = XmlInput.open(in, StandardCharsets.UTF_8)) {
      ContentHandler target =
          known == null ? handler : new XsdDocument(this, known, input.cursor(), handler);
      SaxEvents events = new SaxEvents(input.cursor(), target);
      events.locate(id);
      events.startDocument();
      for (int event = input.next();
          event != XMLStreamConstants.END_DOCUMENT;
          event = input.next()) {
        events.take(event);
      }
      events.endDocument();
    } catch (XmlFault e) {
      String message = String.valueOf(e.getMessage());
      throw new Refused(
          new SchemaException(
              "The schema "
                  + label(id)
                  + " cannot be read: "
                  + Character.toLowerCase(message.charAt(0))
                  + message.substring(1),
              Fault.of(Fault.Kind.NO_XML, label(id), message)));
    }
  }

  /** Refuses a file for something too large in it. */
  SAXException refuse(Known known, String what) {
    return new Refused(
        new SchemaException(
            "The schema "
                + known.file().label()
                + " "
                + what
                + "; so many are not read, give one with fewer."));
  }

  /** Refuses a file whose root element is not that of a schema. */
  SAXException noSchema(Known known, String root) {
    return new Refused(
        new SchemaException(
            "The file "
                + known.file().label()
                + " is no XML Schema: its root element is "
                + root
                + ", not xs:schema."));
  }
}
