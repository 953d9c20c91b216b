package fieldloom.pack;

import fieldloom.model.Resources;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a package as files beside its mapping; every part has been checked before. */
final class PackageResources implements Resources {
  private final byte[] zip;
  private final String label;
  private final Map<String, ZipPart> parts;
  private final String folder;

  /**
   * @param folder folder of the mapping in the package, with its slash; names are read from it on
   */
  PackageResources(byte[] zip, String label, Map<String, ZipPart> parts, String folder) {
    this.zip = zip;
    this.label = label;
    this.parts = Map.copyOf(parts);
    this.folder = folder;
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(read(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    @Nullable String fault = PartNames.fault(name);
    if (fault != null) {
      throw new IOException("The file name “" + name + "” " + fault + ".");
    }
    String path = folder + PartNames.plain(name);
    if (!parts.containsKey(path)) {
      throw new FileNotFoundException(
          "There is no “" + path + "” in " + label + "; export the package with it.");
    }
    return part(path);
  }

  byte[] part(String path) {
    ZipPart part = parts.get(path);
    if (part == null) {
      throw new IllegalStateException(path + " is no part of " + label);
    }
    try {
      return new Unpacker(zip, label, ZipLimits.DEFAULT).unpack(part);
    } catch (PackException e) {
      throw new IllegalStateException("a part that was good before is not", e);
    }
  }
}
