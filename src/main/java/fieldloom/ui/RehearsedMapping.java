package fieldloom.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Resources;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.ui.session.SampleException;
import fieldloom.ui.shell.LoadedMapping;
import fieldloom.ui.shell.SampleReader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping for nobody: two schemas with titles in Chinese too, rules of the common kinds, and a
 * sample; in memory only.
 */
final class RehearsedMapping {
  private static final String NAME = "rehearsal.flmap";
  private static final String IN = "in.schema.json";
  private static final String OUT = "out.schema.json";
  private static final String SAMPLE = "sample.json";
  private static final int LINKED_EACH = 3;
  private static final int FORMULA_EACH = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int groups;
  private final int fields;

  private RehearsedMapping(int groups, int fields) {
    this.groups = groups;
    this.fields = fields;
  }

  /**
   * Reads and compiles it, as one that is opened.
   *
   * @param groups of each schema
   * @param fields of each group
   */
  static LoadedMapping load(int groups, int fields) throws PackException, SampleException {
    RehearsedMapping made = new RehearsedMapping(groups, fields);
    try {
      Map<String, byte[]> files = new HashMap<>();
      files.put(IN, JSON.writeValueAsBytes(made.schema("Source", "来源字段")));
      files.put(OUT, JSON.writeValueAsBytes(made.schema("Target", "目标字段")));
      files.put(SAMPLE, JSON.writeValueAsBytes(made.sample()));
      Resources resources = name -> open(files, name);
      byte[] mapping = JSON.writeValueAsBytes(made.mapping());
      Project project = Projects.load(MappingFile.read(mapping, NAME), resources);
      SampleReader reader = new SampleReader(project);
      return new LoadedMapping(NAME, 1, project, List.of(SAMPLE), reader.first(), null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written", e);
    }
  }

  private static ByteArrayInputStream open(Map<String, byte[]> files, String name)
      throws FileNotFoundException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new FileNotFoundException("There is no " + name + " in the rehearsal.");
    }
    return new ByteArrayInputStream(content);
  }

  /** The path of a field, in source and target alike. */
  static String path(int group, int field) {
    return "group" + group + ".field" + group + "_" + field;
  }

  private ObjectNode mapping() {
    ObjectNode mapping = JSON.createObjectNode().put("fieldloom", 1).put("name", "Rehearsal");
    mapping
        .putArray("sources")
        .addObject()
        .put("name", "in")
        .put("format", "json")
        .put("schema", IN);
    mapping.putObject("target").put("name", "out").put("format", "json").put("schema", OUT);
    var rules = mapping.putArray("rules");
    for (int group = 0; group < groups; group++) {
      for (int field = 0; field < fields; field += LINKED_EACH) {
        String path = path(group, field);
        ObjectNode rule = rules.addObject().put("to", path);
        if (rules.size() % FORMULA_EACH == 0) {
          rule.put("formula", "UPPER(in." + path + ")");
        } else {
          rule.put("from", "in." + path);
        }
      }
    }
    mapping.putArray("tests").addObject().put("name", "sample").putObject("in").put("in", SAMPLE);
    return mapping;
  }

  private ObjectNode schema(String title, String chinese) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object").put("title", title);
    ObjectNode properties = schema.putObject("properties");
    for (int group = 0; group < groups; group++) {
      ObjectNode parts =
          properties.putObject("group" + group).put("type", "object").putObject("properties");
      for (int field = 0; field < fields; field++) {
        parts
            .putObject("field" + group + "_" + field)
            .put("type", "string")
            .put("title", title + " " + field + " " + chinese);
      }
    }
    return schema;
  }

  private ObjectNode sample() {
    ObjectNode record = JSON.createObjectNode();
    for (int group = 0; group < groups; group++) {
      ObjectNode parts = record.putObject("group" + group);
      for (int field = 0; field < fields; field++) {
        parts.put("field" + group + "_" + field, "value " + field);
      }
    }
    return record;
  }
}
