package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Each.OrderBy;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Mappings of every shape, with members and text that people would not think of. */
public final class GeneratedMappings {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GeneratedMappings() {}

  public static Arbitrary<Mapping> mappings() {
    Arbitrary<List<Document>> documents = documents().list().ofMinSize(1).ofMaxSize(2);
    Arbitrary<Mapping> head =
        Combinators.combine(text(), documents, documents, extras())
            .as(
                (name, sources, targets, extras) ->
                    new Mapping(
                        name,
                        sources,
                        targets,
                        targets.size() == 1,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        extras));
    Arbitrary<List<Rule>> rules = rules().list().ofMaxSize(4);
    return Combinators.combine(
            head,
            rules,
            variables().list().ofMaxSize(2),
            tables().list().ofMaxSize(2),
            functions().list().ofMaxSize(2),
            params().list().ofMaxSize(2),
            tests().list().ofMaxSize(2),
            Combinators.combine(optional(text()), optional(text()), optional(object()))
                .as(Ending::new))
        .as(
            (m, r, v, t, f, p, c, end) ->
                new Mapping(
                    m.name(),
                    m.sources(),
                    m.targets(),
                    m.singleTarget(),
                    r,
                    v,
                    t,
                    f,
                    p,
                    c,
                    end.zone(),
                    end.locale(),
                    end.layout(),
                    m.extras()));
  }

  private record Ending(String zone, String locale, JsonNode layout) {}

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "", "order.lines[]", "a \"b\" \\ c", "客户 😀", "\u2028\u0000\t\r\n", "\ud800"),
        Arbitraries.strings().ofMaxLength(12));
  }

  /** A member's name; the parser takes no half characters in names. */
  private static Arbitrary<String> name() {
    return text().filter(t -> t.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }

  private static <T> Arbitrary<T> optional(Arbitrary<T> value) {
    return value.injectNull(0.5);
  }

  private static Arbitrary<JsonNode> number() {
    return Arbitraries.of(
            "0",
            "-0",
            "1.0",
            "1.00",
            "1E+2",
            "1e2",
            "-12.50e-3",
            "9007199254740993",
            "123456789012345678901234567890",
            "0.0000001",
            "2147483648",
            "1e9999")
        .map(ExactNumber::of);
  }

  private static Arbitrary<JsonNode> scalar() {
    return Arbitraries.oneOf(
        number(),
        text().map(NODES::textNode),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.just(NODES.nullNode()));
  }

  private static Arbitrary<JsonNode> any() {
    return any(2);
  }

  /** Values inside values to that depth; without a bound some grow until the heap is full. */
  private static Arbitrary<JsonNode> any(int depth) {
    if (depth == 0) {
      return scalar();
    }
    return Arbitraries.oneOf(
        scalar(),
        scalar(),
        object(depth).map(o -> (JsonNode) o),
        any(depth - 1).list().ofMaxSize(3).map(GeneratedMappings::array));
  }

  private static JsonNode array(List<JsonNode> items) {
    return MappingEncoder.array(items, item -> item);
  }

  private static Arbitrary<JsonNode> object() {
    return object(3);
  }

  private static Arbitrary<JsonNode> object(int depth) {
    return Arbitraries.maps(name(), any(depth - 1))
        .ofMaxSize(3)
        .map(
            members -> {
              ObjectNode object = NODES.objectNode();
              members.forEach(object::set);
              return object;
            });
  }

  /** Unknown members; the prefix keeps them from bearing a known name. */
  private static Arbitrary<Extras> extras() {
    Arbitrary<Extras> some =
        Arbitraries.maps(name().map(t -> "x-" + t), any()).ofMaxSize(2).map(Extras::new);
    return Arbitraries.oneOf(Arbitraries.just(Extras.NONE), some);
  }

  private static Arbitrary<Document> documents() {
    Arbitrary<SchemaRef> schema =
        Arbitraries.oneOf(
            Arbitraries.of(
                new SchemaRef.File("a.json"),
                new SchemaRef.Catalog(""),
                new SchemaRef.Catalog("erp/sales-order"),
                new SchemaRef.None()),
            object().map(SchemaRef.Inline::new));
    Arbitrary<JsonNode> options = any().map(value -> NODES.objectNode().set("x", value));
    Arbitrary<Document.Intake> intake =
        Combinators.combine(
                optional(text()),
                optional(groups()),
                optional(Arbitraries.of("key", "adjacent", "startingWith", "blocks")))
            .as((where, by, kind) -> intake(where, by, by == null ? null : kind));
    return Combinators.combine(
            text().filter(t -> !t.isEmpty()),
            Arbitraries.of("json", "ndjson", "xml", "csv", "fixed", "xlsx", "edi", "table"),
            schema,
            optional(options),
            optional(intake),
            extras())
        .as(Document::new);
  }

  /** What says nothing is none. */
  private static Document.Intake intake(String where, GroupBy by, String kind) {
    return where == null && by == null ? null : new Document.Intake(where, by, kind);
  }

  private static Arbitrary<Rule> rules() {
    Arbitrary<String[]> value =
        Combinators.combine(optional(text()), Arbitraries.of(0, 1))
            .as((t, i) -> i == 0 ? new String[] {t, null} : new String[] {null, t});
    return Combinators.combine(
            text(),
            value,
            optional(loops()),
            optional(text()),
            optional(text()),
            optional(text()),
            optional(any()),
            extras())
        .as(
            (to, v, each, when, in, target, def, extras) ->
                new Rule(to, v[0], v[1], each, when, in, target, def, extras));
  }

  private static Arbitrary<Each> loops() {
    Arbitrary<Join> joins =
        Combinators.combine(
                text(),
                text(),
                text(),
                optional(Arbitraries.of("inner", "left")),
                optional(Arbitraries.of("all", "first", "unique")),
                optional(text()),
                extras())
            .as(Join::new);
    Arbitrary<OrderBy> orders =
        Combinators.combine(text(), Arbitraries.of(true, false), optional(text()), extras())
            .as(OrderBy::new);
    return Combinators.combine(
            text(),
            optional(text()),
            joins.list().ofMaxSize(2),
            optional(text()),
            optional(text().list().ofMaxSize(2)),
            optional(groups()),
            optional(Arbitraries.of("key", "adjacent", "startingWith", "blocks")),
            orders.list().ofMaxSize(2))
        .as(
            (over, as, join, where, distinct, group, kind, order) ->
                new Each(
                    over, as, join, where, distinct, group, group == null ? null : kind, order));
  }

  private static Arbitrary<GroupBy> groups() {
    Arbitrary<GroupBy> single =
        Combinators.combine(Arbitraries.oneOf(text(), Arbitraries.of("1", "10", "007")), extras())
            .as((by, e) -> new GroupBy(List.of(new GroupBy.Key(by, null, e)), true));
    Arbitrary<GroupBy.Key> keys =
        Combinators.combine(text(), optional(text()), extras()).as(GroupBy.Key::new);
    return Arbitraries.oneOf(
        single, keys.list().ofMinSize(1).ofMaxSize(3).map(list -> new GroupBy(list, false)));
  }

  private static Arbitrary<Mapping.Variable> variables() {
    return Combinators.combine(text(), text(), optional(text()), extras())
        .as(Mapping.Variable::new);
  }

  private static Arbitrary<Table> tables() {
    Arbitrary<Otherwise> otherwise =
        Arbitraries.oneOf(
            Arbitraries.of(new Otherwise.Fail(), new Otherwise.Input()),
            any().map(Otherwise.Value::new));
    Arbitrary<JsonNode> from =
        text()
            .filter(t -> !t.isEmpty())
            .map(file -> NODES.objectNode().put("csv", file).put("delimiter", ";"));
    Arbitrary<List<List<JsonNode>>> rows =
        any().list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(3);
    return Combinators.combine(
            text(),
            text().list().ofMaxSize(2),
            optional(Arbitraries.of("string", "decimal")),
            rows,
            optional(from),
            otherwise,
            extras())
        .as(
            (name, columns, type, r, f, o, e) ->
                new Table(name, columns, type, f == null ? r : List.of(), f, o, e));
  }

  private static Arbitrary<Mapping.OwnFunction> functions() {
    return Combinators.combine(text(), text().list().ofMaxSize(2), text(), extras())
        .as(Mapping.OwnFunction::new);
  }

  private static Arbitrary<Mapping.Param> params() {
    return Combinators.combine(
            text(),
            optional(Arbitraries.of("string", "decimal", "date")),
            optional(any()),
            extras())
        .as(Mapping.Param::new);
  }

  private static Arbitrary<Mapping.TestCase> tests() {
    Arbitrary<Map<String, String>> texts = Arbitraries.maps(name(), text()).ofMaxSize(2);
    return Combinators.combine(
            text(), texts, optional(text()), texts, texts, texts, lookups(), ignored())
        .as(
            (name, in, expect, expects, set, tables, lookups, ignore) ->
                new Mapping.TestCase(
                    name,
                    in,
                    expects.isEmpty() ? expect : null,
                    expects,
                    set,
                    tables,
                    lookups,
                    ignore,
                    Extras.NONE))
        .flatMap(
            test ->
                extras()
                    .map(
                        extras ->
                            new Mapping.TestCase(
                                test.name(),
                                test.in(),
                                test.expect(),
                                test.expects(),
                                test.set(),
                                test.tables(),
                                test.lookups(),
                                test.ignore(),
                                extras)));
  }

  private static Arbitrary<List<String>> ignored() {
    return text().list().ofMaxSize(2);
  }

  private static Arbitrary<List<Mapping.Lookup>> lookups() {
    Arbitrary<JsonNode> key =
        Arbitraries.of(TextNode.valueOf("a"), BooleanNode.TRUE, IntNode.valueOf(7));
    return Combinators.combine(text(), text(), key, optional(any()), extras())
        .as(Mapping.Lookup::new)
        .list()
        .ofMaxSize(2);
  }
}
