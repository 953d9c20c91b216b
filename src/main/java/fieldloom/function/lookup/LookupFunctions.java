package fieldloom.function.lookup;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Tables;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.util.List;

/** The Lookup group of the library. */
public final class LookupFunctions {
  private LookupFunctions() {}

  public static List<FunctionDef> all() {
    return List.of(lookup(), lookupRange(), existsIn(), ListLookup.lookupIn(), lookupDb());
  }

  private static FunctionDef lookup() {
    return define(
            "LOOKUP",
            Group.LOOKUP,
            "The value of a key in a lookup table; the column by name or from 1 after the key.",
            "在对照表中按键取值；列用列名或键之后从 1 数起的序号指定。")
        .param("table", Kind.TEXT)
        .param("key", Kind.ANY)
        .optional("column", Kind.ANY)
        .example("LOOKUP(\"units\", \"kg\")", "\"KGM\"")
        .example("LOOKUP(\"units\", \"kg\", \"name\")", "\"kilogram\"")
        .example("LOOKUP(\"units\", \"m\", 2)", "\"metre\"")
        .example("LOOKUP(\"units\", \"xyz\")", "error")
        .example("LOOKUP(\"units\", FIRST([]))", "absent")
        .example("LOOKUP(\"units\", NULL)", "null")
        .aliases("vlookup", "value-map", "xlookup", "map value")
        .body(
            a -> {
              LookupTable table = Tables.named(a, 0);
              Object key = a.value(1);
              Object[] row = table.find(key);
              return row == null ? table.otherwise(key) : cell(a, table, row, 0);
            });
  }

  private static FunctionDef lookupRange() {
    return define(
            "LOOKUP_RANGE",
            Group.LOOKUP,
            "The value of the interval that holds a number, as in price brackets, or what the"
                + " table's key type says, such as a date; the rows are from (included), to"
                + " (excluded, null: open), values.",
            "取数值（或按对照表键类型的日期等）所在区间对应的值，如价格阶梯；每行为起（含）、止（不含，空为无界）和各值。")
        .param("table", Kind.TEXT)
        .param("key", Kind.ANY)
        .optional("column", Kind.ANY)
        .example("LOOKUP_RANGE(\"brackets\", 99.99)", "\"small\"")
        .example("LOOKUP_RANGE(\"brackets\", 100)", "\"large\"")
        .example("LOOKUP_RANGE(\"brackets\", 5000, 2)", "0.05")
        .example("LOOKUP_RANGE(\"brackets\", -1)", "error")
        .aliases("approximate lookup", "range lookup", "price bracket")
        .body(
            a -> {
              LookupTable table = Tables.named(a, 0);
              Object key = a.value(1);
              Object[] row = table.findRange(key);
              return row == null ? table.otherwise(key) : cell(a, table, row, 1);
            });
  }

  private static FunctionDef existsIn() {
    return define(
            "EXISTS_IN", Group.LOOKUP, "Whether a lookup table has a row for a key.", "对照表中是否有该键。")
        .param("table", Kind.TEXT)
        .param("key", Kind.ANY)
        .returns(ValueType.BOOLEAN)
        .example("EXISTS_IN(\"units\", \"kg\")", "true")
        .example("EXISTS_IN(\"units\", \"xyz\")", "false")
        .example("EXISTS_IN(\"units\", NULL)", "null")
        .aliases("contains key", "is in table")
        .body(a -> Tables.named(a, 0).find(a.value(1)) != null);
  }

  private static FunctionDef lookupDb() {
    return define(
            "LOOKUP_DB",
            Group.LOOKUP,
            "What a query of a database finds for a key, which stands for the ? in it: the value, or"
                + " an object where it selects several columns; absent where there is no row, an"
                + " error where there are several. The connection is the name of a source or target"
                + " that is a table, or a URL. Tests say what it answers.",
            "用键（代入查询中的 ?）查询数据库：返回该值，选取多列时返回对象；没有行则缺失，多行则出错。connection 为表格式的源或目标"
                + "的名称，或 JDBC 地址。测试中写明其结果。")
        .param("connection", Kind.TEXT)
        .param("query", Kind.TEXT)
        .param("key", Kind.ANY)
        .example(
            "LOOKUP_DB(\"jdbc:postgresql://db.example.com/erp\", \"SELECT name FROM item WHERE"
                + " code = ?\", FIRST([]))",
            "absent")
        .example(
            "LOOKUP_DB(\"jdbc:postgresql://db.example.com/erp\", \"SELECT name FROM item WHERE"
                + " code = ?\", NULL)",
            "null")
        .example(
            "LOOKUP_DB(\"jdbc:postgresql://db.example.com/erp\", \"SELECT name FROM item WHERE"
                + " code = ?\", \"A1\")",
            "error")
        .aliases("sql lookup", "database lookup", "execute query", "select", "数据库查询")
        .body(a -> a.context().databases().find(a.text(0), a.text(1), a.value(2)));
  }

  /**
   * The cell that the third argument names, else the first value.
   *
   * @param lastKey index of the last column that belongs to the key
   */
  private static Object cell(Arguments a, LookupTable table, Object[] row, int lastKey) {
    int index;
    if (!a.has(2)) {
      index = lastKey + 1;
    } else if (a.value(2) instanceof String name) {
      index = table.column(name);
    } else {
      index = lastKey + a.integer(2);
      index = a.integer(2) < 1 ? -1 : index;
    }
    if (index < 0 || index >= table.columns()) {
      String column = a.has(2) ? Values.shown(a.value(2)) : "after its key";
      throw new ValueException(
          "unknown-column", "Table “%s” has no column %s.".formatted(table.name(), column));
    }
    return index < row.length ? row[index] : Absent.ABSENT;
  }
}
