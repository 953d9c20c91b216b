package fieldloom.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;

/**
 * JSLT on Jackson's tree. The language computes with doubles, so its two computations are Java
 * functions on BigDecimal.
 */
final class JsltContestant implements TreeContestant {
  private final ObjectMapper mapper = Json.mapper();
  private final Expression expression;

  JsltContestant() {
    expression =
        new Parser(new StringReader(Scripts.read("bill-exact.jslt")))
            .withFunctions(List.of(new Amount(), new Total()))
            .compile();
  }

  @Override
  public Object read(byte[] order) throws IOException {
    return mapper.readTree(order);
  }

  @Override
  public Object mapTree(Object order) {
    return expression.apply((JsonNode) order);
  }

  @Override
  public void write(Object bill, OutputStream bills) throws IOException {
    mapper.writeValue(bills, bill);
  }

  private record Amount() implements Function {
    @Override
    public String getName() {
      return "amount";
    }

    @Override
    public int getMinArguments() {
      return 3;
    }

    @Override
    public int getMaxArguments() {
      return 3;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
      return DecimalNode.valueOf(
          Rules.amount(
              arguments[0].decimalValue(),
              arguments[1].decimalValue(),
              arguments[2].decimalValue()));
    }
  }

  private record Total() implements Function {
    @Override
    public String getName() {
      return "total";
    }

    @Override
    public int getMinArguments() {
      return 1;
    }

    @Override
    public int getMaxArguments() {
      return 1;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
      BigDecimal total = BigDecimal.ZERO;
      for (JsonNode amount : arguments[0]) {
        total = total.add(amount.decimalValue());
      }
      return DecimalNode.valueOf(total);
    }
  }
}
