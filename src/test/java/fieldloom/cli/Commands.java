package fieldloom.cli;

import java.io.IOException;

/**
 * Runs commands in this process, with a window and a picture that only note that they were asked.
 */
final class Commands {
  private final StringBuilder asked = new StringBuilder();

  /** Runs a command at a terminal. */
  int run(Captured terminal, String... args) {
    Parts parts =
        new Parts(
            () -> {
              asked.append("window");
              return Exit.OK;
            },
            (project, out, width, height, dark) -> {
              asked.append(project.mapping().name()).append(' ').append(width).append('x');
              asked.append(height).append(dark ? " dark " : " ").append(out);
            },
            (folder, _) -> {
              asked.append("demo ").append(folder);
              throw new IOException("The disk is\nfull.");
            });
    return Fieldloom.run(terminal.terminal(), parts, args);
  }

  /** What the commands asked the window, the picture and the demonstration for. */
  String asked() {
    return asked.toString();
  }
}
