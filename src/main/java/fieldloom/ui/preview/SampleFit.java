package fieldloom.ui.preview;

import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a sample is one of a source's schema at all. */
final class SampleFit {
  private static final int NAMED = 3;

  private SampleFit() {}

  /**
   * What is wrong where a record has none of the fields of its source; null where it has one, and
   * where the schema lets records have any fields.
   *
   * @param sample what people pick the sample by
   */
  static @Nullable String problem(
      String sample, Document source, SchemaTree schema, Object record) {
    SchemaNode root = schema.root();
    if (!(record instanceof Obj object)
        || object.isEmpty()
        || root.type() != FieldType.OBJECT
        || root.children().isEmpty()) {
      return null;
    }
    boolean any = root.children().stream().anyMatch(child -> object.has(child.name()));
    if (any) {
      return null;
    }
    List<String> has = List.copyOf(object.fields().keySet());
    return PreviewView.TEXTS.get(
        "misfit",
        sample.substring(sample.lastIndexOf('/') + 1),
        source.name(),
        has.stream().limit(NAMED).collect(Collectors.joining(", "))
            + (has.size() > NAMED ? ", …" : ""),
        root.children().stream()
                .limit(NAMED)
                .map(SchemaNode::name)
                .collect(Collectors.joining(", "))
            + (root.children().size() > NAMED ? ", …" : ""));
  }
}
