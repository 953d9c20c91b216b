package fieldloom.ui.shell;

import fieldloom.job.ProjectLoader;
import fieldloom.store.Store;
import fieldloom.ui.jobs.JobRunner;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.tests.TestRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the window works with.
 *
 * @param loader reads mappings of the workspace with their schemas
 * @param tester runs the test cases of the mapping at a path of the workspace
 * @param fxThread where counts of a run arrive
 * @param outputFolder where outputs of runs are offered to go
 * @param environment variables of the process, with the login for a database
 */
public record ShellServices(
    Store store,
    Store.Workspace workspace,
    ProjectLoader loader,
    JobRunner runner,
    Function<String, TestRunner> tester,
    Samples samples,
    Settings settings,
    Choosers choosers,
    Background background,
    SessionThreads threads,
    Executor fxThread,
    Path outputFolder,
    Map<String, String> environment) {}
