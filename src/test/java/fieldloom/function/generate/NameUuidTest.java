package fieldloom.function.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameUuidTest {
  /** The namespace of domain names in RFC 9562. */
  private static final UUID DOMAINS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  @Test
  void the_example_of_the_standard_is_met() {
    assertThat(NameUuid.of(DOMAINS, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void an_id_that_was_once_given_out_stays() {
    assertThat(NameUuid.of("SO-2024-0001"))
        .isEqualTo(NameUuid.of("SO-2024-0001"))
        .extracting(UUID::version)
        .isEqualTo(5);
    assertThat(NameUuid.NAMESPACE)
        .isEqualTo(UUID.fromString("5f1e1d10-0a3c-4b6e-9c41-f1e1d1003a00"));
  }
}
