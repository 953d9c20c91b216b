package fieldloom.ui.jobs;

import fieldloom.job.RunListener;
import fieldloom.model.Job;
import fieldloom.store.Store;
import java.util.concurrent.Callable;

/**
 * What runs a job and notes the run in the store. A port, so that views are tested without files.
 */
public interface JobRunner {

  /**
   * A piece of work that runs a job to its end.
   *
   * @param job as it is in the store
   * @param listener told of the run's course on its own thread
   * @return work whose exceptions are sentences
   */
  Callable<Store.Run> running(Job job, RunListener listener);
}
