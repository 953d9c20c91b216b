package fieldloom.bench;

import static java.util.Objects.requireNonNull;

import fieldloom.bench.peers.FileRun;
import fieldloom.bench.peers.OrderGenerator;
import fieldloom.bench.peers.Peers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.io.FileUtils;
import org.openjdk.jmh.util.ListStatistics;

/**
 * A large file of orders through {@code fieldloom run} and through hand-written programs, each a
 * process of its own with a heap of 256 MB, taking turns. Everything is kept in a temporary folder
 * that is deleted when the program ends or is interrupted.
 */
final class FileMeasure {
  private static final String HEAP = "-Xmx256m";
  private static final int ROUNDS = 3;
  private static final List<String> MAPPING =
      List.of(FieldloomRun.ORDER_TO_BILL, "order.schema.json", "bill.schema.json");

  private final Path folder;
  private final Path orders;
  private final Map<Way, List<Program>> runs = new EnumMap<>(Way.class);
  private long count;

  /** The ways from orders to bills. */
  private enum Way {
    ONE_THREAD("fieldloom, 1 thread"),
    TWO_THREADS("fieldloom, 2 threads"),
    STRICT(Peers.STREAMING_STRICT),
    SLICED(Peers.STREAMING);

    private final String label;

    Way(String label) {
      this.label = label;
    }

    Path bills(Path folder) {
      return folder.resolve(name() + ".ndjson");
    }
  }

  private FileMeasure(Path folder) {
    this.folder = folder;
    this.orders = folder.resolve("orders.ndjson");
  }

  /**
   * Measures a file of so many MB (of 10^6 bytes).
   *
   * @param quick one round; else three, of which the median is taken
   * @throws IOException with one sentence, where there is no product, no room or a run fails
   * @throws IllegalStateException where two ways gave different bills
   */
  static List<Row> run(long megabytes, boolean quick) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fieldloom-bench");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
    long needed = (Way.values().length + 1) * megabytes * 1_100_000;
    if (Files.getFileStore(folder).getUsableSpace() < needed) {
      throw new IOException(
          folder.getParent()
              + " has not the "
              + needed / 1_000_000
              + " MB free that are needed; make room, or name another place with"
              + " FIELDLOOM_OPTS=-Djava.io.tmpdir=FOLDER.");
    }
    FileMeasure measure = new FileMeasure(folder);
    measure.prepare(megabytes);
    for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
      measure.round();
    }
    measure.check();
    return measure.rows();
  }

  /** Ends what still writes into the folder, where the program is interrupted, and deletes it. */
  private static void clear(Path folder) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    FileUtils.deleteQuietly(folder.toFile());
  }

  private void prepare(long megabytes) throws IOException {
    for (String name : MAPPING) {
      try (InputStream in = FieldloomRun.open(name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
    OrderGenerator generator = new OrderGenerator(OrderGenerator.SEED);
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(orders), 1 << 16)) {
      while (bytes < megabytes * 1_000_000) {
        byte[] order = generator.next();
        out.write(order);
        out.write('\n');
        bytes += order.length + 1;
        count++;
      }
    }
  }

  private void round() throws IOException, InterruptedException {
    for (Way way : Way.values()) {
      System.err.println("bench: " + way.label);
      Program run =
          Program.run(command(way), Map.of("FIELDLOOM_OPTS", HEAP), folder.resolve("errors.txt"));
      runs.computeIfAbsent(way, key -> new ArrayList<>()).add(run);
      String expected = count + " read, " + count + " written, 0 failed";
      boolean ours = way == Way.ONE_THREAD || way == Way.TWO_THREADS;
      if (ours && !run.errors().contains(expected)) {
        throw new IOException(way.label + " said other than " + expected + ": " + run.errors());
      }
    }
  }

  private List<String> command(Way way) throws IOException {
    String bills = way.bills(folder).toString();
    return switch (way) {
      case ONE_THREAD -> fieldloom(bills, 1);
      case TWO_THREADS -> fieldloom(bills, 2);
      case STRICT, SLICED ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              HEAP,
              "-cp",
              System.getProperty("java.class.path"),
              FileRun.class.getName(),
              way.label,
              orders.toString(),
              bills);
    };
  }

  private List<String> fieldloom(String bills, int threads) throws IOException {
    return List.of(
        Program.product().toString(),
        "run",
        folder.resolve(FieldloomRun.ORDER_TO_BILL).toString(),
        "--in",
        "order=" + orders,
        "--out",
        bills,
        "--threads",
        Integer.toString(threads));
  }

  private void check() throws IOException {
    Path ours = Way.ONE_THREAD.bills(folder);
    long at = Files.mismatch(ours, Way.TWO_THREADS.bills(folder));
    if (at >= 0) {
      throw new IllegalStateException("two threads write other bills from byte " + at);
    }
    for (Way peer : List.of(Way.STRICT, Way.SLICED)) {
      try (InputStream wanted = Files.newInputStream(peer.bills(folder));
          InputStream got = Files.newInputStream(ours)) {
        BillCheck.requireEqual(wanted, got);
      }
    }
  }

  private List<Row> rows() throws IOException {
    String file = "file of " + Files.size(orders) / 1_000_000 + " MB";
    return List.of(
        speed(file, Way.ONE_THREAD, Way.STRICT, new Bar.RatioAtLeast(1)),
        speed(file, Way.ONE_THREAD, Way.SLICED, new Bar.None()),
        speed(file, Way.TWO_THREADS, Way.ONE_THREAD, new Bar.RatioAtLeast(1.7)),
        memory(file, Way.ONE_THREAD),
        memory(file, Way.TWO_THREADS));
  }

  private Row speed(String file, Way way, Way peer, Bar bar) {
    return new Row(
        file + ", " + way.label, perSecond(way), "docs/s", peer.label, perSecond(peer), bar);
  }

  private Row memory(String file, Way way) {
    return new Row(
        file + ", peak memory, " + way.label,
        median(way, Program::peakMb),
        "MB",
        Way.STRICT.label,
        median(Way.STRICT, Program::peakMb),
        new Bar.None());
  }

  private double perSecond(Way way) {
    return count / median(way, Program::seconds);
  }

  private double median(Way way, ToDoubleFunction<Program> value) {
    double[] values = requireNonNull(runs.get(way)).stream().mapToDouble(value).toArray();
    return new ListStatistics(values).getPercentile(50);
  }
}
