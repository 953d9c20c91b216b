package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store the commands of {@code job} work on. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "The folder of the store; FIELDLOOM_HOME or the data folder by default.")
  private @Nullable Path folder;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "Only the jobs of this workspace.")
  private @Nullable String workspace;

  Path folder() {
    return folder == null ? Stores.defaultFolder() : folder;
  }

  Store open() throws StoreException {
    return Stores.open(folder());
  }

  /** A job and the workspace it is in. */
  record Found(Store.Workspace workspace, Job job) {}

  /** The workspaces that were asked for. */
  List<Store.Workspace> workspaces(Store store) throws StoreException, UnusableException {
    List<Store.Workspace> all = store.workspaces();
    if (workspace == null) {
      return all;
    }
    List<Store.Workspace> named = all.stream().filter(it -> it.name().equals(workspace)).toList();
    if (named.isEmpty()) {
      throw new UnusableException(
          "There is no workspace \"" + workspace + "\" in " + folder() + "; " + there(all));
    }
    return named;
  }

  /** The jobs that were asked for. */
  List<Found> jobs(Store store) throws StoreException, UnusableException {
    List<Found> jobs = new ArrayList<>();
    for (Store.Workspace each : workspaces(store)) {
      store.jobs(each.id()).forEach(job -> jobs.add(new Found(each, job)));
    }
    return jobs;
  }

  /** The one job of a name. */
  Found job(Store store, String name) throws StoreException, UnusableException {
    List<Found> jobs = jobs(store);
    List<Found> named = jobs.stream().filter(it -> it.job().name().equals(name)).toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    if (named.isEmpty()) {
      String names =
          jobs.isEmpty()
              ? "it has none; make one in the designer."
              : "it has: "
                  + jobs.stream().map(it -> it.job().name()).collect(Collectors.joining(", "))
                  + ".";
      throw new UnusableException(
          "There is no job \"" + name + "\" in the store " + folder() + "; " + names);
    }
    throw new UnusableException(
        "There are "
            + named.size()
            + " jobs \""
            + name
            + "\"; say which with --workspace, one of: "
            + named.stream().map(it -> it.workspace().name()).collect(Collectors.joining(", "))
            + ".");
  }

  private static String there(List<Store.Workspace> all) {
    return all.isEmpty()
        ? "it is empty; run `fieldloom demo` or open the designer."
        : "there are: "
            + all.stream().map(Store.Workspace::name).collect(Collectors.joining(", "))
            + ".";
  }
}
