package fieldloom.model.difference;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.Table;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.pack.GeneratedMappings;
import fieldloom.pack.MappingFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the mappings are. */
class DifferencesPropertyTest {

  @Property(tries = 300)
  void a_mapping_read_back_is_no_different(@ForAll("mappings") Mapping mapping) throws Exception {
    Mapping read = MappingFile.read(MappingFile.write(mapping), "m");
    assertThat(Differences.between(mapping, read)).isEmpty();
  }

  @Property(tries = 300)
  void order_and_spelling_that_mean_nothing_are_no_difference(
      @ForAll("mappings") Mapping mapping, @ForAll Random random) {
    assertThat(Differences.between(mapping, respelled(mapping, random))).isEmpty();
  }

  @Property(tries = 600)
  void there_are_no_changes_exactly_where_both_mean_the_same(
      @ForAll("mappings") Mapping a, @ForAll("mappings") Mapping other, @ForAll Random random) {
    Mapping b = respelled(mixed(a, other, random), random);
    assertThat(Differences.between(a, b).isEmpty()).isEqualTo(meaning(a).equals(meaning(b)));
  }

  @Property(tries = 300)
  void back_and_forth_the_same_things_are_new_and_gone(
      @ForAll("mappings") Mapping a, @ForAll("mappings") Mapping b) {
    assertThat(count(a, b, Change.Kind.NEW)).isEqualTo(count(b, a, Change.Kind.GONE));
    assertThat(count(a, b, Change.Kind.CHANGED)).isEqualTo(count(b, a, Change.Kind.CHANGED));
  }

  @Property(tries = 300)
  void every_change_has_a_sentence_in_both_languages(
      @ForAll("mappings") Mapping a, @ForAll("mappings") Mapping b) {
    for (Change change : Differences.between(a, b)) {
      assertThat(ChangeWords.in(Locale.ENGLISH).say(change)).isNotBlank();
      assertThat(ChangeWords.in(Locale.CHINESE).say(change)).isNotBlank();
    }
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    return GeneratedMappings.mappings().filter(DifferencesPropertyTest::hasNamesOfItsOwn);
  }

  /** Two documents or tables by one name are an error of their own. */
  private static boolean hasNamesOfItsOwn(Mapping mapping) {
    return unique(mapping.sources(), Document::name)
        && unique(mapping.targets(), Document::name)
        && unique(mapping.tables(), Table::name);
  }

  private static <T> boolean unique(List<T> things, Function<T, String> name) {
    return new HashSet<>(things.stream().map(name).toList()).size() == things.size();
  }

  private static long count(Mapping a, Mapping b, Change.Kind kind) {
    return Differences.between(a, b).stream().filter(c -> c.kind() == kind).count();
  }

  /** The one with parts of the other. */
  private static Mapping mixed(Mapping a, Mapping b, Random random) {
    List<Rule> rules = new ArrayList<>(a.rules());
    if (!b.rules().isEmpty() && random.nextInt(3) == 0) {
      rules.add(random.nextInt(rules.size() + 1), b.rules().getFirst());
    }
    if (!rules.isEmpty() && random.nextInt(3) == 0) {
      rules.remove(random.nextInt(rules.size()));
    }
    return new Mapping(
        random.nextInt(9) == 0 ? b.name() : a.name(),
        random.nextInt(9) == 0 ? b.sources() : a.sources(),
        random.nextInt(9) == 0 ? b.targets() : a.targets(),
        a.singleTarget(),
        rules,
        random.nextInt(9) == 0 ? b.variables() : a.variables(),
        random.nextInt(9) == 0 ? b.tables() : a.tables(),
        random.nextInt(9) == 0 ? b.functions() : a.functions(),
        random.nextInt(9) == 0 ? b.params() : a.params(),
        random.nextInt(9) == 0 ? b.tests() : a.tests(),
        random.nextInt(9) == 0 ? b.zone() : a.zone(),
        random.nextInt(9) == 0 ? b.locale() : a.locale(),
        random.nextInt(9) == 0 ? b.layout() : a.layout(),
        random.nextInt(9) == 0 ? b.extras() : a.extras());
  }

  /** In another order and with other spaces, as far as neither means anything. */
  private static Mapping respelled(Mapping mapping, Random random) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      Rule spaced = rule.formula() == null ? rule : rule.withFormula(spaced(rule.formula()));
      int at = 0;
      for (int i = 0; i < rules.size(); i++) {
        at = field(mapping, rules.get(i)).equals(field(mapping, rule)) ? i + 1 : at;
      }
      rules.add(at + random.nextInt(rules.size() - at + 1), spaced);
    }
    return new Mapping(
        mapping.name(),
        mapping.sources(),
        mapping.targets(),
        mapping.singleTarget(),
        rules,
        mapping.variables(),
        reversed(mapping.tables()),
        mapping.functions(),
        mapping.params(),
        mapping.tests(),
        mapping.zone(),
        mapping.locale(),
        mapping.layout(),
        mapping.extras());
  }

  private static <T> List<T> reversed(List<T> things) {
    List<T> all = new ArrayList<>(things);
    Collections.reverse(all);
    return all;
  }

  private static String spaced(String formula) {
    try {
      FormulaParser.parse(formula);
      return "  " + formula + " ";
    } catch (FormulaException e) {
      return formula;
    }
  }

  private static String field(Mapping mapping, Rule rule) {
    String target = rule.target() == null ? mapping.mainTarget().name() : rule.target();
    return target + "\n" + rule.to();
  }

  /** The file that means the same, in one order and spelling; found without the comparison. */
  private static String meaning(Mapping m) {
    List<Rule> rules = new ArrayList<>(m.rules().stream().map(r -> plain(m, r)).toList());
    rules.sort(Comparator.comparing(r -> field(m, r)));
    Mapping one =
        new Mapping(
            m.name(),
            m.sources(),
            m.targets(),
            false,
            rules,
            sorted(m.variables(), v -> v.in() + " " + v.name()),
            sorted(m.tables(), Table::name),
            sorted(m.functions(), Mapping.OwnFunction::name),
            sorted(m.params(), Mapping.Param::name),
            sorted(m.tests(), Mapping.TestCase::name),
            m.zone() == null ? "UTC" : m.zone(),
            m.locale() == null ? "en" : m.locale(),
            m.layout() != null && m.layout().isObject() && m.layout().isEmpty() ? null : m.layout(),
            m.extras());
    return new String(MappingFile.write(one), StandardCharsets.UTF_8);
  }

  private static <T> List<T> sorted(List<T> things, Function<T, String> by) {
    return things.stream().sorted(Comparator.comparing(by)).toList();
  }

  private static Rule plain(Mapping m, Rule rule) {
    String target = rule.target() == null ? m.mainTarget().name() : rule.target();
    boolean both = rule.from() != null && rule.formula() != null;
    return new Rule(
        rule.to(),
        both ? rule.from() : null,
        printed(rule.expression()),
        rule.each() == null ? null : plain(rule.each()),
        printed(rule.when()),
        rule.in(),
        target,
        rule.defaultValue(),
        rule.extras());
  }

  private static Each plain(Each each) {
    boolean grouped = each.groupBy() != null;
    return new Each(
        each.over(),
        each.as(),
        each.join().stream().map(DifferencesPropertyTest::plain).toList(),
        each.where(),
        each.distinct(),
        each.groupBy(),
        grouped && "key".equals(each.group()) ? null : each.group(),
        each.orderBy());
  }

  private static Join plain(Join join) {
    return new Join(
        join.with(),
        join.as(),
        join.on(),
        "inner".equals(join.kind()) ? null : join.kind(),
        "all".equals(join.match()) ? null : join.match(),
        join.rejects(),
        join.extras().members().isEmpty() ? Extras.NONE : join.extras());
  }

  private static @Nullable String printed(@Nullable String formula) {
    if (formula == null) {
      return null;
    }
    try {
      return FormulaPrinter.print(FormulaParser.parse(formula));
    } catch (FormulaException e) {
      return formula.strip();
    }
  }
}
