package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void whatIsRememberedIsThereAfterwards() {
    Path file = folder.resolve("new/设置.properties");
    Settings.in(file).put("mapping", "订单/a b.flmap");
    assertThat(Settings.in(file).get("mapping", "")).isEqualTo("订单/a b.flmap");
  }

  @Test
  void aDamagedFileCountsAsNone() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.properties"), "a=\\u12");
    assertThat(Settings.in(file).get("a", "otherwise")).isEqualTo("otherwise");
  }

  @Test
  void aPlaceThatCannotBeWrittenCostsNothingButTheMemory() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("settings");
    Settings settings = Settings.in(file);
    settings.put("theme", "dark");
    assertThat(settings.get("theme", "")).isEqualTo("dark");
  }
}
