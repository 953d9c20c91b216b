package fieldloom.ui.tests;

import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.pack.TestCases.Output;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.ui.session.FieldRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one test case, with the titles that schemas give them. */
final class CaseFields {
  private final Map<String, SchemaTree> schemas;
  private final Locale locale;
  private final Map<String, String> titles = new HashMap<>();

  /**
   * @param schemas of the targets by name
   * @param locale of the titles
   */
  CaseFields(Map<String, SchemaTree> schemas, Locale locale) {
    this.schemas = schemas;
    this.locale = locale;
  }

  /** All fields of a case, in order; of one that could not be compared none. */
  List<FieldRow> rows(@Nullable Result result) {
    List<FieldRow> rows = new ArrayList<>();
    if (result != null && wantsSomething(result)) {
      for (Output output : result.outputs()) {
        for (FieldResult field : output.fields()) {
          rows.add(new FieldRow(field, title(field)));
        }
      }
    }
    return rows;
  }

  /** Whether a case has a wanted output, so that fields can differ from it. */
  static boolean wantsSomething(Result result) {
    return result.outputs().stream().anyMatch(output -> output.file() != null);
  }

  private String title(FieldResult field) {
    return titles.computeIfAbsent(
        field.target() + " " + field.field(), key -> titleOf(field.target(), field.field()));
  }

  private String titleOf(String target, String field) {
    SchemaTree schema = schemas.get(target);
    if (schema == null || field.isEmpty()) {
      return "";
    }
    try {
      SchemaNode node = schema.find(Path.parse(field));
      String title = node == null ? null : node.titles().in(locale);
      return title == null ? "" : title;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether each field of the targets is as expected in a case, for the marks in the trees. */
  static Map<FieldRef, Boolean> marks(List<FieldRow> rows) {
    Map<FieldRef, Boolean> marks = new HashMap<>();
    for (FieldRow row : rows) {
      FieldRef field = row.field();
      if (field != null && row.result().kind() != Kind.IGNORED && !field.isRoot()) {
        marks.merge(field, !row.differs(), Boolean::logicalAnd);
      }
    }
    return marks;
  }
}
