package fieldloom.pack;

import fieldloom.model.Resources;
import fieldloom.pack.PackageContent.Kind;
import fieldloom.pack.PackageContent.Part;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a package; the same content gives the same bytes. Files are read twice, once to describe
 * them and once to pack them, and never held whole.
 */
final class PackageWriter {
  /** The time of every entry; zips know none before 1980, and some readers not its first day. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int LEVEL = 6;

  private final String name;
  private final String mappingPath;
  private final byte[] mapping;
  private final Resources resources;
  private final ZipLimits limits = ZipLimits.DEFAULT;

  /** A part with what its zip entry needs. */
  private record Entry(Part part, long crc, boolean deflated) {}

  PackageWriter(String name, String mappingPath, byte[] mapping, Resources resources) {
    this.name = name;
    this.mappingPath = mappingPath;
    this.mapping = mapping;
    this.resources = resources;
  }

  void write(Map<String, Kind> files, OutputStream out) throws PackException {
    List<Entry> entries = describe(files);
    Manifest manifest = new Manifest(name, mappingPath, entries.stream().map(Entry::part).toList());
    try {
      ZipOutputStream zip = new ZipOutputStream(out);
      zip.setLevel(LEVEL);
      begin(zip, Manifest.FILE);
      zip.write(manifest.write());
      zip.closeEntry();
      for (Entry entry : entries) {
        pack(entry, zip);
      }
      zip.finish();
      zip.flush();
    } catch (IOException e) {
      throw new PackException(
          "The package “" + name + "” cannot be written: " + Failures.reason(e) + ".", e);
    }
  }

  private List<Entry> describe(Map<String, Kind> files) throws PackException {
    List<Entry> entries = new ArrayList<>();
    entries.add(describe(mappingPath, Kind.MAPPING));
    Map<String, String> folded = new HashMap<>();
    folded.put(PartNames.folded(Manifest.FILE), Manifest.FILE);
    folded.put(PartNames.folded(mappingPath), mappingPath);
    long total = 0;
    for (Map.Entry<String, Kind> file : files.entrySet()) {
      String path = file.getKey();
      @Nullable String twin = folded.put(PartNames.folded(path), path);
      if (twin != null) {
        throw wrong(path, "has a name that “" + twin + "” in the package has already; rename it");
      }
      Entry entry = describe(path, file.getValue());
      total += entry.part().size();
      entries.add(entry);
    }
    if (total > limits.totalSize() || entries.size() >= limits.entries()) {
      throw new PackException(
          "The package “"
              + name
              + "” would be larger than 500 MB or 10,000 files; use smaller samples.");
    }
    // The mapping first, the rest by name.
    entries
        .subList(1, entries.size())
        .sort(Comparator.comparing((Entry entry) -> entry.part().path()));
    return entries;
  }

  private Entry describe(String path, Kind kind) throws PackException {
    @Nullable String fault = PartNames.portableFault(path);
    if (fault != null) {
      throw wrong(path, fault);
    }
    MessageDigest digest = Hashes.sha256();
    CRC32 crc = new CRC32();
    Deflater deflater = new Deflater(LEVEL, true);
    try (InputStream in = open(path);
        DeflaterOutputStream packed =
            new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater);
        OutputStream out = new CheckedOutputStream(new DigestOutputStream(packed, digest), crc)) {
      long size = in.transferTo(out);
      packed.finish();
      if (size > limits.entrySize()) {
        throw wrong(path, "is larger than 100 MB; use a smaller one");
      }
      // What packs too well would be taken for a zip bomb; it is stored as it is.
      boolean deflated =
          size <= limits.ratioFloor() || size / limits.ratio() < deflater.getBytesWritten();
      return new Entry(new Part(path, kind, size, Hashes.hex(digest)), crc.getValue(), deflated);
    } catch (FileNotFoundException e) {
      throw new PackException(
          "The package “" + name + "” lacks a file that the mapping names: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new PackException(
          "The package “" + name + "” cannot take “" + path + "” in: " + e.getMessage(), e);
    } finally {
      deflater.end();
    }
  }

  private InputStream open(String path) throws IOException {
    return path.equals(mappingPath) ? new ByteArrayInputStream(mapping) : resources.open(path);
  }

  private void pack(Entry entry, ZipOutputStream zip) throws IOException, PackException {
    Part part = entry.part();
    ZipEntry header = new ZipEntry(part.path());
    header.setTimeLocal(TIME);
    if (!entry.deflated()) {
      header.setMethod(ZipEntry.STORED);
      header.setSize(part.size());
      header.setCrc(entry.crc());
    }
    zip.putNextEntry(header);
    MessageDigest digest = Hashes.sha256();
    try (InputStream in = open(part.path())) {
      in.transferTo(new DigestOutputStream(zip, digest));
    }
    if (!Hashes.hex(digest).equals(part.sha256())) {
      throw wrong(part.path(), "changed while it was packed; export it again");
    }
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String path) throws IOException {
    ZipEntry header = new ZipEntry(path);
    header.setTimeLocal(TIME);
    zip.putNextEntry(header);
  }

  private PackException wrong(String path, String what) {
    return new PackException(
        "The package “" + name + "” cannot be exported: the file “" + path + "” " + what + ".");
  }
}
