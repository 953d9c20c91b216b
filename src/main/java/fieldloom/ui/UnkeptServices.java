package fieldloom.ui;

import fieldloom.pack.Project;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.shell.ShellServices;
import fieldloom.ui.tests.TestRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a window's content needs that nobody uses: nothing is kept, asked for or run. */
final class UnkeptServices {
  private UnkeptServices() {}

  /**
   * Services around one mapping, in the language that the window has. Everything is done at once,
   * on the FX thread.
   *
   * @param background where the rest is done; the caller closes it
   */
  static ShellServices of(Project project, Theme theme, Background background) {
    UnkeptStore store = new UnkeptStore("");
    Settings settings = Settings.inMemory();
    settings.put("theme", theme.label());
    settings.put("language", Texts.language().tag());
    return new ShellServices(
        store,
        store.workspace(),
        (content, path, resources) -> project,
        (job, listener) -> () -> store.beginRun(1, null, job.mapping(), 1),
        path -> TestRunner.none(),
        Samples.none(),
        settings,
        noChoosers(),
        background,
        SessionThreads.direct(),
        Runnable::run,
        Path.of(""),
        Map.of());
  }

  private static Choosers noChoosers() {
    return new Choosers() {
      @Override
      public Optional<Path> open(String title, List<Filter> filters) {
        return Optional.empty();
      }

      @Override
      public List<Path> openAll(String title, List<Filter> filters) {
        return List.of();
      }

      @Override
      public Optional<Path> save(String title, String suggestedName, List<Filter> filters) {
        return Optional.empty();
      }
    };
  }
}
