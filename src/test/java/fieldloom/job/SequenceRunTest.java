package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Job.OnError;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.Store.Kind;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers that go on from run to run, in the store and in the file beside a mapping. */
class SequenceRunTest extends RunFixture {
  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "m",
       "sources": [{"name": "order", "format": "ndjson"}],
       "target": {"name": "bill", "format": "ndjson"},
       "rules": [{"to": "no", "formula": "SEQUENCE_NUMBER(\\"bill\\", 100, 2)"},
                 {"to": "q", "formula": "INTEGER(order.q)"}]}
      """;

  private RunReport run(NumberKeeper keeper, int threads) throws Exception {
    Path mapping = Files.writeString(folder.resolve("m.flmap"), MAPPING);
    return MappingRunner.run(
        new RunRequest(
            Projects.open(mapping),
            inputs(),
            Map.of("bill", new RunRequest.Output.File(out)),
            OnError.SKIP,
            errors,
            Map.of(),
            threads,
            RunRequest.usualMemory(),
            new RunServices(null, keeper)),
        RunListener.NONE);
  }

  private void records(int count) throws IOException {
    Files.writeString(
        in,
        IntStream.range(0, count)
            .mapToObj(i -> "{\"q\":" + i + "}\n")
            .collect(Collectors.joining()));
  }

  private List<Long> numbers() throws IOException {
    return Files.readAllLines(out).stream()
        .map(line -> Long.valueOf(line.replaceAll("\\D*(-?\\d+).*", "$1")))
        .toList();
  }

  private static List<Long> from(long first, int count) {
    return LongStream.range(0, count).mapToObj(i -> first + 2 * i).toList();
  }

  @Test
  void numbers_come_in_the_order_of_the_records_whatever_the_threads_and_go_on_in_the_next_run()
      throws Exception {
    records(3_000);
    NumberKeeper file = NumberFile.beside(folder.resolve("m.flmap"));

    run(file, 4);
    assertThat(numbers()).isEqualTo(from(100, 3_000));

    run(file, 4);
    assertThat(numbers()).isEqualTo(from(6_100, 3_000));
    assertThat(left()).contains("m.flmap.sequences");
  }

  @Test
  void a_record_that_fails_leaves_a_gap_and_no_number_comes_twice() throws Exception {
    Files.writeString(in, "{\"q\":1}\n{\"q\":\"junk\"}\n{\"q\":3}\n");

    run(NumberFile.beside(folder.resolve("m.flmap")), 1);

    assertThat(numbers()).containsExactly(100L, 104L);
  }

  @Test
  void two_runs_at_once_share_a_file_without_giving_a_number_twice() throws Exception {
    Path mapping = folder.resolve("m.flmap");
    int each = 400;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<List<Long>> taking =
          () -> {
            try (BlockSequences sequences = new BlockSequences(NumberFile.beside(mapping))) {
              return Stream.generate(() -> sequences.next("n", 1, 1)).limit(each).toList();
            }
          };
      List<Future<List<Long>>> all = threads.invokeAll(List.of(taking, taking, taking, taking));
      List<Long> given = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        given.addAll(one.get());
      }
      assertThat(given).hasSize(4 * each).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_file_keeps_many_sequences_and_chinese_names() throws Exception {
    Path mapping = folder.resolve("m.flmap");
    for (String name : List.of("销售订单", "销售订单2", "a b", "销售订单")) {
      NumberFile.beside(mapping).take(name, -5, -3, 2);
    }

    assertThat(NumberFile.beside(mapping).take("销售订单", -5, -3, 1).first()).isEqualTo(-17);
    assertThat(NumberFile.beside(mapping).take("a b", -5, -3, 1).first()).isEqualTo(-11);
  }

  @Test
  void what_a_killed_run_reserved_is_left_out() throws Exception {
    Path mapping = folder.resolve("m.flmap");
    BlockSequences killed = new BlockSequences(NumberFile.beside(mapping));
    long last = IntStream.range(0, 6).mapToLong(i -> killed.next("n", 1, 1)).max().getAsLong();

    long next = new BlockSequences(NumberFile.beside(mapping)).next("n", 1, 1);

    assertThat(next).isGreaterThan(last);
  }

  @Test
  void a_folder_that_takes_no_file_is_an_error_of_the_record_in_words() throws Exception {
    records(1);
    Files.createDirectory(folder.resolve("m.flmap.sequences"));

    run(NumberFile.beside(folder.resolve("m.flmap")), 1);

    assertThat(Files.readString(errors)).contains("sequence-failed", "m.flmap.sequences");
  }

  @Test
  void a_job_of_the_store_keeps_its_numbers_there_across_restarts() throws Exception {
    records(10);
    Path home = folder.resolve("home");
    for (long first : new long[] {100, 120}) {
      try (Store store = Stores.open(home)) {
        long workspace = store.workspace("w").id();
        store.save(workspace, Kind.MAPPING, "m.flmap", MAPPING.getBytes(StandardCharsets.UTF_8));
        JobService jobs =
            new JobService(
                store,
                (content, path, resources) ->
                    Projects.load(MappingFile.read(content, path), resources),
                folder,
                3);

        Store.Run run =
            jobs.run(
                workspace,
                "m.flmap",
                Map.of("order", in.toString()),
                Map.of("bill", "out.ndjson"),
                OnError.STOP,
                Map.of(),
                RunListener.NONE);

        assertThat(run.state()).as(run.message()).isEqualTo(RunState.SUCCEEDED);
        assertThat(numbers()).isEqualTo(from(first, 10));
      }
    }
  }

  @Test
  void a_store_gives_each_workspace_its_own_numbers_and_takes_back_only_the_last()
      throws Exception {
    try (Store store = Stores.open(folder.resolve("home"))) {
      NumberKeeper one = NumberKeeper.of(store, store.workspace("one").id());
      NumberKeeper two = NumberKeeper.of(store, store.workspace("two").id());
      var first = one.take("n", 1, 1, 10);
      assertThat(two.take("n", 1, 1, 1).first()).isEqualTo(1);
      var second = one.take("n", 1, 1, 10);
      one.giveBack(first, 3);
      assertThat(one.take("n", 1, 1, 1).first()).isEqualTo(21);
      one.giveBack(second, 12);
      var third = one.take("n", 1, 1, 10);
      one.giveBack(third, third.first());
      assertThat(one.take("n", 1, 1, 1).first()).isEqualTo(third.first() + 1);
    }
  }

  @Test
  void a_sequence_ends_where_64_bits_end() throws Exception {
    NumberKeeper file = NumberFile.beside(folder.resolve("m.flmap"));
    assertThat(file.take("n", Long.MAX_VALUE - 1, 1, 10).last()).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(file.take("n", 1, 1, 1).first()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> file.take("n", 1, 1, 1))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no number after");
  }
}
