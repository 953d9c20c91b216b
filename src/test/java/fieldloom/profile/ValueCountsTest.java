package fieldloom.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.profile.FieldProfile.Top;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ValueCountsTest {
  private static final ValueCounts.Room MUCH = new ValueCounts.Room(Long.MAX_VALUE / 2);

  @Property(tries = 100)
  void upToTheBoundCountsAreExact(@ForAll List<@IntRange(min = 0, max = 30) Integer> values) {
    ValueCounts counts = new ValueCounts(MUCH);
    Map<String, Long> expected = new HashMap<>();
    for (int value : values) {
      counts.add("v" + value);
      expected.merge("v" + value, 1L, Long::sum);
    }
    assertThat(counts.isEstimated()).isFalse();
    assertThat(counts.distinct()).isEqualTo(expected.size());
    for (Top top : counts.top(5)) {
      assertThat(expected.get(top.value())).isEqualTo(top.count());
    }
  }

  @Property(tries = 20)
  void beyondTheBoundTheyAreEstimatedAndSaySo(
      @ForAll @IntRange(min = 5_000, max = 60_000) int many) {
    ValueCounts counts = new ValueCounts(MUCH);
    Random random = new Random(many);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < many; i++) {
      String value = "v" + random.nextInt(many * 4);
      seen.add(value);
      counts.add(value);
      if (i % 3 == 0) {
        counts.add("often");
      }
    }
    seen.add("often");
    assertThat(counts.isEstimated()).isEqualTo(seen.size() > ValueCounts.EXACT);
    assertThat((double) counts.distinct()).isBetween(seen.size() * 0.96, seen.size() * 1.04);
    Top first = counts.top(3).getFirst();
    assertThat(first.value()).isEqualTo("often");
    assertThat(first.count()).isBetween((many / 3) - (long) (many * 0.05), (many + 2) / 3L);
  }

  @Test
  void whatAllFieldsTakeTogetherIsBounded() {
    ValueCounts.Room little = new ValueCounts.Room(1_000);
    ValueCounts one = new ValueCounts(little);
    ValueCounts other = new ValueCounts(little);
    for (int i = 0; i < 100; i++) {
      one.add("value " + i);
      other.add("value " + i);
    }
    assertThat(one.isEstimated()).isTrue();
    assertThat(other.distinct()).isBetween(98L, 102L);
  }

  @Test
  void longTextsAreToldApartByTheirEnds() {
    ValueCounts counts = new ValueCounts(MUCH);
    counts.add("x".repeat(500) + "a");
    counts.add("x".repeat(500) + "b");
    assertThat(counts.distinct()).isEqualTo(2);
    assertThat(counts.top(1).getFirst().value()).hasSizeLessThan(230);
  }
}
