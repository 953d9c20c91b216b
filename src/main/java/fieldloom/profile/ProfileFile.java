package fieldloom.profile;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A profile as a table in a file: CSV, Excel or a page for browsers. */
public final class ProfileFile {
  /** The endings of the files that can be written. */
  public static final List<String> ENDINGS = List.of("csv", "xlsx", "html");

  private static final String STYLE =
      "body{font:14px system-ui,sans-serif;margin:24px;color:#1f2328}table{border-collapse:collapse}"
          + "th,td{border-bottom:1px solid #d1d9e0;padding:4px 8px;text-align:left;vertical-align:top}"
          + "th{position:sticky;top:0;background:#f6f8fa}.n{text-align:right}"
          + "i{display:inline-block;height:8px;background:#54aeff;border-radius:2px}";

  private ProfileFile() {}

  /** The ending of a file that can be written; null where its name has another. */
  public static @Nullable String ending(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().filter(end -> name.endsWith("." + end)).findFirst().orElse(null);
  }

  /**
   * Writes a profile.
   *
   * @param ending one of {@link #ENDINGS}
   * @param out is closed
   */
  public static void write(MappingProfile profile, String ending, OutputStream out)
      throws IOException {
    if (ending.equals("html")) {
      try (out) {
        out.write(html(profile).getBytes(StandardCharsets.UTF_8));
      }
      return;
    }
    SchemaTree columns = columns();
    PayloadSpec spec = new PayloadSpec("profile", ending, null, columns);
    try (RecordWriter writer = PayloadFormats.of(ending).writer(out, spec, false)) {
      for (FieldProfile field : profile.fields()) {
        writer.write(row(field));
      }
      writer.finish();
    }
  }

  /** A profile as a row of cells each field, for tables of text. */
  public static Obj row(FieldProfile field) {
    return new Obj()
        .put("side", field.target() ? "target" : "source")
        .put("document", field.document())
        .put("path", field.path())
        .put("title", text(field.title()))
        .put("type", field.type().label())
        .put("places", Num.of(field.places()))
        .put("filled", Num.of(field.filled()))
        .put("filledPercent", Num.of(BigDecimal.valueOf(Math.round(field.share() * 1000), 1)))
        .put("distinct", Num.of(field.distinct()))
        .put("estimated", field.estimated() ? "yes" : "")
        .put("minimum", text(field.minimum()))
        .put("maximum", text(field.maximum()))
        .put("shortest", Num.of(field.shortest()))
        .put("longest", Num.of(field.longest()))
        .put("topValues", top(field))
        .put("failures", Num.of(field.failures()))
        .put("firstFailure", text(field.firstFailure()));
  }

  private static Object text(@Nullable String text) {
    return text == null ? Null.NULL : text;
  }

  private static String top(FieldProfile field) {
    return field.top().stream()
        .map(top -> top.value() + " (" + top.count() + ")")
        .collect(Collectors.joining("; "));
  }

  private static SchemaTree columns() {
    List<String> numbers =
        List.of("places", "filled", "filledPercent", "distinct", "shortest", "longest", "failures");
    Obj names =
        row(
            new FieldProfile(
                false,
                "",
                "",
                null,
                FieldType.ANY,
                0,
                0,
                0,
                false,
                null,
                null,
                0,
                0,
                List.of(),
                0,
                null));
    List<SchemaNode> columns =
        names.fields().keySet().stream()
            .map(
                name ->
                    SchemaNode.builder(
                            name, numbers.contains(name) ? FieldType.DECIMAL : FieldType.STRING)
                        .nullable(true)
                        .build())
            .toList();
    return new SchemaTree(
        null, SchemaNode.builder("field", FieldType.OBJECT).children(columns).build());
  }

  private static String html(MappingProfile profile) {
    StringBuilder page =
        new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");
    page.append("<title>Profile</title><style>").append(STYLE).append("</style><table><tr>");
    for (SchemaNode column : columns().root().children()) {
      page.append("<th>").append(column.name()).append("</th>");
    }
    page.append("</tr>\n");
    for (FieldProfile field : profile.fields()) {
      page.append("<tr>");
      row(field)
          .fields()
          .forEach(
              (name, value) -> {
                page.append(value instanceof Num ? "<td class=\"n\">" : "<td>");
                if (name.equals("filledPercent")) {
                  page.append("<i style=\"width:")
                      .append(Math.round(field.share() * 60))
                      .append("px\"></i> ");
                }
                page.append(value == Null.NULL ? "" : escaped(value.toString())).append("</td>");
              });
      page.append("</tr>\n");
    }
    return page.append("</table></html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
