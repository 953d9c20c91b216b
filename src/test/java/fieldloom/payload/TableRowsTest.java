package fieldloom.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRowsTest {

  @Test
  void theFirstRowNamesTheColumns() throws IOException {
    TableRows table =
        TableRows.csv("code,id\n007,\"1,5\"\n\n8,\n9,\"\"\n".getBytes(UTF_8), null, "table staff");

    assertThat(table.names()).containsExactly("code", "id");
    assertThat(table.rows())
        .containsExactly(List.of("007", "1,5"), List.of("8", Absent.ABSENT), List.of("9", ""));
  }

  @Test
  void csvOptionsAreHeededBesideOtherMembers() throws IOException {
    TableRows table =
        TableRows.csv(
            "1;\n".getBytes(UTF_8),
            Payloads.json(
                "{\"csv\":\"x.csv\",\"delimiter\":\";\",\"header\":false,\"emptyIs\":\"null\"}"),
            "table staff");

    assertThat(table.names()).isEmpty();
    assertThat(table.rows()).containsExactly(List.of("1", Null.NULL));
  }

  @Test
  void aBadRowMakesTheTableUnusable() {
    assertThatThrownBy(() -> TableRows.csv("a,b\n1\n".getBytes(UTF_8), null, "table staff"))
        .isInstanceOf(IOException.class)
        .hasMessage("Line 2 of table staff has 1 columns where the first row has 2.");
    assertThatThrownBy(() -> TableRows.csv("a,b\n\"1,2\n".getBytes(UTF_8), null, "table staff"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("table staff")
        .hasMessageContaining("line 2, column 1");
  }
}
