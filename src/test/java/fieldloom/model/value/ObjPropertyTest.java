package fieldloom.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** An object behaves as a map that keeps its order, whatever is done to it. */
class ObjPropertyTest {

  /** Something done to an object: a value of null removes the field. */
  record Step(String name, Integer value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> names = Arbitraries.integers().between(0, 40).map(n -> "f" + n);
    Arbitrary<Integer> values = Arbitraries.integers().between(-5, 5);
    return Combinators.combine(names, values)
        .as((name, value) -> new Step(new String(name), value))
        .list()
        .ofMaxSize(120);
  }

  @Property
  void isAMapThatKeepsItsOrder(@ForAll("steps") List<Step> steps) {
    isAMap(new Obj(), new LinkedHashMap<>(), steps);
  }

  @Property
  void whatSharesItsNamesWithOthersChangesByItself(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 40) int size) {
    FieldNames names =
        new FieldNames(IntStream.range(0, size).mapToObj(i -> "f" + i).toArray(String[]::new));
    Map<String, Object> map = new LinkedHashMap<>();
    IntStream.range(0, size).forEach(i -> map.put("f" + i, Num.of(i)));
    Obj other = new Obj(names, map.values().toArray());
    Map<String, Object> before = new LinkedHashMap<>(map);

    isAMap(new Obj(names, map.values().toArray()), map, steps);

    assertThat(other.fields()).isEqualTo(before);
    before.forEach((name, value) -> assertThat(other.get(name)).isEqualTo(value));
  }

  private static void isAMap(Obj object, Map<String, Object> map, List<Step> steps) {
    for (Step step : steps) {
      if (step.value() < -2) {
        object.put(step.name(), Absent.ABSENT);
        map.remove(step.name());
      } else {
        object.put(step.name(), Num.of(step.value()));
        map.put(step.name(), Num.of(step.value()));
      }
      assertThat(object.has(step.name())).isEqualTo(map.containsKey(step.name()));
    }

    assertThat(object.size()).isEqualTo(map.size());
    assertThat(object.fields()).isEqualTo(map);
    assertThat(List.copyOf(object.fields().keySet())).isEqualTo(List.copyOf(map.keySet()));
    Obj again = new Obj();
    for (String name : map.keySet().stream().sorted().toList()) {
      again.put(name, object.get(name));
    }
    assertThat(again).isEqualTo(object).hasSameHashCodeAs(object);
    assertThat(object.get("none")).isSameAs(Absent.ABSENT);
  }
}
