package fieldloom.schema.protobuf;

import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file and all that it imports, each read once. */
final class ProtoFiles {
  /** Where the files lie that Protobuf itself brings; the types in use of them are known here. */
  private static final String WELL_KNOWN = "google/protobuf/";

  private static final int MOST_FOLDERS = 40;

  private final List<ProtoFileElement> all = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private ProtoFiles() {}

  /**
   * Reads them. An import that is not there is a note: it may hold nothing but options.
   *
   * @param notes told one sentence each
   * @throws SchemaException where a file is no Protobuf, or an import leads to the network or out
   *     of the files around it
   */
  static ProtoFiles read(SchemaFile file, Consumer<String> notes) throws SchemaException {
    ProtoFiles files = new ProtoFiles();
    Set<String> seen = new HashSet<>();
    seen.add(file.path());
    Deque<SchemaFile> open = new ArrayDeque<>(List.of(file));
    while (!open.isEmpty()) {
      SchemaFile next = open.remove();
      ProtoFileElement parsed = ProtoParsing.parse(next);
      files.all.add(parsed);
      List<String> imports = new ArrayList<>(parsed.getImports());
      imports.addAll(parsed.getPublicImports());
      imports.addAll(parsed.getWeakImports());
      for (String imported : imports) {
        SchemaFile found = files.open(next, imported);
        if (found != null && seen.add(found.path())) {
          open.add(found);
        }
      }
    }
    files.missing.forEach(notes);
    return files;
  }

  /** Imports start in some folder above the file's own; the nearest that has it is meant. */
  private @Nullable SchemaFile open(SchemaFile from, String imported) throws SchemaException {
    // What leads elsewhere is refused, whatever it may hold.
    from.resolve(imported);
    String first = "";
    String above = "";
    for (int i = 0; i < MOST_FOLDERS; i++) {
      try {
        return from.open(above + imported);
      } catch (SchemaException e) {
        first = first.isEmpty() ? String.valueOf(e.getMessage()) : first;
        above += "../";
        if (i > from.path().chars().filter(c -> c == '/').count()) {
          break;
        }
      }
    }
    if (!imported.startsWith(WELL_KNOWN)) {
      missing.add(first);
    }
    return null;
  }

  /** The file itself first. */
  List<ProtoFileElement> all() {
    return all;
  }

  /** Why the first import that could not be read was not; null where all were. */
  @Nullable String firstMissing() {
    return missing.isEmpty() ? null : missing.getFirst();
  }
}
