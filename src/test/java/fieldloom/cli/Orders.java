package fieldloom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a mapping of orders to bills, its schemas, samples and a test. */
record Orders(Path folder) {
  private static final String MAPPING =
      """
      {
        "fieldloom": 1,
        "name": "orders to bills",
        "sources": [{"name": "order", "format": "ndjson", "schema": "order.schema.json"}],
        "target": {"name": "bill", "format": "ndjson", "schema": "bill.schema.json"},
        "params": [{"name": "org", "default": "100"}],
        "rules": [
          {"to": "id", "from": "order.id"},
          {"to": "org", "formula": "param.org"},
          {"to": "qty", "formula": "%s"}
        ],
        "tests": [{"name": "一张订单", "in": {"order": "one.ndjson"}, "expect": "one-bill.ndjson"}]
      }
      """;

  private static final String ORDER_SCHEMA =
      """
      {"type": "object", "properties": {"id": {"type": "string"}, "q": {"type": "integer"}}}
      """;

  private static final String BILL_SCHEMA =
      """
      {"type": "object", "required": ["id"], "properties": {
        "id": {"type": "string"}, "org": {"type": "string"}, "qty": {"type": "integer"}}}
      """;

  /** Lays it out with a formula for the quantity that refuses 0. */
  static Orders in(Path folder) throws IOException {
    return in(folder, "IF(order.q > 0, order.q, ERROR(\\\"quantity must be positive\\\"))");
  }

  /**
   * Lays it out.
   *
   * @param quantity the formula of the quantity, as JSON text without its quotes
   */
  static Orders in(Path folder, String quantity) throws IOException {
    Orders orders = new Orders(folder);
    orders.write("orders.flmap", MAPPING.formatted(quantity));
    orders.write("order.schema.json", ORDER_SCHEMA);
    orders.write("bill.schema.json", BILL_SCHEMA);
    orders.write("one.ndjson", "{\"id\": \"单1\", \"q\": 1}\n");
    orders.write("one-bill.ndjson", "{\"id\": \"单1\", \"org\": \"100\", \"qty\": 1}\n");
    orders.write("good.ndjson", "{\"id\": \"a\", \"q\": 1}\n{\"id\": \"b\", \"q\": 2}\n");
    orders.write(
        "bad.ndjson",
        "{\"id\": \"a\", \"q\": 1}\n{\"id\": \"b\", \"q\": 0}\n{\"id\": \"c\", \"q\": 3}\n");
    return orders;
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  String mapping() {
    return path("orders.flmap");
  }
}
