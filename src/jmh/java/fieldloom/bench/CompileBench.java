package fieldloom.bench;

import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Compiling once in a fresh process, schemas read and no class of the compiler loaded before. The
 * mapping file has been parsed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBench {
  /** Rules of the mapping. */
  @Param({"1000"})
  public int rules;

  private Supplier<Project> compiler =
      () -> {
        throw new IllegalStateException("nothing to compile was prepared");
      };

  private @Nullable Project project;

  /** Makes the mapping. */
  @Setup
  public void prepare() throws IOException {
    WideCase wide = new WideCase(rules);
    Mapping mapping = wide.mapping();
    Resources files = wide.files();
    compiler = () -> Projects.load(mapping, files);
  }

  @Benchmark
  public Object compile() {
    project = compiler.get();
    return project;
  }

  /** Sees that it was compiled. */
  @TearDown
  public void check() {
    if (project == null || !project.usable()) {
      throw new IllegalStateException(rules + " rules were not compiled: " + project);
    }
  }
}
