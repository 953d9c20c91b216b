package fieldloom.schema;

import static fieldloom.schema.Schemas.at;
import static fieldloom.schema.Schemas.read;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {

  @Test
  void fieldsStandInTheirOrderWithTypesAndCardinality() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'$schema':'http://json-schema.org/draft-07/schema#','title':'Order','type':'object',
             'required':['no','lines'],
             'properties':{
               'no':{'type':'string','title':'Number'},
               'day':{'type':['string','null'],'format':'date'},
               'lines':{'type':'array','items':{'type':'object','additionalProperties':false,
                  'required':['qty'],'properties':{'qty':{'type':'integer'},'tags':{'type':'array',
                  'items':{'type':'string'}}}}},
               'grid':{'type':'array','items':{'type':'array','items':{'type':'number'}}}}}
            """);

    assertThat(tree.title()).isEqualTo("Order");
    assertThat(tree.root().name()).isEqualTo("order");
    assertThat(SchemaText.tsv(tree))
        .isEqualTo(
            """
            no\tstring\t1\tNumber\t
            day\tdate\t0..1\t\tnullable
            lines[]\tobject\t1..n\t\t
            lines[].qty\tinteger\t1\t\t
            lines[].tags[]\tstring\t0..n\t\t
            grid[][]\tdecimal\t0..n\t\t
            """);
    assertThat(tree.root().open()).isTrue();
    assertThat(at(tree, "lines[]").open()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'string'}|STRING|false",
        "{'type':'integer'}|INTEGER|false",
        "{'type':'number'}|DECIMAL|false",
        "{'type':'boolean'}|BOOLEAN|false",
        "{'type':['string','null']}|STRING|true",
        "{'type':['null','integer','number']}|DECIMAL|true",
        "{'type':['string','integer']}|ANY|false",
        "{'type':'null'}|ANY|true",
        "{'type':'string','format':'date'}|DATE|false",
        "{'type':'string','format':'time'}|TIME|false",
        "{'type':'string','format':'date-time'}|DATETIME|false",
        "{'type':'string','format':'byte'}|BINARY|false",
        "{'type':'string','contentEncoding':'base64'}|BINARY|false",
        "{'type':'string','format':'email'}|STRING|false",
        "{'type':'integer','format':'date'}|INTEGER|false",
        "{}|ANY|true",
        "true|ANY|true",
        "{'description':'free'}|ANY|true",
        "{'properties':{'x':{}}}|OBJECT|true",
        "{'items':{'type':'string'}}|ARRAY|true",
        "{'enum':['a','b']}|STRING|false",
        "{'enum':['a',null]}|STRING|true",
        "{'enum':[1,2.5]}|DECIMAL|false",
        "{'const':7}|INTEGER|false",
        "{'const':null}|ANY|true",
        "{'type':['string','null'],'enum':['a']}|STRING|false",
        "{'anyOf':[{'type':'string'},{'type':'null'}]}|STRING|true",
        "{'oneOf':[{'type':'null'},{'type':'string','format':'date'}]}|DATE|true",
        "{'anyOf':[{'type':'integer'},{'type':'number'}]}|DECIMAL|false",
        "{'anyOf':[{'type':'string'},{'type':'integer'}]}|ANY|false",
        "{'anyOf':[{'type':'object','properties':{}},{'type':'object'}]}|OBJECT|false",
        "{'anyOf':[{'type':'string','format':'date'},{'type':'string'}]}|STRING|false",
        "{'type':'string','anyOf':[{'minLength':1},{'pattern':'x'}]}|STRING|false",
        "{'allOf':[{'type':['string','null']},{'type':'string'}]}|STRING|false",
        "{'allOf':[{'type':'number'},{'type':'integer'}]}|INTEGER|false",
        "{'allOf':[{'$ref':'#/$defs/day'},{'title':'T'}]}|DATE|false",
        "{'$ref':'#/$defs/day'}|DATE|false",
        "{'$ref':'#/definitions/old'}|INTEGER|true",
        "{'$ref':'#named'}|BOOLEAN|false",
        "{'$ref':'#/$defs/a~1b%20c'}|TIME|false",
        "{'anyOf':[{'$ref':'#/$defs/day'},{'type':'null'}]}|DATE|true",
      })
  void aSchemaHasATypeAndMayAllowNull(String schema, FieldType type, boolean nullable)
      throws SchemaException {
    SchemaTree tree =
        read(
            "{'type':'object','properties':{'f':"
                + schema
                + "},'$defs':{'day':{'type':'string','format':'date'},'n':{'$anchor':'named',"
                + "'type':'boolean'},'a/b c':{'type':'string','format':'time'}},"
                + "'definitions':{'old':{'type':['integer','null']}}}");

    SchemaNode field = at(tree, "f");
    assertThat(field.type()).isEqualTo(type);
    assertThat(field.nullable()).isEqualTo(nullable);
  }

  @Test
  void facetsAreRead() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','properties':{
              'code':{'type':'string','maxLength':80,'pattern':'^[A-Z]+$','enum':['A','B'],
                 'default':'A','description':'What it is','x-key':true},
              'price':{'type':'number','multipleOf':0.010,'minimum':0,'maximum':99.50,
                 'x-digits':18,'default':19.90},
              'whole':{'type':'number','multipleOf':1},
              'rate':{'type':'number','multipleOf':0.05,'x-scale':6},
              'count':{'type':'integer','exclusiveMinimum':0,'exclusiveMaximum':10,'const':5}}}
            """);

    Facets code = at(tree, "code").facets();
    assertThat(code.maxLength()).isEqualTo(80);
    assertThat(code.pattern()).isEqualTo("^[A-Z]+$");
    assertThat(code.enumeration()).containsExactly("A", "B");
    assertThat(code.defaultValue()).isEqualTo("\"A\"");
    assertThat(code.documentation()).isEqualTo("What it is");
    assertThat(code.key()).isTrue();
    Facets price = at(tree, "price").facets();
    assertThat(price.scale()).isEqualTo(2);
    assertThat(price.digits()).isEqualTo(18);
    assertThat(price.minimum()).isEqualByComparingTo("0");
    assertThat(price.maximum()).isEqualTo(new BigDecimal("99.50"));
    assertThat(price.defaultValue()).isEqualTo("19.90");
    assertThat(at(tree, "whole").facets().scale()).isEqualTo(0);
    assertThat(at(tree, "rate").facets().scale()).isEqualTo(6);
    Facets count = at(tree, "count").facets();
    assertThat(count.minimum()).isEqualByComparingTo("1");
    assertThat(count.maximum()).isEqualByComparingTo("9");
    assertThat(count.enumeration()).containsExactly("5");
    assertThat(SchemaText.tsv(tree).lines().toList())
        .containsExactly(
            "code\tstring\t0..1\t\tmaxLength=80; pattern=^[A-Z]+$; enum=A|B; default=\"A\"; key",
            "price\tdecimal\t0..1\t\tdigits=18; scale=2; minimum=0; maximum=99.50; default=19.90",
            "whole\tdecimal\t0..1\t\tscale=0",
            "rate\tdecimal\t0..1\t\tscale=6",
            "count\tinteger\t0..1\t\tenum=5; minimum=1; maximum=9");
  }

  @Test
  void allOfMergesPropertiesInOrderAndRequirements() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'allOf':[{'$ref':'#/$defs/base'},{'required':['b'],'properties':{'a':{'maxLength':5}}}],
             'properties':{'c':{'type':'integer'}},'unevaluatedProperties':false,
             '$defs':{'base':{'type':'object','required':['a'],'title':'Base',
               'properties':{'a':{'type':'string','title':'A'},'b':{'type':'string'}}}}}
            """);

    assertThat(tree.root().children())
        .extracting(SchemaNode::name, SchemaNode::required, SchemaNode::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", true, FieldType.STRING),
            org.assertj.core.groups.Tuple.tuple("b", true, FieldType.STRING),
            org.assertj.core.groups.Tuple.tuple("c", false, FieldType.INTEGER));
    assertThat(at(tree, "a").facets().maxLength()).isEqualTo(5);
    assertThat(at(tree, "a").title()).isEqualTo("A");
    assertThat(tree.title()).isEqualTo("Base");
    assertThat(tree.root().open()).isFalse();
  }

  @Test
  void alternativesOfObjectsHaveTheFieldsOfAll() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','properties':{'p':{'oneOf':[
               {'type':'object','title':'Card','required':['kind','no'],'additionalProperties':false,
                'properties':{'kind':{'const':'card'},'no':{'type':'string','maxLength':16}}},
               {'type':'object','title':'Cash','required':['kind'],'additionalProperties':false,
                'properties':{'kind':{'const':'cash'},'sum':{'type':'number'},
                   'no':{'type':'string','maxLength':20}}}]}}}
            """);

    SchemaNode p = at(tree, "p");
    assertThat(p.children()).extracting(SchemaNode::name).containsExactly("kind", "no", "sum");
    assertThat(at(tree, "p.kind").required()).isTrue();
    assertThat(at(tree, "p.kind").facets().enumeration()).containsExactly("card", "cash");
    assertThat(at(tree, "p.no").required()).isFalse();
    assertThat(at(tree, "p.no").type()).isEqualTo(FieldType.STRING);
    assertThat(at(tree, "p.no").facets().maxLength()).isNull();
    assertThat(p.open()).isFalse();
    assertThat(p.title()).isNull();
  }

  @Test
  void conditionalFieldsMayBeThere() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','properties':{'a':{'type':'string'}},
             'if':{'properties':{'a':{'const':'x'}}},'then':{'properties':{'b':{'type':'integer'}},
             'required':['b']},'else':{'properties':{'c':{'type':'integer'}}}}
            """);

    assertThat(SchemaText.tsv(tree)).contains("b\tinteger\t0..1").contains("c\tinteger\t0..1");
  }

  @Test
  void anOpenMapIsOpenWhateverItsValuesAre() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','properties':{
              'map':{'type':'object','additionalProperties':{'type':'string'}},
              'patterns':{'type':'object','patternProperties':{'^x':{}},'additionalProperties':false},
              'closed':{'type':'object','additionalProperties':false}}}
            """);

    assertThat(at(tree, "map").open()).isTrue();
    assertThat(at(tree, "patterns").open()).isTrue();
    assertThat(at(tree, "closed").open()).isFalse();
  }

  @Test
  void tuplesHaveAnItemWideEnoughForAll() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','properties':{
              'new':{'type':'array','prefixItems':[{'type':'integer'},{'type':'number'}]},
              'old':{'type':'array','items':[{'type':'string'},{'type':'null'}]},
              'free':{'type':'array'}}}
            """);

    assertThat(at(tree, "new[]").type()).isEqualTo(FieldType.DECIMAL);
    assertThat(at(tree, "old[]").type()).isEqualTo(FieldType.STRING);
    assertThat(at(tree, "old[]").nullable()).isTrue();
    assertThat(at(tree, "free[]").type()).isEqualTo(FieldType.ANY);
  }

  @Test
  void thePlacesOfTuplesAreKeptWithTheirTitlesAndTypes() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','properties':{
              'rows':{'type':'array','items':{'anyOf':[{'type':'null'},{'$ref':'#/$defs/row'}]}},
              'free':{'type':'array','items':{'type':'string'}}},
             '$defs':{'row':{'type':'array','prefixItems':[
               {'title':'No','type':'string'},{'title':'Quantity','x-title-zh':'数量','type':'number'}]}}}
            """);

    SchemaNode row = at(tree, "rows[]");
    assertThat(row.isTuple()).isTrue();
    assertThat(at(tree, "rows").innermost()).isSameAs(row);
    assertThat(at(tree, "rows").arrays()).isEqualTo(1);
    assertThat(row.places())
        .extracting(place -> place.name() + " " + place.title() + " " + place.type())
        .containsExactly("1 No STRING", "2 Quantity DECIMAL");
    assertThat(row.places().get(1).titles().chinese()).isEqualTo("数量");
    assertThat(at(tree, "free").isTuple()).isFalse();
    assertThat(Relaxed.of(tree).root().child("rows").item().places()).hasSize(2);
  }

  @Test
  void anArrayAtTheRootIsTheSchemaOfItsItem() throws SchemaException {
    SchemaTree tree =
        read(
            "{'type':'array','title':'Orders','items':{'type':'object','properties':{'a':{"
                + "'type':'string'}}}}");

    assertThat(tree.root().type()).isEqualTo(FieldType.OBJECT);
    assertThat(tree.title()).isEqualTo("Orders");
    assertThat(at(tree, "a").type()).isEqualTo(FieldType.STRING);
  }

  @Test
  void aRecursiveSchemaContainsItselfAndIsPrintedOnce() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'type':'object','required':['name'],'properties':{'name':{'type':'string'},
              'parent':{'$ref':'#'},'kids':{'type':'array','items':{'$ref':'#'}}}}
            """);

    SchemaNode kids = at(tree, "kids[].kids[].kids");
    assertThat(kids).isSameAs(at(tree, "kids"));
    assertThat(SchemaText.tsv(tree))
        .isEqualTo(
            """
            name\tstring\t1\t\t
            parent\tobject\t0..1\t\t
            parent.name\tstring\t1\t\t
            parent.parent\tobject\t0..1\t\trecursive=parent
            parent.kids[]\tobject\t0..n\t\t
            parent.kids[].name\tstring\t1\t\t
            parent.kids[].parent\tobject\t0..1\t\trecursive=parent
            parent.kids[].kids[]\tobject\t0..n\t\trecursive=parent.kids[]
            kids[]\tobject\t0..n\t\t
            kids[].name\tstring\t1\t\t
            kids[].parent\tobject\t0..1\t\t
            kids[].parent.name\tstring\t1\t\t
            kids[].parent.parent\tobject\t0..1\t\trecursive=kids[].parent
            kids[].parent.kids[]\tobject\t0..n\t\trecursive=kids[]
            kids[].kids[]\tobject\t0..n\t\trecursive=kids[]
            """);
  }

  @Test
  void recursionThroughMergedSchemasEndsToo() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'allOf':[{'properties':{'n':{'anyOf':[{'$ref':'#/$defs/x'},{'$ref':'#/$defs/y'}]}}},
                      {'properties':{'n':{'title':'N'}}}],'type':'object',
             '$defs':{'x':{'type':'object','properties':{'n':{'$ref':'#'},'x':{'type':'string'}}},
                      'y':{'type':'object','properties':{'n':{'$ref':'#/$defs/x'}}}}}
            """);

    assertThat(SchemaText.tsv(tree).lines().count()).isBetween(3L, 50L);
  }

  @Test
  void aDeepChainOfSchemasIsNoStackOverflow() throws SchemaException {
    StringBuilder schema =
        new StringBuilder("{'type':'object','properties':{'a':{'type':'string'}}}");
    for (int i = 0; i < 300; i++) {
      schema.insert(0, "{'type':'object','properties':{'a':").append("}}");
    }
    assertThat(SchemaText.tsv(read(schema.toString())).lines()).hasSize(301);
  }

  @Test
  void aReferenceByTheSchemasOwnIdIsLocal() throws SchemaException {
    SchemaTree tree =
        read(
            """
            {'$id':'https://example.com/o.json','type':'object','properties':{
              'a':{'$ref':'https://example.com/o.json#/$defs/x'},'b':{'$ref':'line'}},
             '$defs':{'x':{'type':'integer'},'l':{'$id':'line','type':'boolean'}}}
            """);

    assertThat(at(tree, "a").type()).isEqualTo(FieldType.INTEGER);
    assertThat(at(tree, "b").type()).isEqualTo(FieldType.BOOLEAN);
  }
}
