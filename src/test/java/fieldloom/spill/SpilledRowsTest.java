package fieldloom.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpilledRowsTest {
  @TempDir private Path folder = Path.of("");

  private SpillRoom room() {
    return new SpillRoom(0, () -> folder.resolve("spill"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void recordsOnDiskAreForTheirUserAlone() throws IOException {
    try (SpillRoom room = room()) {
      room.rows().add("secret");
      assertThat(Files.getPosixFilePermissions(folder.resolve("spill")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void valuesComeBackAsTheyWere() {
    List<Object> values =
        List.of(
            "",
            "plain",
            "é ÿ",
            "客户 😀",
            "\ud800 half",
            "x".repeat(100_000),
            Num.ofText("1E+2"),
            Num.ofText("-0"),
            Num.ofText("19.90"),
            Num.ofText("9".repeat(900) + ".5e-30"),
            Num.of(7),
            true,
            false,
            Null.NULL,
            List.of(),
            List.of(Absent.ABSENT, List.of(Num.of(1)), Null.NULL),
            LocalDate.of(2026, 2, 28),
            LocalTime.of(9, 12, 0, 120_000_000),
            OffsetDateTime.parse("2026-11-24T09:12:00.120+08:00"),
            ZonedDateTime.parse("2026-11-24T09:12:00+08:00[Asia/Shanghai]"),
            new Binary(new byte[] {0, -1, 7}));
    Obj object = new Obj().put("客户", "x").put("", new Obj()).put("n", Num.ofText("1.0"));
    try (SpillRoom room = room()) {
      SpilledRows rows = room.rows();
      rows.addAll(values);
      rows.add(object);
      assertThat(rows).hasSize(values.size() + 1);
      for (int i = 0; i < values.size(); i++) {
        assertThat(rows.get(i)).isEqualTo(values.get(i));
        if (values.get(i) instanceof Num number) {
          assertThat(((Num) rows.get(i)).text()).isEqualTo(number.text());
        }
      }
      Obj back = (Obj) rows.get(values.size());
      assertThat(back).isEqualTo(object);
      assertThat(back.fields().keySet()).containsExactly("客户", "", "n");
      assertThat(((Num) back.get("n")).text()).isEqualTo("1.0");
      assertThat(new ArrayList<>(rows)).startsWith(values.toArray());
    }
  }

  @Test
  void anIndexGivesTheRowsOfAHashInOrderHoweverManyThereAre() {
    Random random = new Random(5);
    int[] hashes = new int[600_000];
    try (SpillRoom room = room()) {
      SpilledIndex index = room.rows().index();
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = (random.nextInt(40_000) - 20_000) * 107_374;
        index.add(hashes[i], i);
      }
      index.seal();
      for (int hash : new int[] {0, 107_374, -107_374, 19_999 * 107_374, -20_000 * 107_374, 1}) {
        int[] wanted =
            java.util.stream.IntStream.range(0, hashes.length)
                .filter(i -> hashes[i] == hash)
                .toArray();
        assertThat(index.rows(hash)).containsExactly(wanted);
      }
    }
  }

  @Test
  void theFileIsMadeWhenItIsNeededAndGoneAtTheEnd() {
    Path file = folder.resolve("spill");
    try (SpillRoom room = new SpillRoom(100, () -> file)) {
      assertThat(room.take(60)).isTrue();
      assertThat(room.take(60)).isFalse();
      room.give(60);
      assertThat(room.take(100)).isTrue();
      assertThat(file).doesNotExist();
      assertThat(room.hasSpilled()).isFalse();
      SpilledRows rows = room.rows();
      rows.add("x");
      assertThat(file).exists();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsToldInASentence() {
    Path file = folder.resolve("none").resolve("spill");
    try (SpillRoom room = new SpillRoom(0, () -> Files.exists(folder) ? file : folder)) {
      Path blocked = folder.resolve("none");
      assertThat(blocked).doesNotExist();
      Files.writeString(blocked, "a file, no folder");
      assertThatThrownBy(room::rows)
          .isInstanceOf(SpillException.class)
          .hasMessageStartingWith("The temporary file " + file + " cannot be written or read (")
          .hasMessageEndingWith("free space in its folder, or let records take more memory.");
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
