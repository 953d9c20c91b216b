package fieldloom.ui.shell;

import fieldloom.store.Store;
import fieldloom.ui.jobs.JobRunner;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.SessionThreads;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * What the window works with.
 *
 * @param outputFolder where outputs of runs are offered to go
 * @param fxThread where counts of a run arrive
 */
public record ShellServices(
    Store store,
    Store.Workspace workspace,
    JobRunner runner,
    Samples samples,
    Settings settings,
    Choosers choosers,
    Background background,
    SessionThreads threads,
    Executor fxThread,
    Path outputFolder) {}
