package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
  @ParameterizedTest
  @CsvSource({
    "12.50, DECIMAL, 12.50",
    "-3, INTEGER, -3",
    "012, INTEGER, '\"012\"'",
    "100, STRING, '\"100\"'",
    "true, BOOLEAN, TRUE",
    "yes, BOOLEAN, '\"yes\"'",
    "物料, STRING, '\"物料\"'",
    "'a\"b\\c', STRING, '\"a\\\"b\\\\c\"'",
  })
  void a_typed_value_becomes_a_literal_of_its_fields_type(
      String typed, FieldType type, String literal) {
    assertThat(Literals.of(typed, type)).isEqualTo(literal);
  }

  @ParameterizedTest
  @CsvSource({"'\"100\"', 100", "12, 12", "TRUE, TRUE", "'\"a\\\"b\"', '\"a\\\"b\"'"})
  void a_literal_is_edited_as_it_was_typed(String literal, String typed) {
    assertThat(Literals.typed(literal)).isEqualTo(typed);
  }
}
