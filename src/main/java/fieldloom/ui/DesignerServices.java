package fieldloom.ui;

import fieldloom.job.JobService;
import fieldloom.store.Store;
import fieldloom.ui.shell.Samples;
import java.nio.file.Path;

/**
 * What the designer works with.
 *
 * @param store stays open as long as the window; the caller closes it
 * @param workspace the one that is shown
 * @param jobs runs what the run button asks for
 * @param samples what the start screen offers; {@link Samples#none()} offers nothing
 * @param settings file that remembers theme, language and what was open; made when it is needed
 * @param outputFolder where outputs of runs are offered to go
 */
public record DesignerServices(
    Store store,
    Store.Workspace workspace,
    JobService jobs,
    Samples samples,
    Path settings,
    Path outputFolder) {}
