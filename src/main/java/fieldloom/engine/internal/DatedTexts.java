package fieldloom.engine.internal;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes dates and times of the text fields that have a date pattern: a sample of a CSV file, say,
 * tells of text only.
 */
final class DatedTexts {
  private static final String DAYS = "GuyYDMLdQqwWEecg";
  private static final String TIMES = "aBhKkHmsSAnN";

  private DatedTexts() {}

  /** The schema with the field at a path as what its pattern is of; itself where it is no text. */
  static SchemaTree in(SchemaTree schema, Path path, String pattern) {
    SchemaNode node = schema.find(path);
    if (node == null || node.type() != FieldType.STRING) {
      return schema;
    }
    SchemaNode root = with(schema.root(), path.steps(), type(pattern));
    return new SchemaTree(schema.title(), root, schema.around(), schema.xsd(), schema.edi());
  }

  private static SchemaNode with(SchemaNode node, List<Path.Step> steps, FieldType type) {
    if (steps.isEmpty()) {
      return node.as(type).build();
    }
    List<SchemaNode> children = new ArrayList<>();
    for (SchemaNode child : node.children()) {
      boolean meant = child.name().equals(steps.getFirst().name());
      children.add(meant ? item(child, steps.getFirst().arrays(), steps, type) : child);
    }
    return node.as(node.type()).children(children).build();
  }

  private static SchemaNode item(
      SchemaNode node, int arrays, List<Path.Step> steps, FieldType type) {
    return arrays == 0
        ? with(node, steps.subList(1, steps.size()), type)
        : node.as(node.type()).item(item(node.item(), arrays - 1, steps, type)).build();
  }

  /** A pattern of days, of times of day, or of both. */
  private static FieldType type(String pattern) {
    String letters = pattern.replaceAll("'[^']*'", "");
    boolean day = letters.chars().anyMatch(c -> DAYS.indexOf(c) >= 0);
    boolean time = letters.chars().anyMatch(c -> TIMES.indexOf(c) >= 0);
    return !time ? FieldType.DATE : day ? FieldType.DATETIME : FieldType.TIME;
  }
}
