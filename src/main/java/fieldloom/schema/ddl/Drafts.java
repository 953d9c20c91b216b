package fieldloom.schema.ddl;

import fieldloom.database.ForeignKey;
import fieldloom.database.TableId;
import fieldloom.schema.jdbc.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables of a script, found by name, and their foreign keys once all are known. */
final class Drafts {
  private final List<TableDraft> all = new ArrayList<>();
  private final Consumer<String> notes;

  Drafts(Consumer<String> notes) {
    this.notes = notes;
  }

  /** A table's identity from the parts of its name. */
  static TableId id(List<String> parts) {
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
    return new TableId(null, schema, parts.getLast());
  }

  void add(TableDraft table, int line) {
    for (TableDraft known : all) {
      if (known.id.equals(table.id)) {
        notes.accept(
            "The table " + table.id + " is defined again in line " + line + "; the first is read.");
        return;
      }
    }
    all.add(table);
  }

  /** The table that the parts of a name mean; null where there is none. */
  @Nullable TableDraft find(List<String> parts) {
    return find(parts, null);
  }

  /**
   * @param near schema that is looked in first where the name has none
   */
  private @Nullable TableDraft find(List<String> parts, @Nullable String near) {
    TableId wanted = id(parts);
    String schema = wanted.schema() == null ? near : wanted.schema();
    TableDraft other = null;
    for (TableDraft table : all) {
      if (table.id.name().equalsIgnoreCase(wanted.name())) {
        String own = table.id.schema();
        if (schema == null || own == null || own.equalsIgnoreCase(schema)) {
          return table;
        }
        other = table;
      }
    }
    return wanted.schema() == null ? other : null;
  }

  /** All of them, with the foreign keys that lead from one to another. */
  Tables tables() {
    Tables tables = new Tables();
    all.forEach(table -> tables.add(table.table()));
    for (TableDraft table : all) {
      for (TableDraft.Reference reference : table.references) {
        ForeignKey key = key(table, reference);
        if (key == null) {
          notes.accept(
              "A foreign key of "
                  + table.id
                  + " to "
                  + String.join(".", reference.table())
                  + " leads to no columns of this file and was passed over.");
        } else {
          tables.add(key);
        }
      }
    }
    return tables;
  }

  private @Nullable ForeignKey key(TableDraft child, TableDraft.Reference reference) {
    TableDraft parent = find(reference.table(), child.id.schema());
    if (parent == null) {
      return null;
    }
    List<String> own = child.spelt(reference.columns());
    List<String> refers =
        parent.spelt(reference.refers().isEmpty() ? parent.key : reference.refers());
    if (own == null || refers == null || own.size() != refers.size()) {
      return null;
    }
    return new ForeignKey(child.id, parent.id, own, refers);
  }
}
