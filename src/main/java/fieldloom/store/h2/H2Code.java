package fieldloom.store.h2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.MetaRecord;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;
import org.jspecify.annotations.Nullable;

/**
 * What an H2 database does by itself. Opening one runs the statements that it keeps about itself,
 * and with them programs that stand in it: Java of an alias is compiled and run for a generated
 * column before anything was asked for. These statements are therefore read without H2 first.
 */
public final class H2Code {
  /** Names, texts and comments: what stands in them is no word of a statement. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\$\\$.*?\\$\\$|--[^\\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  /** Words of statements that load classes, run programs, or reach files and the network. */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "\\b(ALIAS|AGGREGATE|TRIGGER|LINKED|ENGINE|JAVA_OBJECT_SERIALIZER|AUTHENTICATOR"
              + "|DATABASE_EVENT_LISTENER|FILE_READ|FILE_WRITE|CSVREAD|CSVWRITE|LINK_SCHEMA"
              + "|RUNSCRIPT|SCRIPT|BACKUP|CALL|EXECUTE)\\b",
          Pattern.CASE_INSENSITIVE);

  private H2Code() {}

  /**
   * The first word of a database's own statements that would do more than describe tables.
   *
   * @param file of the database; need not be there
   * @return such as {@code trigger}; null where there is none, and where the file is held by a
   *     program or damaged, which H2 says itself
   */
  public static @Nullable String find(Path file) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    MVStore store;
    try {
      store = new MVStore.Builder().fileName(file.toString()).readOnly().open();
    } catch (MVStoreException e) {
      // Held by a program or damaged: H2 opens it in the same way, and says so itself.
      return null;
    }
    try {
      return find(store);
    } finally {
      store.closeImmediately();
    }
  }

  private static @Nullable String find(MVStore store) {
    if (!store.hasMap("table.0")) {
      return null;
    }
    TransactionStore transactions = new TransactionStore(store, new ValueDataType());
    transactions.init();
    TransactionMap<Long, Row> statements = transactions.begin().openMap("table.0");
    Iterator<Long> keys = statements.keyIterator(null);
    while (keys.hasNext()) {
      Row row = statements.get(keys.next());
      if (row != null) {
        String sql = QUOTED.matcher(new MetaRecord(row).getSQL()).replaceAll(" ");
        Matcher active = ACTIVE.matcher(sql);
        if (active.find()) {
          return active.group(1).toLowerCase(Locale.ROOT);
        }
      }
    }
    return null;
  }
}
