package fieldloom.engine.internal;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.SchemaNode;
import java.util.List;

/** Warns of required target fields that no rule fills. */
final class RequiredCheck {
  private final Problems problems;

  RequiredCheck(Problems problems) {
    this.problems = problems;
  }

  void check(TargetPlan plan, ObjectNode node, List<Segment> around) {
    StringBuilder before = new StringBuilder();
    for (Segment segment : around) {
      if (segment.array != plan.top()) {
        before.append(segment.array.path).append("[].");
      }
    }
    if (!node.path.isEmpty()) {
      before.append(node.path).append('.');
    }
    for (SchemaNode child : node.schema.children()) {
      if (child.required()
          && child.facets().defaultValue() == null
          && !node.fields().containsKey(child.name())) {
        String path = before + Path.quote(child.name());
        problems.warning(
            "required-unfilled",
            Problem.Place.of(-1, path + (child.type() == FieldType.ARRAY ? "[]" : "")),
            "The required field has no rule; every record will fail.",
            "Draw a link to it, or give it a constant.");
      }
    }
  }
}
