package fieldloom.job;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.database.DatabaseException;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.payload.table.TablePlace;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables of a mapping are, and who connects there. A URL that the user types gets the
 * login of the environment; one that stands in a mapping or a job gets it where the environment
 * says that it is for that very database.
 */
public final class TablePlaces {
  /** The format whose records are rows of databases. */
  static final String FORMAT = "table";

  private static final String URL = "url";
  private static final String SCHEME = "jdbc:";

  private final Mapping mapping;
  private final Map<String, String> environment;
  private final ZoneId zone;
  private final boolean foreign;

  /**
   * @param foreign whether the mapping is somebody else's: the databases it names are then only
   *     connected to where the user names them too
   * @param set parameters of the run; ZONE is heeded
   * @param environment variables of the process
   */
  public TablePlaces(
      Mapping mapping, boolean foreign, Map<String, String> set, Map<String, String> environment) {
    this.mapping = mapping;
    this.foreign = foreign;
    this.environment = environment;
    this.zone = zone(set.getOrDefault("ZONE", mapping.zone()));
  }

  /** A zone that is none ends the run before anything is written. */
  private static ZoneId zone(@Nullable String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** Whether what is given for an input or output is a database rather than a file. */
  public static boolean isUrl(String given) {
    return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** The place of a URL that the user typed for this run. */
  public TablePlace typed(String url) throws UnusableException {
    try {
      return new TablePlace(JdbcUrl.parse(url), Login.of(environment), zone);
    } catch (DatabaseException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /** The place of a URL that a file names. */
  TablePlace named(String url) throws UnusableException {
    try {
      JdbcUrl place = JdbcUrl.parse(url);
      String known = Login.of(environment).only();
      if (foreign && (known == null || !JdbcUrl.parse(known).isSamePlace(place))) {
        throw new UnusableException(
            "The package names the database "
                + place
                + ", to which nobody here has agreed; where it is the right one, give it with --in"
                + " or --out, or set "
                + Login.URL_VARIABLE
                + " to it.");
      }
      Login login = Login.forFile(environment, place);
      String only = login.only();
      return new TablePlace(
          only == null ? place : place.asSafeAs(JdbcUrl.parse(only)), login, zone);
    } catch (DatabaseException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /** Adds the databases that the mapping names, for sources that nothing else is given for. */
  public Map<String, RunRequest.Input> inputs(Map<String, RunRequest.Input> given)
      throws UnusableException {
    Map<String, RunRequest.Input> all = new LinkedHashMap<>(given);
    for (Document source : mapping.sources()) {
      String url = url(source);
      if (url != null && !all.containsKey(source.name())) {
        all.put(source.name(), new RunRequest.Input.Database(named(url)));
      }
    }
    return all;
  }

  /** Adds the databases that the mapping names, for targets that nothing else is given for. */
  public Map<String, RunRequest.Output> outputs(Map<String, RunRequest.Output> given)
      throws UnusableException {
    Map<String, RunRequest.Output> all = new LinkedHashMap<>(given);
    for (Document target : mapping.targets()) {
      String url = url(target);
      if (url != null && !all.containsKey(target.name())) {
        all.put(target.name(), new RunRequest.Output.Database(named(url)));
      }
    }
    return all;
  }

  private static @Nullable String url(Document document) {
    JsonNode options = document.options();
    JsonNode url = options == null ? null : options.get(URL);
    return document.format().equals(FORMAT) && url != null && url.isTextual()
        ? url.textValue()
        : null;
  }
}
