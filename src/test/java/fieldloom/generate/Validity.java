package fieldloom.generate;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fieldloom.model.XmlSchemaFiles;
import fieldloom.payload.JsonValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** Holds documents against their schemas by validators that know nothing of generated samples. */
final class Validity {
  private Validity() {}

  /** A JSON Schema, ready to check records. */
  static com.networknt.schema.Schema jsonSchema(String schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  /** What a schema has against a record; empty where it is valid. */
  static List<String> faults(com.networknt.schema.Schema schema, Object record) {
    return schema.validate(JsonValues.toJson(record), InputFormat.JSON).stream()
        .map(Error::toString)
        .toList();
  }

  /** A validator of the JDK for an XML Schema with all its files. */
  static Validator xml(XmlSchemaFiles files) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty("jdk.xml.maxOccurLimit", "20000");
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
    Map<String, XmlSchemaFiles.File> byPath =
        files.files().stream().collect(Collectors.toMap(XmlSchemaFiles.File::path, file -> file));
    DOMImplementationLS dom =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          String from = URI.create(base).getPath().substring(1);
          XmlSchemaFiles.File file = byPath.get(from);
          String path = file == null || systemId == null ? null : file.references().get(systemId);
          if (path == null && systemId != null) {
            path = URI.create(base).resolve(systemId).getPath().substring(1);
          }
          XmlSchemaFiles.File meant =
              path == null ? ofNamespace(files, namespace) : byPath.get(path);
          LSInput input = dom.createLSInput();
          input.setByteStream(
              new ByteArrayInputStream(meant == null ? new byte[0] : meant.content()));
          input.setSystemId("memory:/" + (meant == null ? "none" : meant.path()));
          return meant == null ? null : input;
        });
    XmlSchemaFiles.File main = files.files().getFirst();
    return factory
        .newSchema(
            new StreamSource(new ByteArrayInputStream(main.content()), "memory:/" + main.path()))
        .newValidator();
  }

  /** The file that declares a namespace; an import need not say where it is. */
  private static XmlSchemaFiles.@Nullable File ofNamespace(
      XmlSchemaFiles files, @Nullable String namespace) {
    String declared = "targetNamespace=\"" + namespace + "\"";
    return files.files().stream()
        .filter(file -> new String(file.content(), StandardCharsets.UTF_8).contains(declared))
        .findFirst()
        .orElse(null);
  }

  /** What a validator has against a document; empty where it is valid. */
  static String fault(Validator validator, byte[] document) throws IOException {
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
      return "";
    } catch (SAXException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
