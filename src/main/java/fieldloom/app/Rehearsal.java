package fieldloom.app;

import fieldloom.cli.Exit;
import fieldloom.cli.Fieldloom;
import fieldloom.cli.Terminal;
import fieldloom.landscape.Flow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the commands once over the sample, at build time: Java then notes which classes they need,
 * so that every later start is quicker. Exporting is rehearsed on the named integrations, whose
 * packages come with the product. Ends with an error where a command fails.
 */
public final class Rehearsal {
  private static final String MAPPING = "crm-order-to-erp-sales-order.flmap";

  private Rehearsal() {}

  /**
   * @param args the folder into which the packages go
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("fieldloom-rehearsal");
    try {
      Sample.layOut(folder);
      Path mapping = folder.resolve(MAPPING);
      Path orders = folder.resolve("samples/orders.ndjson");
      Path out = folder.resolve("bills.ndjson");
      perform("--help");
      perform("validate", mapping.toString());
      for (String threads : List.of("1", "2")) {
        perform(
            "run",
            mapping.toString(),
            "--in",
            "order=" + orders,
            "--out",
            out.toString(),
            "--on-error",
            "skip",
            "--threads",
            threads);
      }
      perform("test", mapping.toString());
      perform("schema", folder.resolve("crm-order.schema.json").toString());
      export(folder.resolve("templates"), Path.of(args[0]));
    } finally {
      remove(folder);
    }
    // As every command ends; what ending takes is rehearsed as well.
    System.exit(Exit.OK);
  }

  private static void export(Path templates, Path packages) throws IOException {
    Files.createDirectories(packages);
    for (Flow flow : CarriedLandscape.integrations()) {
      CarriedLandscape.layOut(flow, templates);
      String mapping = templates.resolve(String.valueOf(flow.mapping())).toString();
      Path out = packages.resolve(flow.id() + ".flpkg");
      perform("export", mapping, "--as", "package", "--out", out.toString());
      perform("test", out.toString());
    }
  }

  private static void perform(String... command) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(InputStream.nullInputStream(), said, said, false);
    int status = Fieldloom.run(terminal, App.parts(), command);
    // The sample has records that fail; that is one of the things to rehearse.
    if (status == Exit.UNUSABLE) {
      throw new IllegalStateException(
          String.join(" ", command) + ": " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Rehearsal::removeOne);
    }
  }

  private static void removeOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
