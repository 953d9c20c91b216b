package fieldloom.ui.jobs;

import fieldloom.model.Job;
import fieldloom.store.Store.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list: a job with its runs, or the runs of a mapping that no job made.
 *
 * @param job null for runs without one
 * @param runs the newest first
 */
public record JobEntry(@Nullable Job job, String name, String mapping, List<Run> runs) {
  public JobEntry {
    runs = List.copyOf(runs);
  }

  /** The newest run; null where it never ran. */
  public @Nullable Run last() {
    return runs.isEmpty() ? null : runs.getFirst();
  }

  /** Whether two entries, perhaps of different moments, are of the same thing. */
  public boolean isSame(@Nullable JobEntry other) {
    return other != null && key().equals(other.key());
  }

  private String key() {
    return job == null ? mapping : "#" + job.id();
  }

  /** All jobs, those that ran last first, and behind them what ran without a job. */
  static List<JobEntry> of(List<Job> jobs, List<Run> runs) {
    Map<Long, List<Run>> byJob = new LinkedHashMap<>();
    Map<String, List<Run>> without = new LinkedHashMap<>();
    for (Run run : runs) {
      if (run.job() != null && jobs.stream().anyMatch(job -> run.job() == job.id())) {
        byJob.computeIfAbsent(run.job(), id -> new ArrayList<>()).add(run);
      } else {
        without.computeIfAbsent(run.mapping(), path -> new ArrayList<>()).add(run);
      }
    }
    List<JobEntry> entries = new ArrayList<>();
    for (Job job : jobs) {
      entries.add(
          new JobEntry(job, job.name(), job.mapping(), byJob.getOrDefault(job.id(), List.of())));
    }
    without.forEach(
        (mapping, its) -> entries.add(new JobEntry(null, its.getFirst().jobName(), mapping, its)));
    entries.sort((a, b) -> Long.compare(newest(b), newest(a)));
    return entries;
  }

  private static long newest(JobEntry entry) {
    Run last = entry.last();
    return last == null ? -1 : last.id();
  }
}
