package fieldloom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the user's store is. */
class StoresTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, , , , /people/li/.local/share/fieldloom",
    "Linux, , /data/li, , /data/li/fieldloom",
    "Linux, , relative, , /people/li/.local/share/fieldloom",
    "Linux, , ' ', , /people/li/.local/share/fieldloom",
    "FreeBSD, , , , /people/li/.local/share/fieldloom",
    "Mac OS X, , , , /people/li/Library/Application Support/Fieldloom",
    "Windows 11, , , /roaming, /roaming/Fieldloom",
    "Windows 11, , , , /people/li/AppData/Roaming/Fieldloom",
    "Linux, /my own/仓, /data/li, , /my own/仓",
    "Windows 11, /my, , /roaming, /my",
    "Mac OS X, ' ', , , /people/li/Library/Application Support/Fieldloom",
  })
  void theDefaultFolderIsThePlatformsUnlessFieldloomHomeIsSet(
      String os,
      @Nullable String own,
      @Nullable String xdg,
      @Nullable String appData,
      String expected) {
    Map<String, String> env = new HashMap<>();
    putIfThere(env, "FIELDLOOM_HOME", own);
    putIfThere(env, "XDG_DATA_HOME", xdg);
    putIfThere(env, "APPDATA", appData);
    assertThat(Stores.defaultFolder(env, os, "/people/li")).isEqualTo(Path.of(expected));
  }

  private static void putIfThere(Map<String, String> env, String name, @Nullable String value) {
    if (value != null) {
      env.put(name, value);
    }
  }
}
