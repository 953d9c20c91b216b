package fieldloom.pack.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.pack.comparison.FieldResult.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every comparison. */
class ComparisonPropertyTest {

  private static Comparison compare(Object expected, Object actual) {
    return Comparison.of("t", SchemaNode.any("t"), List.of(), List.of(expected), List.of(actual));
  }

  @Property
  void aDocumentDiffersInNothingFromItself(@ForAll("values") Object document) {
    assertThat(compare(document, document).differences()).isEmpty();
  }

  @Property
  void twoDocumentsThatAreNotEqualDiffer(
      @ForAll("values") Object one, @ForAll("values") Object other) {
    assertThat(compare(one, other).differences().isEmpty()).isEqualTo(one.equals(other));
  }

  @Property
  void whatIsShuffledIsOnlyReordered(@ForAll("lists") List<Object> items, @ForAll long seed) {
    List<Object> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    List<FieldResult> differences = compare(items, shuffled).differences();
    assertThat(differences).allMatch(d -> d.kind() == Kind.REORDERED);
    assertThat(differences.isEmpty()).isEqualTo(shuffled.equals(items));
    assertThat(differences).allMatch(d -> items.get(d.from() - 1).equals(shuffled.get(d.to() - 1)));
  }

  @Property
  void oneItemMoreIsOneDifference(
      @ForAll("lists") List<Object> items, @ForAll("values") Object item, @ForAll int place) {
    List<Object> more = new ArrayList<>(items);
    more.add(Math.floorMod(place, items.size() + 1), item);
    assertThat(compare(items, more).differences())
        .extracting(FieldResult::kind)
        .containsExactly(Kind.ADDED);
    assertThat(compare(more, items).differences())
        .extracting(FieldResult::kind)
        .containsExactly(Kind.MISSING);
  }

  @Property
  void withEveryDifferenceAcceptedNothingDiffers(
      @ForAll("values") Object one, @ForAll("values") Object other) {
    Comparison comparison = compare(one, other);
    Set<Integer> all =
        comparison.differences().stream().map(FieldResult::at).collect(Collectors.toSet());
    List<Object> merged = comparison.merged(all);
    assertThat(merged).containsExactly(other);
    assertThat(comparison.merged(Set.of())).containsExactly(one);
  }

  @Provide
  Arbitrary<List<Object>> lists() {
    return values().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Object> values() {
    return values(3);
  }

  /** Values of no more than so many levels; without a bound some would fill the memory. */
  private static Arbitrary<Object> values(int levels) {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 4).map(i -> (Object) Num.of(i)),
            Arbitraries.of("a", "b", "", "1").map(text -> (Object) text),
            Arbitraries.of(true, false).map(flag -> (Object) flag),
            Arbitraries.just((Object) Null.NULL));
    if (levels == 0) {
      return leaf;
    }
    Arbitrary<Object> inner = values(levels - 1);
    Arbitrary<Object> lists = inner.list().ofMaxSize(3).map(list -> (Object) list);
    Arbitrary<Object> objects =
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner)
            .ofMaxSize(3)
            .map(ComparisonPropertyTest::object);
    return Arbitraries.oneOf(leaf, leaf, lists, objects);
  }

  private static Object object(Map<String, Object> fields) {
    Obj object = new Obj();
    fields.forEach(object::put);
    return object;
  }
}
