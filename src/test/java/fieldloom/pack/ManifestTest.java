package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final byte[] MAPPING =
      MappingFileTest.minimal("").getBytes(StandardCharsets.UTF_8);
  private static final String PART =
      "{\"path\": \"mapping.flmap\", \"kind\": \"mapping\", \"size\": %d, \"sha256\": \"%s\"}"
          .formatted(MAPPING.length, Hashes.of(MAPPING));

  private static byte[] zip(String manifest) {
    ForgedZip zip = new ForgedZip();
    zip.stored("manifest.json", manifest);
    zip.stored("mapping.flmap", MAPPING);
    return zip.build();
  }

  private static String manifest(String parts) {
    return "{\"fieldloomPackage\": 1, \"name\": \"m\", \"mapping\": \"mapping.flmap\", \"parts\": ["
        + parts
        + "]}";
  }

  @Test
  void what_a_later_version_adds_is_let_be() throws PackException {
    String json =
        "{\"signed\": {}, " + manifest(PART.replace("\"mapping\"", "\"blueprint\"")).substring(1);
    List<PackageContent.Part> parts = Packages.open(zip(json), "p.flpkg").parts();
    assertThat(parts.getFirst().kind()).isEqualTo(PackageContent.Kind.OTHER);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /fieldloomPackage is missing",
        "[] | /fieldloomPackage is missing",
        "{\"fieldloomPackage\": 2} | is of version 2",
        "{\"fieldloomPackage\": 1, \"name\": 5} | /parts is missing",
        "{\"fieldloomPackage\": 1, \"parts\": []} | /name is missing",
        "{\"fieldloomPackage\": 1, \"parts\": [{}]} | /parts/0/size is missing",
        "{\"fieldloomPackage\": 1, \"parts\": [{\"size\": \"1\"}]} | /parts/0/size is missing",
        "{\"fieldloomPackage\": 1, \"parts\": [{\"size\": 1}]} | /parts/0/path is missing",
        "{\"fieldloomPackage\": 1, \"fieldloomPackage\": 1} | stands twice",
        "{\"fieldloomPackage\": | before its JSON is complete"
      })
  void a_manifest_that_is_not_one_is_refused(String json, String why) {
    refused(json, why);
  }

  @Test
  void parts_that_are_missing_extra_twice_or_changed_are_refused() {
    String extra = PART.replace("mapping.flmap", "more.txt");
    refused(manifest(PART + ", " + extra), "“more.txt” stands in the manifest and is missing");
    refused(manifest(PART + ", " + PART), "stands twice in the manifest");
    refused(manifest(""), "“mapping.flmap” does not stand in the manifest");
    refused(
        manifest(PART).replace("\"mapping\": \"mapping.flmap\"", "\"mapping\": \"no.flmap\""),
        "“no.flmap” is to be the mapping and is missing");
    refused(manifest(PART.replace("\"size\": ", "\"size\": 1")), "changed after the export");
    refused(
        manifest(PART.replaceAll("\"sha256\": \"..", "\"sha256\": \"zz")),
        "changed after the export");
  }

  @Test
  void a_zip_without_a_manifest_is_no_package() {
    ForgedZip zip = new ForgedZip();
    zip.stored("mapping.flmap", MAPPING);
    assertThatThrownBy(() -> Packages.open(zip.build(), "p.flpkg"))
        .hasMessage("p.flpkg: has no manifest.json; it is no package of Fieldloom.");
  }

  @Test
  void a_mapping_that_breaks_the_format_is_named_with_its_pointer() {
    byte[] bad = "{\"fieldloom\": 1}".getBytes(StandardCharsets.UTF_8);
    ForgedZip zip = new ForgedZip();
    zip.stored(
        "manifest.json",
        manifest(
            "{\"path\": \"mapping.flmap\", \"size\": %d, \"sha256\": \"%s\"}"
                .formatted(bad.length, Hashes.of(bad))));
    zip.stored("mapping.flmap", bad);
    assertThatThrownBy(() -> Packages.open(zip.build(), "p.flpkg"))
        .hasMessageStartingWith("p.flpkg, mapping.flmap: /name is missing");
  }

  private static void refused(String manifest, String why) {
    assertThatThrownBy(() -> Packages.open(zip(manifest), "p.flpkg"))
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith("p.flpkg")
        .hasMessageContaining(why);
  }
}
