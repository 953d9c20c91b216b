package fieldloom.pack;

import fieldloom.model.Resources;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder. A name cannot lead out of it, not by {@code ..}, not by an absolute path,
 * not by a link. Thread-safe.
 */
public final class FolderResources implements Resources {
  private final Path folder;

  public FolderResources(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path file = locate(name);
    if (Files.isDirectory(file)) {
      throw new IOException("“" + name + "” is a folder; name a file.");
    }
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new IOException(
          "“" + name + "” cannot be read from " + folder + ": " + Failures.reason(e) + ".", e);
    }
  }

  private Path locate(String name) throws IOException {
    @Nullable String fault = PartNames.fault(name);
    if (fault != null) {
      throw new IOException("The file name “" + visible(name) + "” " + fault + ".");
    }
    try {
      Path place = folder.resolve(PartNames.plain(name));
      Path file = real(place, name);
      if (!file.startsWith(folder.toRealPath())) {
        throw new IOException(
            "“" + name + "” is a link out of " + folder + "; copy the file there instead.");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new IOException("This system cannot have a file named “" + visible(name) + "”.", e);
    }
  }

  private Path real(Path place, String name) throws IOException {
    try {
      return place.toRealPath();
    } catch (AccessDeniedException e) {
      throw new IOException("“" + name + "” in " + folder + " may not be read.", e);
    } catch (FileSystemException e) {
      // Not there, or behind a file where a folder should be, which has no type of its own.
      throw (IOException)
          new FileNotFoundException("There is no “" + name + "” in " + folder + "; put it there.")
              .initCause(e);
    }
  }

  private static String visible(String name) {
    return name.codePoints()
        .map(c -> Character.isISOControl(c) ? '�' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
