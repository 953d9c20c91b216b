package fieldloom.bench.peers;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * JSONata on maps and lists. The language computes with doubles, so its two computations are Java
 * functions on BigDecimal.
 */
final class JsonataContestant implements TreeContestant {
  private final ObjectMapper mapper = Json.mapper();
  private final Jsonata expression = Jsonata.jsonata(Scripts.read("bill-exact.jsonata"));

  JsonataContestant() {
    expression.registerFunction(
        "amount",
        new Jsonata.JFunction(
            (input, arguments) ->
                Rules.amount(
                    decimal(arguments.get(0)),
                    decimal(arguments.get(1)),
                    decimal(arguments.get(2))),
            null));
    expression.registerFunction(
        "total", new Jsonata.JFunction((input, arguments) -> total(arguments.get(0)), null));
  }

  private static BigDecimal total(Object amounts) {
    BigDecimal total = BigDecimal.ZERO;
    if (amounts instanceof List<?> list) {
      for (Object amount : list) {
        total = total.add(decimal(amount));
      }
      return total;
    }
    return decimal(amounts);
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  @Override
  public Object read(byte[] order) throws IOException {
    return mapper.readValue(order, Object.class);
  }

  @Override
  public Object mapTree(Object order) {
    return expression.evaluate(order);
  }

  @Override
  public void write(Object bill, OutputStream bills) throws IOException {
    mapper.writeValue(bills, bill);
  }
}
