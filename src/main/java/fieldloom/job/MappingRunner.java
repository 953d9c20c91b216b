package fieldloom.job;

/** Runs a mapping over inputs. */
public final class MappingRunner {
  private MappingRunner() {}

  /**
   * Runs it to its end on the calling thread. Under STOP the run ends at the first bad record and
   * leaves no output file; under SKIP the good records are written.
   *
   * @throws UnusableException before anything is read or written, where an input or parameter is
   *     missing or unusable; its message is one sentence that names it
   */
  public static RunReport run(RunRequest request, RunListener listener) throws UnusableException {
    return new RunCourse(request, listener).run();
  }
}
