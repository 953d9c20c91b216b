package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Fault;
import fieldloom.model.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A schema or a sample, and where it lies.
 *
 * @param label what people know it by, for messages
 * @param path its path among the files around it, with {@code /} between folders
 * @param content its bytes, as far as the extent says
 * @param options of the source or target whose schema it is; null where there is none
 * @param around the files it may refer to; null where there are none
 * @param progress told how much of it was read, from 0 to 1, on the thread that reads; null for
 *     nobody
 * @param extent how much of it is there; of a file larger than is read whole only the beginning is
 *     kept
 */
public record SchemaFile(
    String label,
    String path,
    byte[] content,
    @Nullable JsonNode options,
    @Nullable Resources around,
    @Nullable DoubleConsumer progress,
    Extent extent) {

  public SchemaFile {
    if (extent.equals(Extent.WHOLE) && content.length > SchemaContent.MAX_BYTES) {
      content = BegunText.start(content, BegunText.MOST_BYTES);
      extent = new Extent.Beginning();
    }
  }

  /** A file that is there as a whole, as far as it is read. */
  public SchemaFile(
      String label,
      String path,
      byte[] content,
      @Nullable JsonNode options,
      @Nullable Resources around,
      @Nullable DoubleConsumer progress) {
    this(label, path, content, options, around, progress, Extent.WHOLE);
  }

  /** A file whose reading nobody watches. */
  public SchemaFile(
      String label,
      String path,
      byte[] content,
      @Nullable JsonNode options,
      @Nullable Resources around) {
    this(label, path, content, options, around, null);
  }

  /** A file by itself. */
  public static SchemaFile of(String label, byte[] content) {
    return new SchemaFile(label, label.replace('\\', '/'), content, null, null);
  }

  /** Its beginning, of which a reader of samples makes a shorter one. */
  public SchemaFile beginning() {
    byte[] start = BegunText.start(content, BegunText.MOST_BYTES);
    return new SchemaFile(label, path, start, options, around, progress, new Extent.Beginning());
  }

  /** The same file as the schema of a source or target with other options. */
  public SchemaFile withOptions(@Nullable JsonNode value) {
    return new SchemaFile(label, path, content, value, around, progress, extent);
  }

  /**
   * Of this beginning of a sample the first records, as a sample in itself.
   *
   * @param shorter their bytes
   * @param records how many; 0 where what there is of its beginning is no list of any
   */
  public SchemaFile firstRecords(byte[] shorter, long records) {
    Extent some = new Extent.FirstRecords(records);
    return new SchemaFile(label, path, shorter, options, around, progress, some);
  }

  /** The same with nobody, or somebody else, told how much of it was read. */
  SchemaFile watchedBy(@Nullable DoubleConsumer watcher) {
    return new SchemaFile(label, path, content, options, around, watcher, extent);
  }

  /** How many MB of it there are, at least one. */
  public long megabytes() {
    return Math.max(1, Math.round(content.length / (double) (1 << 20)));
  }

  /** Whether it is the beginning of a file only, which readers of schemas cannot do with. */
  public boolean isBeginning() {
    return extent instanceof Extent.Beginning;
  }

  /**
   * Says that a file larger than is read must be there as a whole.
   *
   * @param noun what it is: {@code schema}
   * @param remedy what to do about it, to stand behind a semicolon
   */
  public SchemaException tooLarge(String noun, String remedy) {
    return new SchemaException(
        "The file "
            + label
            + " has more than 64 MB, and no "
            + noun
            + " as large is read; "
            + remedy
            + ".",
        Fault.of(Fault.Kind.FILE_TOO_LARGE, label));
  }

  /** Says that a sample larger than is read has no record in its beginning. */
  public SchemaException withoutRecord() {
    return new SchemaException(
        "The sample "
            + label
            + " has more than 64 MB, and none of its records ends in the first 8 MB; give a sample"
            + " with shorter records.");
  }

  /** Its bytes, for parsers: what can be watched and given up ({@link Readings}). */
  public InputStream stream() {
    return Readings.stream(content, progress);
  }

  /** Its text or what was made of it, for parsers: what can be watched and given up. */
  public Reader reader(String text) {
    return Readings.reader(text, progress);
  }

  /**
   * For parsers that walk a text in memory by themselves: what can be watched and given up.
   *
   * @param all how far they will get
   */
  public Readings.Watch watch(long all) {
    return Readings.watch(all, progress);
  }

  /** The last part of its path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** An option's text; null where it is not given or no text. */
  public @Nullable String option(String name) {
    return options == null ? null : options.path(name).textValue();
  }

  /**
   * Opens a file that this one refers to.
   *
   * @param reference relative to this file's folder, with {@code /} between folders and {@code ..}
   *     for the one above
   * @throws SchemaException where it leads out of the files around it or to the network, or cannot
   *     be read; one sentence
   */
  public SchemaFile open(String reference) throws SchemaException {
    String target = resolve(reference);
    if (around == null) {
      throw new SchemaException(
          "The schema "
              + label
              + " refers to the file "
              + reference
              + ", but no files lie around it; give it together with them.");
    }
    try {
      byte[] found = SchemaContent.read(around, target);
      SchemaFile file = new SchemaFile(target, target, found, null, around);
      if (file.isBeginning()) {
        throw file.tooLarge("schema", SchemaReader.SMALLER);
      }
      return file;
    } catch (IOException e) {
      throw new SchemaException(
          "The schema "
              + label
              + " refers to "
              + reference
              + ", which cannot be read: "
              + e.getMessage(),
          Fault.of(Fault.Kind.REFERENCE_UNREADABLE, label, reference));
    }
  }

  /** The path that a reference names; two files with one path are one file. */
  public String resolve(String reference) throws SchemaException {
    String plain = plain(reference);
    Deque<String> parts = new ArrayDeque<>();
    int slash = path.lastIndexOf('/');
    String folder = around == null || slash < 0 ? "" : path.substring(0, slash);
    for (String part : (folder + "/" + plain).split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          throw new SchemaException(
              "The schema "
                  + label
                  + " refers to "
                  + reference
                  + ", which leads out of the folder of the schema; name the folder that holds both"
                  + " files (on the command line with --within), or put a copy beside the schema"
                  + " and refer to that.",
              Fault.of(Fault.Kind.REFERENCE_OUTSIDE, label, reference));
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private String plain(String reference) throws SchemaException {
    String slashes = reference.replace('\\', '/');
    try {
      URI uri = new URI(slashes.replace(" ", "%20"));
      if (uri.getScheme() != null || uri.getAuthority() != null) {
        throw refused(reference, "leads to the network or to another place of this machine");
      }
      String named = uri.getPath();
      if (named == null || named.startsWith("/")) {
        throw refused(reference, "is no path from the schema's folder");
      }
      return named;
    } catch (URISyntaxException e) {
      throw refused(reference, "is no proper name of a file");
    }
  }

  private SchemaException refused(String reference, String why) {
    return new SchemaException(
        "The schema "
            + label
            + " refers to "
            + reference
            + ", which "
            + why
            + "; put a copy beside the schema and refer to that.");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SchemaFile file && file.path.equals(path) && file.label.equals(label);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return label;
  }
}
