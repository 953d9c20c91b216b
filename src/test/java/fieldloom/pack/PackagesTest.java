package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.engine.Compilation;
import fieldloom.model.Mapping;
import fieldloom.pack.PackageContent.Part;
import fieldloom.store.Store;
import fieldloom.store.StoreResources;
import fieldloom.store.Stores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {
  private static final Map<String, String> FILES =
      Map.of(
          "schemas/order.json",
          "{\"properties\": {\"c\": {\"$ref\": \"../common.json#/x\"}, \"d\": {\"$ref\":"
              + " \"#/a\"}}}",
          "common.json",
          "{\"x\": {\"$ref\": \"https://example.org/x.json\"}, \"y\": {\"$ref\": \"../up.json\"}}",
          "bill.json",
          "{}",
          "tables/客户.csv",
          "C001,1001\n",
          "samples/order-1.json",
          "{\"a\": 1}",
          "samples/bill-1.json",
          "{\"a\": 1}",
          "samples/rest-1.json",
          "",
          "unrelated.txt",
          "not part of it");

  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "CRM 订单",
       "sources": [{"name": "order", "format": "json", "schema": "./schemas/order.json"}],
       "targets": [{"name": "bill", "format": "json", "schema": "bill.json"},
                   {"name": "rest", "format": "json", "schema": "bill.json"}],
       "rules": [{"to": "a", "from": "order.a"}],
       "tables": [{"name": "t", "from": {"csv": "tables/客户.csv"}}],
       "tests": [{"name": "one", "in": {"order": "samples/order-1.json"},
                  "expect": {"bill": "samples/bill-1.json", "rest": "samples/rest-1.json"}}]}
      """;

  @TempDir Path temp;
  private Path source;
  private Path target;

  @BeforeEach
  void layOut() throws IOException {
    source = lay("source");
    target = temp.resolve("target");
  }

  private Path lay(String name) throws IOException {
    Path folder = temp.resolve(name);
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  static Project project(Path folder, String mapping) throws PackException {
    Mapping read = MappingFileTest.read(mapping);
    Compilation none =
        new Compilation(
            List.of(),
            settings -> {
              throw new IllegalStateException("a package runs nothing");
            });
    return new Project(read, new FolderResources(folder), Map.of(), none, List.of());
  }

  private byte[] exported() throws PackException {
    return Packages.export(project(source, MAPPING));
  }

  private PackageContent opened() throws PackException {
    return Packages.open(exported(), "crm.flpkg");
  }

  @Test
  void a_package_holds_the_mapping_and_all_it_names() throws PackException {
    PackageContent content = opened();
    assertThat(content.name()).isEqualTo("CRM 订单");
    assertThat(content.mapping()).isEqualTo(MappingFileTest.read(MAPPING));
    assertThat(content.mappingPath()).isEqualTo("mapping.flmap");
    assertThat(content.parts())
        .extracting(Part::path, Part::kind)
        .map(Object::toString)
        .containsExactly(
            "(\"mapping.flmap\", MAPPING)",
            "(\"bill.json\", SCHEMA)",
            "(\"common.json\", SCHEMA)",
            "(\"samples/bill-1.json\", EXPECTED)",
            "(\"samples/order-1.json\", SAMPLE)",
            "(\"samples/rest-1.json\", EXPECTED)",
            "(\"schemas/order.json\", SCHEMA)",
            "(\"tables/客户.csv\", TABLE)");
    for (Part part : content.parts().subList(1, content.parts().size())) {
      assertThat(content.read(part)).asString().isEqualTo(FILES.get(part.path()));
      assertThat(part.sha256()).isEqualTo(Hashes.of(content.read(part)));
    }
  }

  @Test
  void files_that_an_xml_schema_includes_and_further_samples_are_packed_too() throws Exception {
    String xs = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">";
    Files.createDirectories(source.resolve("xsd/common"));
    Files.writeString(
        source.resolve("xsd/order.xsd"),
        xs
            + "<xs:include schemaLocation=\"common/types.xsd\"/>"
            + "<xs:element name=\"order\" type=\"code\"/></xs:schema>");
    Files.writeString(
        source.resolve("xsd/common/types.xsd"),
        xs
            + "<xs:simpleType name=\"code\"><xs:restriction base=\"xs:string\"/></xs:simpleType>"
            + "</xs:schema>");
    String mapping =
        """
        {"fieldloom": 1, "name": "m",
         "sources": [{"name": "order", "format": "xml", "schema": "xsd/order.xsd"}],
         "target": {"name": "bill", "format": "json", "schema": "samples/bill-1.json",
                    "options": {"samples": ["samples/order-1.json"]}},
         "rules": []}
        """;

    PackageContent content = Packages.open(Packages.export(project(source, mapping)), "crm.flpkg");

    assertThat(content.parts())
        .extracting(Part::path)
        .containsExactly(
            "mapping.flmap",
            "samples/bill-1.json",
            "samples/order-1.json",
            "xsd/common/types.xsd",
            "xsd/order.xsd");
  }

  @Test
  void the_files_of_a_package_stand_beside_its_mapping() throws Exception {
    PackageContent content = opened();
    assertThat(content.resources().read("./schemas/order.json"))
        .asString()
        .isEqualTo(FILES.get("schemas/order.json"));
    assertThatThrownBy(() -> content.resources().open("nothing.json"))
        .isInstanceOf(java.io.FileNotFoundException.class)
        .hasMessageContaining("There is no “nothing.json” in crm.flpkg");
    assertThatThrownBy(() -> content.resources().open("../x")).hasMessageContaining("outside");
  }

  @Test
  void other_tools_read_it_with_the_manifest_first() throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(exported()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        zip.readAllBytes();
        assertThat(entry.getExtra()).isNull();
      }
    }
    assertThat(names).startsWith("manifest.json", "mapping.flmap", "bill.json").hasSize(9);
  }

  @Test
  void the_same_content_gives_the_same_bytes() throws Exception {
    byte[] once = exported();
    Path copy = lay("elsewhere");
    try (var all = Files.walk(copy)) {
      for (Path file : all.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
      }
    }
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Packages.export(project(copy, MAPPING))).isEqualTo(once);
    } finally {
      TimeZone.setDefault(zone);
    }
    Path imported = opened().importInto(target, false);
    Mapping again = MappingFile.read(Files.readAllBytes(imported), "again");
    assertThat(
            Packages.export(
                project(target, new String(MappingFile.write(again), StandardCharsets.UTF_8))))
        .isEqualTo(once);
  }

  @Test
  void what_packs_too_well_is_stored_so_that_it_opens_again() throws Exception {
    Files.writeString(source.resolve("samples/order-1.json"), " ".repeat(5_000_000));
    assertThat(opened().parts()).hasSize(8);
    assertThat(exported()).hasSizeGreaterThan(5_000_000);
  }

  @Test
  void a_file_that_is_missing_is_named() throws IOException {
    Files.delete(source.resolve("samples/rest-1.json"));
    assertThatThrownBy(this::exported)
        .isInstanceOf(PackException.class)
        .hasMessageContaining("The package “CRM 订单” lacks a file")
        .hasMessageContaining("samples/rest-1.json");
  }

  @Test
  void names_that_packages_keep_or_other_systems_refuse_are_not_exported() throws IOException {
    Files.writeString(source.resolve("Manifest.JSON"), "{}");
    Files.writeString(source.resolve("a?.json"), "{}");
    assertThatThrownBy(
            () ->
                Packages.export(
                    project(source, MAPPING.replace("\"bill.json\"", "\"Manifest.JSON\""))))
        .hasMessageContaining("“manifest.json” in the package has already");
    assertThatThrownBy(
            () -> Packages.export(project(source, MAPPING.replace("\"bill.json\"", "\"a?.json\""))))
        .hasMessageContaining("not every system allows");
  }

  @Test
  void importing_into_a_folder_lays_every_part_out() throws Exception {
    Path mapping = opened().importInto(target.resolve("deep/er"), false);
    assertThat(mapping).isEqualTo(target.resolve("deep/er/mapping.flmap"));
    Map<String, String> files = files(target.resolve("deep/er"));
    assertThat(files).hasSize(8).containsEntry("tables/客户.csv", "C001,1001\n");
    if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mapping)))
          .startsWith("rw-r");
    }
    // Once more changes nothing.
    opened().importInto(target.resolve("deep/er"), false);
    assertThat(files(target.resolve("deep/er"))).isEqualTo(files);
  }

  @Test
  void a_file_with_other_content_is_replaced_only_when_told_to() throws Exception {
    Files.createDirectories(target.resolve("samples"));
    Files.writeString(target.resolve("samples/order-1.json"), "mine");
    Map<String, String> before = files(target);
    assertThatThrownBy(() -> opened().importInto(target, false))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("“samples/order-1.json” is there already with other content");
    assertThat(files(target)).isEqualTo(before);
    opened().importInto(target, true);
    assertThat(files(target))
        .hasSize(8)
        .containsEntry("samples/order-1.json", FILES.get("samples/order-1.json"));
  }

  @Test
  void nothing_is_written_through_a_link_out_of_the_folder() throws Exception {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createDirectories(target);
    Files.createSymbolicLink(target.resolve("tables"), outside);
    assertThatThrownBy(() -> opened().importInto(target, true))
        .hasMessageContaining("through a link");
    assertThat(outside).isEmptyDirectory();
    assertThat(files(target)).isEmpty();
  }

  @Test
  void a_link_in_place_of_a_part_is_replaced_and_not_written_through() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside.json"), "keep");
    Files.createDirectories(target);
    Files.createSymbolicLink(target.resolve("bill.json"), outside);
    assertThatThrownBy(() -> opened().importInto(target, false)).hasMessageContaining("bill.json");
    opened().importInto(target, true);
    assertThat(outside).hasContent("keep");
    assertThat(target.resolve("bill.json")).hasContent("{}");
  }

  @Test
  void a_file_where_a_folder_must_be_stops_the_import_before_it_begins() throws Exception {
    Files.createDirectories(target);
    Files.writeString(target.resolve("samples"), "a file");
    assertThatThrownBy(() -> opened().importInto(target, true))
        .hasMessageContaining("lies in “samples”, which is a file there");
    assertThat(files(target)).containsOnlyKeys("samples");
  }

  @Test
  void an_import_that_fails_on_its_way_leaves_the_folder_as_it_was() throws Exception {
    Files.createDirectories(target.resolve("tables"));
    Files.writeString(target.resolve("bill.json"), "mine");
    Files.writeString(target.resolve("tables/客户.csv"), "mine");
    Map<String, String> before = files(target);
    for (int fails = 0; fails < 8; fails++) {
      AtomicInteger left = new AtomicInteger(fails);
      FolderImport failing =
          new FolderImport(
              opened(),
              target,
              true,
              (from, to) -> {
                if (left.getAndDecrement() == 0) {
                  throw new FileSystemException(to.toString(), null, "no space left");
                }
                StagedFiles.move(from, to);
              });
      assertThatThrownBy(failing::run)
          .isInstanceOf(PackException.class)
          .hasMessageContaining("is not imported")
          .hasMessageContaining("no space left");
      assertThat(files(target)).isEqualTo(before);
      assertThat(target.resolve("samples")).doesNotExist();
    }
  }

  @Test
  void importing_into_a_store_saves_all_parts_the_mapping_last() throws Exception {
    MemoryStore store = new MemoryStore();
    List<Store.DocumentInfo> saved = Packages.importInto(store, 1, opened());
    assertThat(saved).hasSize(8);
    assertThat(saved.getLast().kind()).isEqualTo(Store.Kind.MAPPING);
    assertThat(store.document(1, "tables/客户.csv").orElseThrow().content())
        .asString()
        .isEqualTo("C001,1001\n");
    assertThat(store.document(1, "samples/bill-1.json").orElseThrow().info().kind())
        .isEqualTo(Store.Kind.SAMPLE);
  }

  @Test
  void a_real_store_takes_a_package_and_gives_it_back_the_same() throws Exception {
    try (Store store = Stores.open(temp.resolve("store"))) {
      long workspace = store.workspace("orders").id();
      Packages.importInto(store, workspace, opened());
      Packages.importInto(store, workspace, opened());
      assertThat(store.documents(workspace)).hasSize(8).allMatch(info -> info.version() == 1);
      Store.Document saved = store.document(workspace, "mapping.flmap").orElseThrow();
      Project again =
          Projects.load(
              MappingFile.read(saved.content(), "mapping.flmap"),
              new StoreResources(store, workspace, "mapping.flmap"));
      assertThat(Packages.export(again)).isEqualTo(exported());
    }
  }

  @Test
  void a_store_with_another_document_of_the_name_keeps_it() throws Exception {
    MemoryStore store = new MemoryStore();
    store.save(1, Store.Kind.SCHEMA, "bill.json", new byte[] {1});
    assertThatThrownBy(() -> Packages.importInto(store, 1, opened()))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("the workspace has another “bill.json”");
    assertThat(store.documents(1)).hasSize(1);
    Packages.importInto(store, 1, opened(), true);
    assertThat(store.document(1, "bill.json").orElseThrow().info().version()).isEqualTo(2);
  }

  @Test
  void a_store_that_fails_on_the_way_is_put_back() throws Exception {
    for (int fails = 0; fails < 8; fails++) {
      MemoryStore store = new MemoryStore();
      store.save(1, Store.Kind.SCHEMA, "bill.json", new byte[] {1});
      store.savesLeft = fails;
      assertThatThrownBy(() -> Packages.importInto(store, 1, opened(), true))
          .isInstanceOf(PackException.class)
          .hasMessage("The package “CRM 订单” is not imported: The disk is full; make room.");
      assertThat(store.documents(1))
          .extracting(Store.DocumentInfo::path)
          .containsExactly("bill.json");
      assertThat(store.document(1, "bill.json").orElseThrow().content()).containsExactly(1);
    }
  }

  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}
