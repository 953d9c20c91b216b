package fieldloom.pack;

import static fieldloom.pack.ForgedPackages.MAPPING;
import static fieldloom.pack.ForgedPackages.onlyMapping;
import static fieldloom.pack.ForgedPackages.refused;
import static fieldloom.pack.ForgedPackages.text;
import static fieldloom.pack.ForgedPackages.withPart;
import static fieldloom.pack.ForgedPackages.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZipAttackTest {
  private static final ZipLimits SMALL = new ZipLimits(5, 4_000, 6_000, 10, 1_000);

  @Test
  void a_plain_package_opens() throws PackException {
    PackageContent content =
        Packages.open(withPart("a/b.txt", text(3), z -> z.deflated("a/b.txt", text(3))), "p.flpkg");
    assertThat(content.mapping().name()).isEqualTo("m");
    assertThat(content.read(content.parts().getLast())).isEqualTo(text(3));
  }

  @Test
  void folders_times_and_descriptors_of_other_zip_tools_are_fine() throws PackException {
    byte[] zip =
        withPart(
            "a/b.txt",
            text(3),
            z -> {
              z.stored("a/", new byte[0]).attributes = 0x41ED << 16;
              ForgedZip.Entry e = z.stored("a/b.txt", text(3));
              e.madeBy = 3 << 8;
              e.attributes = 0x81A4 << 16;
              e.extra = new byte[] {0x55, 0x54, 1, 0, 0};
              e.flags |= 1 << 3;
              e.after = new byte[16];
            });
    assertThat(Packages.open(zip, "p.flpkg").parts()).hasSize(2);
  }

  static List<Arguments> forgeries() {
    return List.of(
        forgery("encrypted", "is encrypted", e -> e.flags |= 1),
        forgery("strongly encrypted", "is encrypted", e -> e.flags |= 1 << 6 | 1),
        forgery("another method", "by a method", e -> e.method = 12),
        forgery(
            "AES",
            "by a method",
            e -> {
              e.method = 99;
              e.localMethod = 99;
            }),
        forgery("another local method", "differently", e -> e.localMethod = 8),
        forgery(
            "another local name",
            "differently",
            e -> e.localName = "b.txu".getBytes(StandardCharsets.UTF_8)),
        forgery("another local size", "differently", e -> e.localSize++),
        forgery("a wrong check sum", "check sum is wrong", e -> e.crc ^= 1),
        forgery(
            "two sizes",
            "two different sizes",
            e -> {
              e.size++;
              e.localSize++;
            }),
        forgery(
            "a link",
            "is a link",
            e -> {
              e.madeBy = 3 << 8;
              e.attributes = 0xA1FF << 16;
            }),
        forgery(
            "a device",
            "is a link",
            e -> {
              e.madeBy = 3 << 8;
              e.attributes = 0x21FF << 16;
            }),
        forgery("a zip64 size", "second name or size", e -> e.extra = new byte[] {1, 0, 0, 0}),
        forgery(
            "a unicode path", "second name or size", e -> e.extra = new byte[] {0x75, 0x70, 0, 0}),
        forgery("bytes behind it", "belong to no part", e -> e.after = new byte[5]),
        forgery("the place of another part", "differently", e -> e.offset = 0),
        forgery("a place outside", "outside", e -> e.offset = 1 << 30),
        forgery(
            "a name that is no UTF-8",
            "not UTF-8",
            e -> {
              e.name = new byte[] {'a', (byte) 0xC3};
              e.localName = e.name;
            }));
  }

  private static Arguments forgery(String what, String why, Consumer<ForgedZip.Entry> forge) {
    return Arguments.of(what, why, forge);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void a_part_that_is_not_plain_is_refused(
      String what, String why, Consumer<ForgedZip.Entry> forge) {
    refused(withPart("b.txt", text(3), z -> forge.accept(z.stored("b.txt", text(3)))), why);
  }

  @Test
  void overlapping_parts_are_refused() {
    // The same bytes under two names, as a zip bomb has them.
    byte[] zip =
        withPart(
            "b.txt",
            text(3),
            z -> {
              z.stored("b.txt", text(3));
              ForgedZip.Entry again = z.stored("b.txt", text(3));
              again.offset = 0;
              again.name("manifest.json");
              again.localName = new byte[0];
            });
    assertThatThrownBy(() -> Packages.open(zip, "p.flpkg"))
        .isInstanceOf(PackException.class)
        .hasMessageMatching("(?s).*(overlaps|differently).*");
  }

  @Test
  void a_part_that_swallows_the_next_one_overlaps_it() {
    ForgedZip zip = new ForgedZip();
    ForgedZip.Entry outer = zip.stored("outer", text(100));
    zip.stored("inner", text(5));
    int innerLength = 30 + 5 + 5;
    outer.packedSize += innerLength;
    outer.size += innerLength;
    outer.localSize += innerLength;
    refused(zip.build(), "overlaps another part");
  }

  @Test
  void a_zip_with_something_before_behind_or_between_is_refused() {
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.prefix = text(10);
            }),
        "belong to no part");
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.suffix = text(10);
            }),
        "directory is not at its end");
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.directoryShift = -1;
            }),
        "not where it says");
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.claimedEntries = 1;
            }),
        "no entry");
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.claimedEntries = 9;
            }),
        "damaged directory");
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.claimedEntries = 0xFFFF;
            }),
        "zip64");
  }

  @Test
  void a_zip_cut_off_anywhere_is_refused() {
    byte[] zip = onlyMapping(z -> z.deflated("mapping.flmap", MAPPING));
    for (int length = 0; length < zip.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(zip, length);
      assertThatThrownBy(() -> Packages.open(cut, "p.flpkg"))
          .as("the first %s bytes", length)
          .isInstanceOf(PackException.class)
          .hasMessageStartingWith("p.flpkg");
    }
  }

  @Test
  void a_zip_with_any_byte_changed_is_refused_or_says_the_same() {
    byte[] zip = onlyMapping(z -> z.deflated("mapping.flmap", MAPPING));
    for (int at = 0; at < zip.length; at++) {
      byte[] changed = zip.clone();
      changed[at] ^= 0x20;
      try {
        PackageContent content = Packages.open(changed, "p.flpkg");
        assertThat(content.mapping()).as("byte %s", at).isEqualTo(read());
      } catch (PackException e) {
        assertThat(e).hasMessageStartingWith("p.flpkg");
      }
    }
  }

  private static fieldloom.model.Mapping read() throws PackException {
    return MappingFile.read(MAPPING, "m");
  }

  @Test
  void limits_count_what_is_unpacked() throws PackException {
    assertThat(small("b.bin", noise(3_900))).isNotNull();
    refusedSmall(withPart("b.txt", noise(4_001), z -> z.stored("b.txt", noise(4_001))), "larger");
    refusedSmall(
        withPart("b.txt", text(3_000), z -> z.deflated("b.txt", text(3_000))),
        "more than 10 times its size");
    // Under the floor the ratio does not matter.
    assertThat(
            new PackageReader(
                    withPart("b.txt", text(900), z -> z.deflated("b.txt", text(900))),
                    "p.flpkg",
                    SMALL)
                .read())
        .isNotNull();
    refusedSmall(
        withPart(
            "b.txt",
            noise(3_900),
            z -> {
              z.stored("b.txt", noise(3_900));
              z.stored("c.txt", noise(3_900));
            }),
        "manifest");
    byte[] two =
        zip(
            List.of("mapping.flmap", "b", "c"),
            List.of(MAPPING, noise(3_900), noise(3_900)),
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.stored("b", noise(3_900));
              z.stored("c", noise(3_900));
            });
    refusedSmall(two, "in all");
  }

  private static Object small(String name, byte[] content) throws PackException {
    return new PackageReader(
            withPart(name, content, z -> z.stored(name, content)), "p.flpkg", SMALL)
        .read();
  }

  @Test
  void too_many_entries_are_refused() {
    refusedSmall(
        onlyMapping(
            z -> {
              for (int i = 0; i < 6; i++) {
                z.stored("f" + i, text(1));
              }
            }),
        "more than 5 entries");
  }

  @Test
  void a_size_that_is_a_lie_is_found_while_unpacking() {
    byte[] much = text(3_000_000);
    refused(
        withPart(
            "b.txt",
            text(10),
            z -> {
              ForgedZip.Entry e = z.deflated("b.txt", much);
              e.size = 10;
              e.localSize = 10;
            }),
        "100 times its size");
    refused(
        withPart(
            "b.txt",
            text(10),
            z -> {
              ForgedZip.Entry e = z.deflated("b.txt", text(500));
              e.size = 10;
              e.localSize = 10;
            }),
        "has 500 bytes and says it has 10");
  }

  @Test
  void a_stream_that_ends_early_or_late_is_refused() {
    refused(
        withPart(
            "b.txt",
            text(500),
            z -> {
              ForgedZip.Entry e = z.deflated("b.txt", text(500));
              e.data = java.util.Arrays.copyOf(e.data, e.data.length - 2);
              e.packedSize -= 2;
            }),
        "ends too early");
    refused(
        withPart(
            "b.txt",
            text(500),
            z -> {
              ForgedZip.Entry e = z.deflated("b.txt", text(500));
              e.data = java.util.Arrays.copyOf(e.data, e.data.length + 2);
              e.packedSize += 2;
            }),
        "belong to no part");
    refused(
        withPart("b.txt", text(500), z -> z.deflated("b.txt", text(500)).data[0] = (byte) 0xFF),
        "damaged");
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }

  private static void refusedSmall(byte[] zip, String why) {
    assertThatThrownBy(() -> new PackageReader(zip, "p.flpkg", SMALL).read())
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith("p.flpkg: ")
        .hasMessageContaining(why);
  }
}
