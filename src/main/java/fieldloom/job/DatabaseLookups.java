package fieldloom.job;

import fieldloom.function.DatabaseLookup;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Table;
import fieldloom.payload.FormatException;
import fieldloom.payload.TableRows;
import fieldloom.payload.table.TableLookup;
import fieldloom.payload.table.TablePlace;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The databases that the formulas of a run ask, each connected to when it is first asked. */
final class DatabaseLookups implements DatabaseLookup, AutoCloseable {
  private final RunRequest request;
  private final @Nullable TablePlaces places;
  private final Map<String, TableLookup> byConnection = new HashMap<>();
  private final Map<TablePlace, TableLookup> byPlace = new HashMap<>();

  DatabaseLookups(RunRequest request) {
    this.request = request;
    this.places = request.services().places();
  }

  @Override
  public Object find(String connection, String query, Object key) {
    try {
      return lookup(connection).find(query, key);
    } catch (FormatException e) {
      throw new ValueException("lookup-failed", String.valueOf(e.getMessage()));
    }
  }

  /** Refuses a connection before anything is read where it is none, or must not get the login. */
  void check(String connection) throws UnusableException {
    try {
      place(connection);
    } catch (ValueException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * All rows of the query of a lookup table, in the state of the database that formulas see too.
   *
   * @return null where the run was cancelled
   * @throws UnusableException where the database cannot be asked; one sentence
   */
  @Nullable TableRows rows(String table, Table.Query query, BooleanSupplier cancelled)
      throws UnusableException {
    check(query.connection());
    try {
      return lookup(query.connection()).rows(query.text(), RunRequest.usualMemory(), cancelled);
    } catch (FormatException e) {
      throw new UnusableException("The table " + table + " cannot be read: " + e.getMessage());
    }
  }

  private synchronized TableLookup lookup(String connection) throws FormatException {
    TableLookup known = byConnection.get(connection);
    if (known == null) {
      TablePlace place = place(connection);
      known = byPlace.get(place);
      if (known == null) {
        known = TableLookup.open(place);
        byPlace.put(place, known);
      }
      byConnection.put(connection, known);
    }
    return known;
  }

  /** The place of a source or target by name, or of a URL. */
  private TablePlace place(String connection) {
    if (request.inputs().get(connection) instanceof RunRequest.Input.Database database) {
      return database.place();
    }
    if (request.outputs().get(connection) instanceof RunRequest.Output.Database database) {
      return database.place();
    }
    if (!TablePlaces.isUrl(connection) || places == null) {
      throw new ValueException("unknown-connection", unknown(connection));
    }
    try {
      return places.named(connection);
    } catch (UnusableException e) {
      throw new ValueException("no-database", String.valueOf(e.getMessage()));
    }
  }

  private String unknown(String connection) {
    Mapping mapping = request.project().mapping();
    boolean inFile =
        Stream.concat(mapping.sources().stream(), mapping.targets().stream())
            .map(Document::name)
            .anyMatch(connection::equals);
    return inFile
        ? "The rows of %s are in a file in this run, so it cannot be asked: give its database."
            .formatted(connection)
        : "%s is no source or target that is a table, and no URL such as jdbc:postgresql://host/name."
            .formatted(Values.shown(connection));
  }

  @Override
  public synchronized void close() {
    byPlace.values().forEach(TableLookup::close);
  }
}
