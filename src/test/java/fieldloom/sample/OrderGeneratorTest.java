package fieldloom.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fieldloom.sample.OrderGenerator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderGeneratorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theSampleOrdersAreTheFirstTwoHundredOfTheSeed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("orders.ndjson");

    new OrderGenerator(OrderGenerator.SEED, 40).write(file, 200);

    assertThat(Files.readAllLines(file))
        .isEqualTo(Files.readAllLines(Path.of("assets/sample/samples/orders.ndjson")));
  }

  @Test
  void oneRecordInAThousandIsBadAndTheFaultsTakeTurns() {
    OrderGenerator generator = new OrderGenerator(OrderGenerator.SEED, 1000);
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    for (long number = 1; number <= 100_000; number++) {
      counts.merge(generator.fault(number), 1, Integer::sum);
    }

    assertThat(counts.get(Fault.NONE)).isEqualTo(99_900);
    assertThat(counts).hasSize(Fault.values().length);
    assertThat(counts.values()).allMatch(count -> count >= 14);
  }

  @Test
  void aGoodOrderHasAFirstLineToDeliver() throws IOException {
    OrderGenerator generator = new OrderGenerator(OrderGenerator.SEED, 0);
    boolean quoted = false;
    for (long number = 1; number <= 500; number++) {
      JsonNode lines = JSON.readTree(generator.order(number)).path("lines");
      assertThat(lines.path(0).path("qty").decimalValue()).isPositive();
      quoted |= lines.findValues("qty").stream().anyMatch(qty -> qty.decimalValue().signum() == 0);
    }

    assertThat(quoted).as("some line is only quoted").isTrue();
  }

  @Test
  void aCutOffOrderIsNoJson() throws IOException {
    OrderGenerator generator = new OrderGenerator(OrderGenerator.SEED, 10);
    List<Long> cut =
        LongStream.rangeClosed(1, 200)
            .filter(number -> generator.fault(number) == Fault.CUT_OFF)
            .boxed()
            .toList();

    assertThat(cut).isNotEmpty();
    for (long number : cut) {
      String text = generator.order(number);
      assertThatThrownBy(() -> JSON.readTree(text)).isInstanceOf(JsonProcessingException.class);
    }
  }
}
