package fieldloom.cli;

/** What the program's exit status says. */
public final class Exit {
  /** All well. */
  public static final int OK = 0;

  /** The work failed: records failed, a test differs, problems of severity error. */
  public static final int FAILED = 1;

  /** The command line, a file or a mapping is unusable. */
  public static final int UNUSABLE = 2;

  private Exit() {}
}
