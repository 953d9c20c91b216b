package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.pack.FolderResources;
import fieldloom.schema.Extent;
import fieldloom.schema.OpenSchema;
import fieldloom.schema.ReadFiles;
import fieldloom.schema.SchemaChoice;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaIntake;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files that were picked, looked into: what kind they are and what they offer to choose. */
final class PickedFiles {
  private final SchemaReader reader;
  private final List<SchemaFile> files;
  private final ReadFiles around;
  private final @Nullable JsonNode found;
  private final OpenSchema first;

  private PickedFiles(SchemaIntake intake, ReadFiles around) throws SchemaException {
    this.reader = intake.reader();
    this.files = intake.files();
    this.around = around;
    this.found = reader.options(files.getFirst());
    this.first = reader.open(files.getFirst().withOptions(found));
  }

  /**
   * Looks into files.
   *
   * @param picked a schema, or samples of one kind; at least one
   * @param up how many folders above the first one's own the files begin that it may refer to
   * @param kind the name of the reader that they are for; null where their content is to tell
   * @param progress told how much of the first file was read, from 0 to 1, on the thread that reads
   */
  static PickedFiles look(List<Path> picked, int up, @Nullable String kind, DoubleConsumer progress)
      throws IOException, SchemaException {
    Path main = picked.getFirst().toAbsolutePath().normalize();
    Path folder = folder(main, up);
    ReadFiles around = new ReadFiles(new FolderResources(folder));
    List<SchemaFile> files = new ArrayList<>();
    for (Path file : picked) {
      byte[] content = SchemaContent.read(file);
      String name = free(file.getFileName().toString().replace('\\', '-'), files);
      String path = files.isEmpty() ? folder.relativize(main).toString().replace('\\', '/') : name;
      files.add(
          new SchemaFile(name, path, content, null, around, files.isEmpty() ? progress : null));
    }
    return new PickedFiles(SchemaIntake.of(files, kind), around);
  }

  private static Path folder(Path file, int up) {
    Path folder = file.getParent();
    for (int i = 0; i < up && folder.getParent() != null; i++) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Files of one name from different folders are told apart. */
  private static String free(String wanted, List<SchemaFile> there) {
    String name = wanted;
    int dot = Math.max(wanted.lastIndexOf('.'), 0);
    for (int n = 2; isTaken(name, there); n++) {
      name = wanted.substring(0, dot) + "-" + n + wanted.substring(dot);
    }
    return name;
  }

  private static boolean isTaken(String name, List<SchemaFile> there) {
    return there.stream().anyMatch(file -> file.label().equals(name));
  }

  SchemaReader reader() {
    return reader;
  }

  /** The first file, which shows how all are read. */
  SchemaFile sample() {
    return files.getFirst();
  }

  /** What of samples that are too large is read and kept, a line each; empty where all is. */
  String note() {
    return files.stream()
        .filter(file -> file.extent() instanceof Extent.FirstRecords)
        .map(PickedFiles::note)
        .collect(Collectors.joining("\n"));
  }

  private static String note(SchemaFile file) {
    long records = file.extent() instanceof Extent.FirstRecords some ? some.records() : 0;
    return Words.get("note.first", file.label(), records, file.megabytes());
  }

  /** What one of must be chosen; none where there is nothing to choose. */
  List<SchemaChoice> choices() {
    return first.choices();
  }

  /** The options that were found out from the first sample; null where there are none. */
  @Nullable JsonNode found() {
    return found;
  }

  /**
   * Reads what is chosen.
   *
   * @param options of the source or target, the choice's among them; null where there are none
   * @param format of the payloads
   */
  SchemaPick read(@Nullable JsonNode options, String format) throws SchemaException {
    SchemaTree tree =
        files.size() == 1
            ? first.read(options)
            : reader.read(files.stream().map(file -> file.withOptions(options)).toList());
    FieldLines lines = FieldLines.of(tree);
    Map<String, byte[]> all = new LinkedHashMap<>();
    files.forEach(file -> all.put(file.path(), file.content()));
    if (!reader.isSample()) {
      all.putAll(around.all());
    }
    return new SchemaPick(
        label(),
        reader.name(),
        tree,
        lines,
        reader.isSample()
            ? SampleRows.of(files.getFirst(), format, options, tree)
            : SampleRows.NONE,
        format,
        options == null || options.isEmpty() ? null : options,
        reader.optionNames(),
        null,
        reader.isSample(),
        files.stream().map(SchemaFile::path).toList(),
        all,
        Map.of());
  }

  /** {@code orders.xsd}, {@code order-1.json + 2}. */
  private String label() {
    String name = files.getFirst().label();
    return files.size() == 1 ? name : name + " + " + (files.size() - 1);
  }
}
