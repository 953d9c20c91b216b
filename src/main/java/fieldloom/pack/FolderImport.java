package fieldloom.pack;

import fieldloom.pack.PackageContent.Kind;
import fieldloom.pack.PackageContent.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Lays a package out in a folder. Everything is checked and written beside its place first, then
 * moved there, the mapping last; what fails is undone.
 */
final class FolderImport {
  private final PackageContent content;
  private final Path folder;
  private final boolean overwrite;
  private final Mover mover;
  private final Deque<Undo> undo = new ArrayDeque<>();
  private final List<Path> temporary = new ArrayList<>();

  /** Takes one step back. */
  private interface Undo {
    void run() throws IOException;
  }

  /** Puts a staged file into its place. */
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  /** A staged file and the place it goes to. */
  private record Move(Path staged, Path place) {}

  FolderImport(PackageContent content, Path folder, boolean overwrite) {
    this(content, folder, overwrite, StagedFiles::move);
  }

  FolderImport(PackageContent content, Path folder, boolean overwrite, Mover mover) {
    this.content = content;
    this.folder = folder.toAbsolutePath().normalize();
    this.overwrite = overwrite;
    this.mover = mover;
  }

  Path run() throws PackException {
    try {
      List<Part> wanted = new ArrayList<>();
      for (Part part : content.parts()) {
        if (!isThere(part)) {
          wanted.add(part);
        }
      }
      wanted.sort(Comparator.comparing(part -> part.kind() == Kind.MAPPING));
      lay(wanted);
      return place(content.mappingPath());
    } catch (IOException e) {
      throw new PackException(
          "The package “"
              + content.name()
              + "” is not imported into "
              + folder
              + ": "
              + Failures.reason(e)
              + ".",
          e);
    } finally {
      removeStaged();
    }
  }

  /** Whether the place already holds the part; refuses what must not be replaced. */
  private boolean isThere(Part part) throws IOException, PackException {
    Path place = place(part.path());
    checkParents(place, part);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw wrong(part, "is a folder there");
    }
    if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
        && Files.size(place) == part.size()
        && Arrays.equals(Files.readAllBytes(place), content.read(part))) {
      return true;
    }
    if (!overwrite) {
      throw wrong(part, "is there already with other content; replace it or choose another folder");
    }
    return false;
  }

  /** No part may be written through a link that leads out of the folder. */
  private void checkParents(Path place, Part part) throws IOException, PackException {
    Path parent = place.getParent();
    while (parent != null && parent.startsWith(folder)) {
      if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.isDirectory(parent)) {
          throw wrong(part, "lies in “" + folder.relativize(parent) + "”, which is a file there");
        }
        if (!parent.toRealPath().startsWith(folder.toRealPath())) {
          throw wrong(part, "would be written out of the folder through a link");
        }
        return;
      }
      parent = parent.getParent();
    }
  }

  private void lay(List<Part> parts) throws IOException {
    try {
      List<Move> moves = new ArrayList<>();
      for (Part part : parts) {
        Path place = place(part.path());
        Path parent = place.getParent();
        if (parent == null) {
          throw new IllegalStateException("a part has no folder: " + place);
        }
        makeFolders(parent);
        Path staged = StagedFiles.stage(parent, content.read(part));
        temporary.add(staged);
        undo.push(() -> Files.deleteIfExists(staged));
        moves.add(new Move(staged, place));
      }
      for (Move move : moves) {
        keepOld(move.place());
        mover.move(move.staged(), move.place());
      }
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
  }

  private void makeFolders(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    Path parent = wanted.getParent();
    if (parent != null) {
      makeFolders(parent);
    }
    Files.createDirectory(wanted);
    undo.push(() -> Files.deleteIfExists(wanted));
  }

  private void keepOld(Path place) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      Path old = place.resolveSibling(".fieldloom-" + UUID.randomUUID() + ".old");
      Files.copy(place, old, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
      temporary.add(old);
      undo.push(() -> StagedFiles.move(old, place));
    } else {
      undo.push(() -> Files.deleteIfExists(place));
    }
  }

  private void takeBack(IOException cause) {
    while (!undo.isEmpty()) {
      try {
        undo.pop().run();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private void removeStaged() {
    for (Path file : temporary) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // A temporary file that stays is no harm to the import.
        continue;
      }
    }
  }

  private Path place(String path) throws IOException {
    try {
      return folder.resolve(path);
    } catch (InvalidPathException e) {
      throw new IOException("this system cannot have a file named “" + path + "”", e);
    }
  }

  private PackException wrong(Part part, String what) {
    return new PackException(
        "The package “"
            + content.name()
            + "” is not imported into "
            + folder
            + ": “"
            + part.path()
            + "” "
            + what
            + ".");
  }
}
