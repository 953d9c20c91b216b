package fieldloom.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.Kind;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damages a closed store at random places: what is read then is right, or refused. The system
 * property {@code fieldloom.damages} sets at how many places.
 */
class DamagedStoreTest {
  private static final int PLACES = Integer.getInteger("fieldloom.damages", 12);

  @TempDir static Path folder;
  private static byte[] whole;
  private static List<Object> right;

  private enum Damage {
    CHANGED_BYTE,
    ZEROED_PAGE,
    CUT_SHORT;

    byte[] of(byte[] file, Random random) {
      byte[] damaged = file.clone();
      int place = random.nextInt(file.length);
      switch (this) {
        case CHANGED_BYTE -> damaged[place] ^= (byte) (1 + random.nextInt(255));
        case ZEROED_PAGE -> {
          int page = place / 4096 * 4096;
          Arrays.fill(damaged, page, Math.min(file.length, page + 4096), (byte) 0);
        }
        case CUT_SHORT -> damaged = Arrays.copyOf(file, place);
      }
      return damaged;
    }
  }

  private enum Result {
    REFUSED,
    UNCHANGED,
    SILENTLY_DIFFERENT
  }

  @BeforeAll
  static void layOut() throws Exception {
    Path home = folder.resolve("whole");
    try (Store store = Stores.open(home)) {
      fill(store);
      right = everything(store);
    }
    whole = Files.readAllBytes(H2Files.file(home));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReadFromADamagedStoreIsRightOrRefused(Damage damage) throws Exception {
    Random random = new Random(damage.ordinal() + 100);
    Map<Result, Integer> results = new EnumMap<>(Result.class);
    for (int i = 0; i < PLACES; i++) {
      byte[] damaged = damage.of(whole, random);
      Result result = readBack(damaged, damage + "-" + i);
      results.merge(result, 1, Integer::sum);
      assertThat(result).as("%s %d", damage, i).isNotEqualTo(Result.SILENTLY_DIFFERENT);
    }
    assertThat(results.getOrDefault(Result.REFUSED, 0)).as("%s", results).isPositive();
  }

  private static Result readBack(byte[] damaged, String name) throws IOException {
    Path home = Files.createDirectory(folder.resolve(name));
    Files.write(H2Files.file(home), damaged);
    Result result;
    try (Store store = Stores.open(home)) {
      result = everything(store).equals(right) ? Result.UNCHANGED : Result.SILENTLY_DIFFERENT;
    } catch (StoreException e) {
      assertThat(e.getMessage()).isNotBlank();
      result = Result.REFUSED;
    }
    assertThat(H2Files.file(home)).exists();
    if (result == Result.REFUSED) {
      openWithGoodFile(home);
    }
    return result;
  }

  /** A backup put in its place must open without a restart. */
  private static void openWithGoodFile(Path home) throws IOException {
    Files.write(H2Files.file(home), whole);
    try (Store store = Stores.open(home)) {
      assertThat(everything(store)).isEqualTo(right);
    } catch (StoreException e) {
      throw new AssertionError(home + " cannot be opened after its repair", e);
    }
  }

  private static void fill(Store store) throws StoreException {
    long workspace = store.workspace("orders").id();
    Random random = new Random(3);
    for (int version = 1; version <= 8; version++) {
      for (int i = 0; i < 6; i++) {
        byte[] noise = new byte[2_000];
        random.nextBytes(noise);
        store.save(workspace, Kind.MAPPING, "folder/m" + i + ".flmap", noise);
      }
    }
    store.delete(workspace, "folder/m5.flmap");
    store.saveDraft(workspace, "folder/m1.flmap", "a draft that is long enough ".repeat(20));
    store.saveJob(
        workspace,
        new Job(
            0,
            "nightly",
            "folder/m1.flmap",
            Map.of("order", "in"),
            Map.of("bill", "out"),
            Job.OnError.SKIP,
            Map.of()));
    for (int i = 0; i < 10; i++) {
      long run = store.beginRun(workspace, null, "folder/m1.flmap", 1).id();
      List<RecordError> errors = new ArrayList<>();
      for (int n = 1; n <= 20; n++) {
        errors.add(
            new RecordError(n, "line " + n, "qty", "1:4", "error", "message", "{\"n\":" + n + "}"));
      }
      store.addErrors(run, errors);
      store.endRun(run, RunState.SUCCEEDED, new Counts(100, 80, 20), null);
    }
  }

  private static List<Object> everything(Store store) throws StoreException {
    List<Object> all = new ArrayList<>();
    for (Store.Workspace workspace : store.workspaces()) {
      all.add(workspace);
      List<DocumentInfo> documents = store.documents(workspace.id());
      all.addAll(documents);
      for (int i = 0; i < 6; i++) {
        String path = "folder/m" + i + ".flmap";
        all.add(store.document(workspace.id(), path).map(Store.Document::info));
        all.add(store.draft(workspace.id(), path));
        for (DocumentInfo info : store.versions(workspace.id(), path)) {
          Store.Document version =
              store.version(workspace.id(), path, info.version()).orElseThrow();
          all.add(new String(version.content(), StandardCharsets.ISO_8859_1));
        }
      }
      all.add(store.jobs(workspace.id()));
      for (Store.Run run : store.runs(workspace.id(), null, 100)) {
        all.add(run);
        all.add(store.errors(run.id(), 0, 100));
      }
    }
    return all;
  }
}
