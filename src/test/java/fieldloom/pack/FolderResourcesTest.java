package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderResourcesTest {
  @TempDir Path temp;
  private Path folder;
  private FolderResources files;

  @BeforeEach
  void layOut() throws IOException {
    folder = Files.createDirectories(temp.resolve("folder"));
    Files.createDirectories(folder.resolve("samples"));
    Files.writeString(folder.resolve("samples/客户 1.json"), "inside");
    Files.writeString(temp.resolve("secret.txt"), "outside");
    files = new FolderResources(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples/客户 1.json", "./samples/客户 1.json", "samples/./客户 1.json"})
  void reads_files_of_the_folder(String name) throws IOException {
    assertThat(files.read(name)).asString().isEqualTo("inside");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../secret.txt | leads outside",
        "samples/../../secret.txt | leads outside",
        "samples/../samples/x | leads outside",
        "samples\\x | backslash",
        "/etc/hostname | is absolute",
        "C:/x | is absolute",
        "samples//x | without a name",
        "samples/ | without a name",
        "samples | is a folder",
        "'' | is empty",
      })
  void refuses_other_names(String name, String why) {
    assertThatThrownBy(() -> files.open(name))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileNotFoundException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_nul_in_a_name_is_refused_and_not_shown() {
    assertThatThrownBy(() -> files.open("a\0b"))
        .isInstanceOf(IOException.class)
        .hasMessage("The file name “a�b” has a control character in it.");
  }

  @Test
  void links_may_lead_around_in_the_folder_but_not_out_of_it() throws IOException {
    Files.createSymbolicLink(folder.resolve("in.json"), Path.of("samples/客户 1.json"));
    Files.createSymbolicLink(folder.resolve("out.txt"), temp.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("up"), temp);
    assertThat(files.read("in.json")).asString().isEqualTo("inside");
    assertThatThrownBy(() -> files.read("out.txt")).hasMessageContaining("is a link out of");
    assertThatThrownBy(() -> files.read("up/secret.txt")).hasMessageContaining("is a link out of");
  }

  @Test
  void the_folder_itself_may_be_reached_by_a_link() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    assertThat(new FolderResources(link).read("samples/客户 1.json")).asString().isEqualTo("inside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.json", "none/none.json", "samples/客户 1.json/x"})
  void a_missing_file_says_where_it_was_looked_for(String name) {
    assertThatThrownBy(() -> files.open(name))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("There is no “" + name + "” in " + folder + "; put it there.");
  }
}
