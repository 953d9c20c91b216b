package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.model.Table;
import fieldloom.pack.PackageContent.Kind;
import fieldloom.schema.SchemaLoader;
import java.util.Map;
import java.util.TreeMap;

/** The files that a mapping names, sorted by name, each once. */
final class References {
  private final Map<String, Kind> files = new TreeMap<>();

  private References() {}

  static Map<String, Kind> of(Mapping mapping) {
    References found = new References();
    mapping.sources().forEach(found::schema);
    mapping.targets().forEach(found::schema);
    mapping.tables().forEach(found::table);
    for (Mapping.TestCase test : mapping.tests()) {
      test.in().values().forEach(file -> found.add(file, Kind.SAMPLE));
      test.tables().values().forEach(file -> found.add(file, Kind.SAMPLE));
      test.expects().values().forEach(file -> found.add(file, Kind.EXPECTED));
      String expect = test.expect();
      if (expect != null) {
        found.add(expect, Kind.EXPECTED);
      }
    }
    return found.files;
  }

  private void schema(Document document) {
    if (document.schema() instanceof SchemaRef.File file) {
      add(file.name(), Kind.SCHEMA);
      JsonNode options = document.options();
      if (options != null) {
        options.path(SchemaLoader.SAMPLES).forEach(sample -> add(sample.asText(), Kind.SCHEMA));
      }
    }
  }

  private void table(Table table) {
    JsonNode from = table.from();
    if (from != null) {
      for (String member : new String[] {"csv", "xlsx"}) {
        if (from.path(member).isTextual()) {
          add(from.path(member).asText(), Kind.TABLE);
        }
      }
    }
  }

  private void add(String name, Kind kind) {
    files.putIfAbsent(PartNames.plain(name), kind);
  }
}
