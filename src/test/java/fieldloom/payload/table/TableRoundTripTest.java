package fieldloom.payload.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.IsoText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows that are written are read again as they were, whatever they hold. */
class TableRoundTripTest {

  private static Arbitrary<Object> orNull(Arbitrary<?> values) {
    return values.map(Object.class::cast).injectNull(0.15).map(v -> v == null ? Null.NULL : v);
  }

  private static Arbitrary<Object> texts() {
    return orNull(
        Arbitraries.strings()
            .withChars("a'\"\\\n\t;?-% 华é\u00a0\uFEFF\u2028")
            .withCharRange('\ud800', '\udfff')
            .ofMaxLength(20)
            .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text)));
  }

  private static Arbitrary<Object> decimals() {
    return orNull(
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
            .ofScale(8)
            .map(Num::of));
  }

  private static Arbitrary<LocalDateTime> moments() {
    return Arbitraries.longs()
        .between(-62_135_596_800L, 253_402_300_799L)
        .flatMap(
            second ->
                Arbitraries.integers()
                    .between(0, 999_999_999)
                    .map(nano -> LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC)));
  }

  private static Arbitrary<Obj> rows(int depth) {
    Arbitrary<Object> zoned =
        orNull(
            Combinators.combine(moments(), Arbitraries.integers().between(-18, 18))
                .as((time, hours) -> IsoText.of(time.atOffset(ZoneOffset.ofHours(hours)))));
    Arbitrary<Obj> plain =
        Combinators.combine(
                texts(),
                decimals(),
                orNull(Arbitraries.longs().map(Num::of)),
                orNull(Arbitraries.of(true, false)),
                orNull(moments().map(LocalDateTime::toLocalDate).map(LocalDate::toString)),
                orNull(
                    moments().map(LocalDateTime::toLocalTime).map((LocalTime t) -> IsoText.of(t))),
                orNull(moments().map(IsoText::of)),
                zoned)
            .as(
                (text, decimal, whole, flag, date, time, datetime, moment) ->
                    new Obj()
                        .put("TEXT", text)
                        .put("AMOUNT", decimal)
                        .put("WHOLE", whole)
                        .put("FLAG", flag)
                        .put("DUE", date)
                        .put("CLOCK", time)
                        .put("MADE", datetime)
                        .put("MOMENT", moment));
    Arbitrary<Obj> row =
        Combinators.combine(
                plain,
                orNull(
                    Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(9)
                        .map(bytes -> new Binary(bytes).base64())),
                orNull(Arbitraries.integers().map(Num::of).list().ofMaxSize(3)))
            .as((object, bytes, list) -> object.put("RAW", bytes).put("LIST", list));
    if (depth == 0) {
      return row;
    }
    return Combinators.combine(row, rows(depth - 1).list().ofMaxSize(3))
        .as(
            (object, items) -> {
              List<Object> numbered = new ArrayList<>();
              for (Obj item : items) {
                numbered.add(numbered(numbered.size(), item));
              }
              return object.put("ITEM", numbered);
            });
  }

  private static Obj numbered(int number, Obj row) {
    Obj all = new Obj().put("ID", Num.of(number));
    row.fields().forEach(all::put);
    return all;
  }

  @Provide
  Arbitrary<List<Obj>> records() {
    return rows(1).list().ofMinSize(1).ofMaxSize(6);
  }

  private static String table(String name, String more) {
    return "CREATE TABLE "
        + name
        + " (id INT NOT NULL, "
        + more
        + " text VARCHAR(40), amount DECIMAL(60, 8), whole BIGINT, flag BOOLEAN, due DATE,"
        + " clock TIME(9), made TIMESTAMP(9), moment TIMESTAMP(9) WITH TIME ZONE,"
        + " raw VARBINARY(20), list INT ARRAY, ";
  }

  @Property(tries = 60)
  void rowsWithTheRowsInThem(@ForAll("records") List<Obj> rows) throws Exception {
    TestDatabase database = TestServer.H2.fresh();
    database.execute(
        table("record", "") + "PRIMARY KEY (id))",
        table("item", "of_record INT NOT NULL, ")
            + "PRIMARY KEY (of_record, id), FOREIGN KEY (of_record) REFERENCES record (id))");
    List<Object> records = new ArrayList<>();
    for (Obj row : rows) {
      records.add(numbered(records.size(), row));
    }
    try (TableSession session = TableSession.open(Tables.place(database));
        TableWriter writer = session.writer(Tables.spec("{'table': 'record'}"))) {
      for (Object record : records) {
        writer.write(record);
      }
      writer.finish();
      session.commit();
    }

    List<Object> read = new ArrayList<>();
    try (RecordReader reader =
        TableRecords.read(Tables.place(database), Tables.spec("{'table': 'record'}"))) {
      for (RecordReader.InputRecord one = reader.next(); one != null; one = reader.next()) {
        read.add(one.value());
      }
    }
    database.execute("SHUTDOWN");
    assertThat(read).isEqualTo(records);
  }
}
