package fieldloom.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;

/** A kind of field of a wide record, the rule over it, and what the rule must give. */
enum WideField {
  LINK("string", "%s") {
    @Override
    ValueNode value(RandomGenerator random) {
      return JSON.textNode("text " + random.nextInt(100_000));
    }

    @Override
    ValueNode expected(ValueNode value) {
      return value;
    }
  },

  ROUND("number", "ROUND(%s * 1.13, 2)") {
    @Override
    ValueNode value(RandomGenerator random) {
      return decimal(random);
    }

    @Override
    ValueNode expected(ValueNode value) {
      BigDecimal product = value.decimalValue().multiply(new BigDecimal("1.13"));
      return JSON.numberNode(product.setScale(2, RoundingMode.HALF_UP));
    }
  },

  CONCAT("string", "CONCAT(\"No. \", %s)") {
    @Override
    ValueNode value(RandomGenerator random) {
      return JSON.textNode("C" + random.nextInt(100_000));
    }

    @Override
    ValueNode expected(ValueNode value) {
      return JSON.textNode("No. " + value.textValue());
    }
  },

  DEFAULT("string", "DEFAULT(%s, \"none\")") {
    @Override
    ValueNode value(RandomGenerator random) {
      return random.nextBoolean() ? JSON.nullNode() : JSON.textNode("dock " + random.nextInt(9));
    }

    @Override
    ValueNode expected(ValueNode value) {
      return value.isNull() ? JSON.textNode("none") : value;
    }
  },

  GRADE("number", "IF(%s >= 500, \"A\", \"B\")") {
    @Override
    ValueNode value(RandomGenerator random) {
      return decimal(random);
    }

    @Override
    ValueNode expected(ValueNode value) {
      return JSON.textNode(
          value.decimalValue().compareTo(BigDecimal.valueOf(500)) >= 0 ? "A" : "B");
    }
  };

  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  private final String type;
  private final String formula;

  WideField(String type, String formula) {
    this.type = type;
    this.formula = formula;
  }

  abstract ValueNode value(RandomGenerator random);

  abstract ValueNode expected(ValueNode value);

  /** The formula over a field. */
  String formula(String path) {
    return formula.formatted(path);
  }

  ObjectNode sourceSchema() {
    ObjectNode schema = JSON.objectNode();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  ObjectNode targetSchema() {
    return JSON.objectNode().put("type", this == ROUND ? "number" : "string");
  }

  private static ValueNode decimal(RandomGenerator random) {
    return JSON.numberNode(BigDecimal.valueOf(random.nextInt(1, 100_000), 2));
  }
}
