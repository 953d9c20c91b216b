package fieldloom.store.h2;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fieldloom.model.Job;
import fieldloom.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The jobs of workspaces. */
final class Jobs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BODY_CHARS = 1_000_000;

  private final Workspaces workspaces;

  Jobs(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** What a job says beside its name, as it is kept. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      String mapping,
      Map<String, String> inputs,
      Map<String, String> outputs,
      Job.OnError onError,
      Map<String, String> set,
      @Nullable Long memory) {}

  private record Row(long id, long workspace, String name, String body, byte[] seal) {
    static Row map(ResultSet row, StatementContext context) throws SQLException {
      return new Row(
          row.getLong("id"),
          row.getLong("workspace"),
          row.getString("name"),
          row.getString("body"),
          row.getBytes("seal"));
    }

    byte[] sealed() {
      return Seal.of("job", id, workspace, name, body);
    }

    Job checked() throws StoreException {
      Rows.check(seal, sealed(), "the job \"" + name + "\"");
      try {
        Body b = JSON.readValue(body, Body.class);
        return new Job(
            id, name, b.mapping(), b.inputs(), b.outputs(), b.onError(), b.set(), b.memory());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a sealed job is no JSON", e);
      }
    }
  }

  List<Job> all(Handle h, long workspace) throws StoreException {
    List<Job> jobs = new ArrayList<>();
    for (Row row :
        h.createQuery("SELECT * FROM job WHERE workspace = ? ORDER BY name")
            .bind(0, workspace)
            .map(Row::map)) {
      jobs.add(row.checked());
    }
    return jobs;
  }

  /** The name of a job that must be there in that workspace. */
  String name(Handle h, long workspace, long job) throws StoreException {
    return one(h, workspace, job).checked().name();
  }

  Job save(Handle h, long workspace, Job job) throws StoreException {
    if (job.name().isBlank() || job.name().length() > 1_000) {
      throw new StoreException("A job needs a name of 1 to 1,000 characters.");
    }
    workspaces.used(h, workspace);
    Optional<Row> named =
        h.createQuery("SELECT * FROM job WHERE workspace = ? AND name = ?")
            .bind(0, workspace)
            .bind(1, job.name())
            .map(Row::map)
            .findOne();
    if (job.id() != 0) {
      one(h, workspace, job.id());
      if (named.isPresent() && named.get().id() != job.id()) {
        throw new StoreException(
            "There is another job named \"" + job.name() + "\"; choose another name.");
      }
    }
    boolean fresh = job.id() == 0 && named.isEmpty();
    long id = job.id() != 0 ? job.id() : named.map(Row::id).orElse(0L);
    id = fresh ? Rows.nextId(h, "job_id") : id;
    Row row = new Row(id, workspace, job.name(), body(job), new byte[0]);
    if (fresh) {
      h.execute(
          "INSERT INTO job (name, body, seal, workspace, id) VALUES (?, ?, ?, ?, ?)",
          row.name(),
          row.body(),
          row.sealed(),
          workspace,
          id);
      Rows.added(h, "job");
    } else {
      h.execute(
          "UPDATE job SET name = ?, body = ?, seal = ? WHERE workspace = ? AND id = ?",
          row.name(),
          row.body(),
          row.sealed(),
          workspace,
          id);
    }
    return job.withId(id);
  }

  private static Row one(Handle h, long workspace, long job) throws StoreException {
    Optional<Row> row =
        h.createQuery("SELECT * FROM job WHERE workspace = ? AND id = ?")
            .bind(0, workspace)
            .bind(1, job)
            .map(Row::map)
            .findOne();
    if (row.isEmpty()) {
      throw new StoreException("There is no job " + job + " in this workspace.");
    }
    return row.get();
  }

  private static String body(Job job) throws StoreException {
    try {
      String body =
          JSON.writeValueAsString(
              new Body(
                  job.mapping(),
                  job.inputs(),
                  job.outputs(),
                  job.onError(),
                  job.set(),
                  job.memory()));
      if (body.length() > MAX_BODY_CHARS) {
        throw new StoreException(
            "The job \""
                + job.name()
                + "\" is too long to keep; its files and parameters may have "
                + MAX_BODY_CHARS
                + " characters.");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a job is always writable as JSON", e);
    }
  }
}
