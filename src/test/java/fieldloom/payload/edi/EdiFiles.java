package fieldloom.payload.edi;

import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import fieldloom.pack.FolderResources;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.Payloads;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The interchanges and schemas of the tests. */
public final class EdiFiles {
  public static final Path FOLDER = Path.of("src/test/resources/fieldloom/edi").toAbsolutePath();

  private static final Map<String, SchemaTree> SCHEMAS = new ConcurrentHashMap<>();

  private EdiFiles() {}

  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text; single bytes are characters. */
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  public static SchemaTree schema(String name) {
    return SCHEMAS.computeIfAbsent(name, EdiFiles::read);
  }

  private static SchemaTree read(String name) {
    try {
      Resources around = new FolderResources(FOLDER);
      return SchemaReaders.read(new SchemaFile(name, name, bytes(name), null, around), null);
    } catch (SchemaException e) {
      throw new AssertionError(e);
    }
  }

  /** Of a schema file, or a sample; without one nothing is known. */
  public static PayloadSpec spec(@Nullable String schema, @Nullable String options) {
    SchemaTree tree = schema == null ? SchemaTree.unknown("order") : schema(schema);
    return Payloads.spec("edi", options, tree);
  }
}
