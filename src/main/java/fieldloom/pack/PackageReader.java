package fieldloom.pack;

import fieldloom.model.Mapping;
import fieldloom.pack.PackageContent.Part;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a package and refuses it unless every byte of it is accounted for. */
final class PackageReader {
  private final byte[] zip;
  private final String label;
  private final ZipLimits limits;

  PackageReader(byte[] zip, String label, ZipLimits limits) {
    this.zip = zip;
    this.label = label;
    this.limits = limits;
  }

  PackageContent read() throws PackException {
    List<ZipPart> parts = ZipDirectory.read(zip, label, limits);
    Map<String, ZipPart> byName = named(parts);
    Unpacker unpacker = new Unpacker(zip, label, limits);
    ZipPart first = byName.remove(Manifest.FILE);
    if (first == null) {
      throw new PackException(label + ": has no manifest.json; it is no package of Fieldloom.");
    }
    Manifest manifest = Manifest.read(unpacker.unpack(first), label);
    checkNames(manifest, byName);
    for (Part part : manifest.parts()) {
      check(part, zipPart(byName, part.path()), unpacker);
    }
    String path = manifest.mapping();
    PackageResources files = new PackageResources(zip, label, byName, PartNames.folder(path));
    Mapping mapping = MappingFile.read(files.part(path), label + ", " + path);
    return new PackageContent(manifest, mapping, files);
  }

  /** The parts by name; a name that leads outside and two names for one file are refused. */
  private Map<String, ZipPart> named(List<ZipPart> parts) throws PackException {
    Map<String, ZipPart> byName = new LinkedHashMap<>();
    Map<String, String> folded = new HashMap<>();
    for (ZipPart part : parts) {
      String name = part.name();
      @Nullable String fault = PartNames.portableFault(name);
      if (fault != null) {
        throw wrong(name.replaceAll("\\p{Cntrl}", "�"), fault);
      }
      @Nullable String twin = folded.put(PartNames.folded(name), name);
      if (twin != null) {
        throw wrong(
            name, twin.equals(name) ? "is there twice" : "is the same file as “" + twin + "”");
      }
      byName.put(name, part);
    }
    for (String name : byName.keySet()) {
      checkFolders(name, folded);
    }
    return byName;
  }

  /** No file may stand where another part needs a folder. */
  private void checkFolders(String name, Map<String, String> folded) throws PackException {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String folder = name.substring(0, slash);
      if (folded.containsKey(PartNames.folded(folder))) {
        throw wrong(name, "lies in “" + folder + "”, which is a file");
      }
    }
  }

  private void checkNames(Manifest manifest, Map<String, ZipPart> byName) throws PackException {
    Map<String, Part> listed = new HashMap<>();
    for (Part part : manifest.parts()) {
      if (listed.put(part.path(), part) != null) {
        throw wrong(part.path(), "stands twice in the manifest");
      }
      if (!byName.containsKey(part.path())) {
        throw wrong(part.path(), "stands in the manifest and is missing");
      }
    }
    for (String name : byName.keySet()) {
      if (!listed.containsKey(name)) {
        throw wrong(name, "does not stand in the manifest");
      }
    }
    if (!listed.containsKey(manifest.mapping())) {
      throw wrong(manifest.mapping(), "is to be the mapping and is missing");
    }
  }

  private void check(Part part, ZipPart packed, Unpacker unpacker) throws PackException {
    MessageDigest digest = Hashes.sha256();
    unpacker.unpack(packed, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    if (packed.size() != part.size() || !Hashes.hex(digest).equals(part.sha256())) {
      throw wrong(part.path(), "is not what the manifest says: it was changed after the export");
    }
  }

  private static ZipPart zipPart(Map<String, ZipPart> byName, String path) {
    ZipPart part = byName.get(path);
    if (part == null) {
      throw new IllegalStateException(path + " was there a moment ago");
    }
    return part;
  }

  private PackException wrong(String part, String what) {
    return new PackException(
        label + ": the part “" + part + "” " + what + "; export the package anew.");
  }
}
