package fieldloom.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the names of types mean in PostgreSQL, MySQL and MariaDB, Oracle, SQL Server and H2. Where
 * one name means two things, the wider one holds.
 */
public final class TypeNames {
  /** Sizes from here on are a driver's way of saying that there is no limit. */
  private static final int NO_LIMIT = 100_000_000;

  /** More digits than any number has that is kept exactly. */
  private static final int MOST_DIGITS = 1_000;

  private static final Pattern ENUM = Pattern.compile("(?is)enum\\s*\\((.*)\\)");
  private static final Pattern SIZED =
      Pattern.compile("([a-z ]+)\\((\\d{1,9})(?:, ?(\\d{1,9}))?\\)");
  private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

  private TypeNames() {}

  /**
   * The type of that name.
   *
   * @param given such as {@code character varying}, {@code INT UNSIGNED}, {@code _int4}, {@code
   *     text[]}, {@code enum('A','B')}, without length and digits
   * @param size length or digits; null where none is given; 0 is a driver's way of saying that a
   *     number may have any digits
   * @param scale digits after the point; null where none are given
   * @return null where no such type is known
   */
  public static @Nullable ColumnType of(
      String given, @Nullable Integer size, @Nullable Integer scale) {
    String name = given.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher listed = ENUM.matcher(given.strip());
    if (listed.matches()) {
      return ColumnType.of("enum", Storage.TEXT).withValues(values(listed.group(1)));
    }
    String item = itemName(name);
    if (item != null) {
      ColumnType of = item(item, size, scale);
      return of == null ? null : ColumnType.array(name, of);
    }
    boolean unsigned = name.contains(" unsigned");
    String plain = name.replace(" unsigned", "").replace(" signed", "").replace(" zerofill", "");
    ColumnType whole = whole(given, plain, unsigned);
    return whole != null ? whole : other(given, plain, size, scale);
  }

  /** H2 writes the length into the name: {@code CHARACTER VARYING(9) ARRAY}. */
  private static @Nullable ColumnType item(
      String name, @Nullable Integer size, @Nullable Integer scale) {
    Matcher sized = SIZED.matcher(name);
    return sized.matches()
        ? of(
            sized.group(1),
            Integer.valueOf(sized.group(2)),
            sized.group(3) == null ? null : Integer.valueOf(sized.group(3)))
        : of(name, size, scale);
  }

  private static @Nullable String itemName(String name) {
    if (name.endsWith("[]")) {
      return name.substring(0, name.length() - 2).strip();
    }
    if (name.endsWith(" array")) {
      return name.substring(0, name.length() - 6);
    }
    return name.startsWith("_") && name.length() > 1 ? name.substring(1) : null;
  }

  /** The texts of a list such as {@code 'A','it''s'}. */
  static List<String> values(String list) {
    List<String> values = new ArrayList<>();
    Matcher matcher = VALUE.matcher(list);
    while (matcher.find()) {
      values.add(matcher.group(1).replace("''", "'"));
    }
    return values;
  }

  private static @Nullable ColumnType whole(String given, String name, boolean unsigned) {
    int bits =
        switch (name) {
          case "tinyint" -> 8;
          case "smallint", "int2", "smallserial", "serial2" -> 16;
          case "mediumint" -> 24;
          case "int", "integer", "int4", "serial", "serial4", "signed", "pls_integer" -> 32;
          case "bigint", "int8", "bigserial", "serial8" -> 64;
          default -> 0;
        };
    if (bits == 0) {
      return null;
    }
    BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
    BigInteger full = BigInteger.ONE.shiftLeft(bits);
    // TINYINT runs from 0 to 255 in SQL Server, from -128 to 127 elsewhere.
    boolean wide = unsigned || bits == 8;
    return ColumnType.range(
        given,
        new BigDecimal(unsigned ? BigInteger.ZERO : half.negate()),
        new BigDecimal((wide ? full : half).subtract(BigInteger.ONE)));
  }

  private static @Nullable ColumnType other(
      String given, String name, @Nullable Integer size, @Nullable Integer scale) {
    return switch (name) {
      case "numeric", "decimal", "dec", "number", "fixed" -> exact(given, size, scale);
      case "money" -> ColumnType.number(given, Storage.EXACT, 19, 4);
      case "smallmoney" -> ColumnType.number(given, Storage.EXACT, 10, 4);
      case "decfloat", "decimal float" -> ColumnType.of(given, Storage.EXACT);
      case "real", "float4", "binary_float" -> ColumnType.of(given, Storage.SINGLE);
      case "float", "double", "double precision", "float8", "binary_double" ->
          ColumnType.of(given, Storage.DOUBLE);
      case "boolean", "bool" -> ColumnType.of(given, Storage.BOOLEAN);
      case "bit" ->
          size == null || size <= 1
              ? ColumnType.of(given, Storage.BOOLEAN)
              : ColumnType.of(given, Storage.BYTES);
      case "char", "character", "nchar", "national character", "national char", "bpchar" ->
          ColumnType.text(given, Storage.PADDED, size == null ? Integer.valueOf(1) : limit(size));
      case "varchar",
          "varchar2",
          "nvarchar",
          "nvarchar2",
          "character varying",
          "char varying",
          "national character varying",
          "national char varying",
          "nchar varying",
          "varchar_ignorecase",
          "varcharacter",
          "string" ->
          ColumnType.text(given, Storage.TEXT, limit(size));
      case "tinytext" -> ColumnType.text(given, Storage.TEXT, 255);
      case "text",
          "mediumtext",
          "longtext",
          "ntext",
          "citext",
          "clob",
          "nclob",
          "character large object",
          "char large object",
          "national character large object",
          "long",
          "xml",
          "xmltype",
          "set",
          "enum" ->
          ColumnType.of(given, Storage.TEXT);
      case "uuid", "uniqueidentifier" -> ColumnType.text(given, Storage.UUID, 36);
      case "json", "jsonb" -> ColumnType.of(given, Storage.JSON);
      case "year" -> ColumnType.range(given, BigDecimal.ZERO, BigDecimal.valueOf(9_999));
      default -> momentOrBytes(given, name, size, scale);
    };
  }

  private static @Nullable ColumnType momentOrBytes(
      String given, String name, @Nullable Integer size, @Nullable Integer scale) {
    return switch (name) {
      case "date" -> ColumnType.of(given, Storage.DATE);
      case "time", "time without time zone" -> ColumnType.time(given, Storage.TIME, scale);
      case "timetz", "time with time zone" -> ColumnType.time(given, Storage.ZONED_TIME, scale);
      case "timestamp", "timestamp without time zone", "datetime", "datetime2", "smalldatetime" ->
          ColumnType.time(given, Storage.DATETIME, scale);
      case "timestamptz",
          "timestamp with time zone",
          "timestamp with local time zone",
          "datetimeoffset" ->
          ColumnType.time(given, Storage.ZONED_DATETIME, scale);
      case "bytea",
          "blob",
          "tinyblob",
          "mediumblob",
          "longblob",
          "binary large object",
          "long raw",
          "image",
          "rowversion",
          "bfile" ->
          ColumnType.of(given, Storage.BYTES);
      case "binary", "varbinary", "binary varying", "raw" ->
          ColumnType.text(given, Storage.BYTES, limit(size));
      case "varbit",
          "bit varying",
          "inet",
          "inet4",
          "inet6",
          "cidr",
          "macaddr",
          "macaddr8",
          "tsvector",
          "tsquery",
          "point",
          "geometry",
          "geography",
          "hierarchyid",
          "sql_variant",
          "rowid",
          "urowid" ->
          ColumnType.of(given, Storage.OTHER);
      default -> name.startsWith("interval") ? ColumnType.of(given, Storage.OTHER) : null;
    };
  }

  private static ColumnType exact(String given, @Nullable Integer size, @Nullable Integer scale) {
    Integer digits = size == null || size == 0 || size > MOST_DIGITS ? null : size;
    boolean unlimited = size != null && size == 0;
    if (unlimited || scale == null && digits == null) {
      return ColumnType.of(given, Storage.EXACT);
    }
    int after = scale == null ? 0 : scale;
    if (after > 0) {
      return ColumnType.number(given, Storage.EXACT, digits, after);
    }
    // NUMBER(5,-2) of Oracle counts in hundreds and has seven digits.
    return ColumnType.number(given, Storage.WHOLE, digits == null ? null : digits - after, 0);
  }

  private static @Nullable Integer limit(@Nullable Integer size) {
    return size == null || size <= 0 || size >= NO_LIMIT ? null : size;
  }
}
