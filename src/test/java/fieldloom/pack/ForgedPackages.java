package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Packages whose zip is forged and whose manifest is right. */
final class ForgedPackages {
  static final byte[] MAPPING = MappingFileTest.minimal("").getBytes(StandardCharsets.UTF_8);

  private ForgedPackages() {}

  /** A package whose manifest lists the mapping and the other parts as they are given. */
  static byte[] zip(List<String> names, List<byte[]> contents, Consumer<ForgedZip> forge) {
    List<PackageContent.Part> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parts.add(
          new PackageContent.Part(
              names.get(i),
              PackageContent.Kind.OTHER,
              contents.get(i).length,
              Hashes.of(contents.get(i))));
    }
    ForgedZip zip = new ForgedZip();
    zip.stored("manifest.json", new Manifest("m", "mapping.flmap", parts).write());
    forge.accept(zip);
    return zip.build();
  }

  static byte[] onlyMapping(Consumer<ForgedZip> forge) {
    return zip(List.of("mapping.flmap"), List.of(MAPPING), forge);
  }

  static byte[] withPart(String name, byte[] content, Consumer<ForgedZip> forge) {
    return zip(
        List.of("mapping.flmap", name),
        List.of(MAPPING, content),
        zip -> {
          zip.stored("mapping.flmap", MAPPING);
          forge.accept(zip);
        });
  }

  static byte[] text(int length) {
    return "a".repeat(length).getBytes(StandardCharsets.UTF_8);
  }

  static void refused(byte[] zip, String why) {
    assertThatThrownBy(() -> Packages.open(zip, "p.flpkg"))
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith("p.flpkg: ")
        .hasMessageEndingWith(".")
        .hasMessageContaining(why);
  }
}
