package fieldloom.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Files as they are read together: a schema, or samples of one kind. Of a sample that is larger
 * than is read whole they are its first records; a schema as large is refused.
 *
 * @param reader what reads them
 * @param files none of them a beginning
 */
public record SchemaIntake(SchemaReader reader, List<SchemaFile> files) {

  public SchemaIntake {
    files = List.copyOf(files);
  }

  /**
   * Recognises files, and cuts what is too large.
   *
   * @param files at least one
   * @param format the name of their reader; null where their content is to tell
   * @throws SchemaException with one sentence: what, where, what to do
   */
  public static SchemaIntake of(List<SchemaFile> files, @Nullable String format)
      throws SchemaException {
    SchemaReader reader = SchemaReaders.chooseForAll(files, format);
    List<SchemaFile> read = new ArrayList<>();
    for (SchemaFile file : files) {
      read.add(
          file.isBeginning()
              ? reader.firstRecords(file.watchedBy(null)).watchedBy(file.progress())
              : file);
    }
    return new SchemaIntake(reader, read);
  }

  /** What was not read of samples that are too large, one sentence each; none where all was. */
  public List<String> notes() {
    return files.stream()
        .filter(file -> file.extent() instanceof Extent.FirstRecords)
        .map(SchemaIntake::note)
        .toList();
  }

  private static String note(SchemaFile file) {
    long records = file.extent() instanceof Extent.FirstRecords some ? some.records() : 0;
    String megabytes = file.megabytes() + " MB";
    String read =
        records == 0
            ? "the first " + megabytes + " were read; a field that stands behind them"
            : records == 1
                ? "the first record (" + megabytes + ") was read; a field that stands behind it"
                : String.format(
                    Locale.ROOT,
                    "the first %,d records (%s) were read; a field that stands behind them",
                    records,
                    megabytes);
    return "Of the sample "
        + file.label()
        + ", which has more than 64 MB, only "
        + read
        + " alone is not listed.";
  }
}
