package fieldloom.ui.shell;

import fieldloom.pack.Project;
import fieldloom.ui.session.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping read from the workspace, before it is shown.
 *
 * @param samples paths of its samples in the workspace
 * @param sample the one to show first; null where there is none
 * @param sampleProblem why the first sample cannot be shown; null where it can or there is none
 */
public record LoadedMapping(
    String path,
    int version,
    Project project,
    List<String> samples,
    @Nullable Sample sample,
    @Nullable String sampleProblem) {}
