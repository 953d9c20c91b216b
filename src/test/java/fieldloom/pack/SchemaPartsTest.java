package fieldloom.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.pack.PackageContent.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SchemaPartsTest {
  private static final byte[] RECORD = "{\"no\":1}\n".getBytes(UTF_8);

  /** Records without end, counted. */
  private static Resources endless(AtomicLong read) {
    return name ->
        new InputStream() {
          @Override
          public int read() {
            return RECORD[(int) (read.getAndIncrement() % RECORD.length)];
          }

          @Override
          public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
              into[from + i] = (byte) read();
            }
            return length;
          }
        };
  }

  @Test
  void ofASampleWithoutEndNoMoreIsReadThanOfTheLargestSchema() throws PackException, IOException {
    Mapping mapping =
        MappingFile.read(
            """
            {"fieldloom": 1, "name": "m",
             "sources": [{"name": "order", "format": "ndjson", "schema": "orders.ndjson"}],
             "target": {"name": "bill", "format": "json"}, "rules": []}
            """
                .getBytes(UTF_8),
            "m.flmap");
    AtomicLong read = new AtomicLong();
    Map<String, Kind> files = new TreeMap<>(References.of(mapping));

    SchemaParts.addTo(files, mapping, endless(read));

    assertThat(files).containsOnlyKeys("orders.ndjson");
    // Once as the mapping's schema, and once for what it may refer to.
    assertThat(read.get()).isLessThan(2 * ((64L << 20) + 100_000));
  }
}
