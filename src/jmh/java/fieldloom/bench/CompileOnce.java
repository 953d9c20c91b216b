package fieldloom.bench;

import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Compiling once in a fresh process that the product's launcher starts, as each command is started:
 * {@code CompileOnce RULES} says how many milliseconds it took. The mapping file has been parsed;
 * its schemas are read as a part of it.
 */
final class CompileOnce {
  private static final double NANOS_PER_MS = 1e6;

  private CompileOnce() {}

  public static void main(String[] args) throws IOException {
    WideCase wide = new WideCase(Integer.parseInt(args[0]));
    Mapping mapping = wide.mapping();
    Resources files = wide.files();
    long began = System.nanoTime();
    Project project = Projects.load(mapping, files);
    double took = (System.nanoTime() - began) / NANOS_PER_MS;
    if (!project.usable()) {
      throw new IllegalStateException(args[0] + " rules were not compiled: " + project.problems());
    }
    System.err.println(took);
  }

  /**
   * The median of so many processes, in milliseconds.
   *
   * @throws IOException where the product is not laid out, or a process fails
   */
  static double median(int rules, int processes) throws IOException, InterruptedException {
    Path launcher = Program.product();
    // What the build rehearsed holds for a class path that begins as the product's does.
    Path jar = launcher.resolveSibling("../lib/fieldloom.jar").normalize();
    Map<String, String> environment =
        Map.of(
            "FIELDLOOM_MAIN",
            CompileOnce.class.getName(),
            "FIELDLOOM_CLASSES",
            jar + File.pathSeparator + System.getProperty("java.class.path"));
    List<String> command = List.of(launcher.toString(), Integer.toString(rules));
    double[] times = new double[processes];
    Path said = Files.createTempFile("fieldloom-bench", ".txt");
    try {
      for (int i = 0; i < processes; i++) {
        times[i] = Double.parseDouble(Program.run(command, environment, said).errors());
      }
    } catch (NumberFormatException e) {
      throw new IOException("Compiling said no number: " + Files.readString(said), e);
    } finally {
      Files.delete(said);
    }
    return new ListStatistics(times).getPercentile(50);
  }
}
