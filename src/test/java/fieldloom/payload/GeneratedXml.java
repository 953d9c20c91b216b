package fieldloom.payload;

import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A schema of any shape, and a record that it allows, made together: whatever the schema says may
 * stand, the record has in some number of rounds.
 */
final class GeneratedXml {
  private static final String TEXTS = "ab <>&\"']\n\t\r  华é𠮷\u2028";
  private final Random random;
  private final StringBuilder types = new StringBuilder();
  private int names;

  GeneratedXml(long seed) {
    random = new Random(seed);
  }

  /** A schema and a record of its root element {@code root}. */
  record Case(String xsd, Object record) {}

  /** What a part of a content model looks like, and how values of it come into a record. */
  private interface Part {
    void fill(Obj record);
  }

  Case make() {
    Made root = type(0);
    String form = random.nextBoolean() ? " elementFormDefault='qualified'" : "";
    String space = random.nextInt(3) > 0 ? " targetNamespace='urn:t' xmlns:t='urn:t'" : "";
    String xsd =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
            + space
            + (space.isEmpty() ? "" : form)
            + "><xs:element name='root'>"
            + root.xsd
            + "</xs:element>"
            + types
            + "</xs:schema>";
    return new Case(xsd, root.value());
  }

  /** A type with a way to make values of it. */
  private final class Made {
    private final String xsd;
    private final Supplier<Object> values;

    /** An element that must have attributes cannot be nothing but null. */
    private boolean nothingRequired() {
      return !xsd.contains("use='required'");
    }

    private Made(String xsd, Supplier<Object> values) {
      this.xsd = xsd;
      this.values = values;
    }

    private Object value() {
      return values.get();
    }
  }

  private Made type(int depth) {
    StringBuilder attributes = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String name = name();
      String type = simple();
      boolean required = random.nextBoolean();
      attributes.append("<xs:attribute name='%s' type='xs:%s'".formatted(name, type));
      attributes.append(required ? " use='required'/>" : "/>");
      parts.add(
          record -> {
            if (required || random.nextBoolean()) {
              Object value = value(type, true);
              record.put("@" + name, value);
            }
          });
    }
    if (random.nextInt(5) == 0 && count > 0) {
      String type = simple();
      parts.add(record -> record.put("#text", value(type, false)));
      return complex(
          "<xs:simpleContent><xs:extension base='xs:"
              + type
              + "'>"
              + attributes
              + "</xs:extension></xs:simpleContent>",
          parts);
    }
    StringBuilder content = new StringBuilder();
    parts.add(group(content, depth, 0));
    return complex(content.toString() + attributes, parts);
  }

  private Made complex(String content, List<Part> parts) {
    return new Made(
        "<xs:complexType>" + content + "</xs:complexType>",
        () -> {
          Obj record = new Obj();
          parts.forEach(part -> part.fill(record));
          return record;
        });
  }

  private Part group(StringBuilder xsd, int depth, int nested) {
    boolean choice = random.nextInt(3) == 0;
    int min = nested == 0 ? 1 : random.nextInt(2);
    int max = random.nextInt(4) == 0 ? 3 : 1;
    xsd.append(choice ? "<xs:choice" : "<xs:sequence");
    xsd.append(" minOccurs='%d' maxOccurs='%d'>".formatted(min, max));
    List<Part> parts = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean inner = nested < 2 && random.nextInt(4) == 0;
      parts.add(inner ? group(xsd, depth, nested + 1) : element(xsd, depth));
    }
    xsd.append(choice ? "</xs:choice>" : "</xs:sequence>");
    return record -> {
      int rounds = min + random.nextInt(max - min + 1);
      for (int i = 0; i < rounds; i++) {
        if (choice) {
          parts.get(random.nextInt(parts.size())).fill(record);
        } else {
          parts.forEach(part -> part.fill(record));
        }
      }
    };
  }

  private Part element(StringBuilder xsd, int depth) {
    String name = name();
    // An element that stands at most once in each round can be divided among them in one way.
    int min = random.nextInt(2);
    boolean nillable = random.nextInt(4) == 0;
    xsd.append("<xs:element name='%s' minOccurs='%d'".formatted(name, min));
    xsd.append(nillable ? " nillable='true'" : "");
    Made made;
    if (depth < 2 && random.nextInt(3) == 0) {
      made = type(depth + 1);
      xsd.append('>').append(made.xsd).append("</xs:element>");
    } else {
      String type = simple();
      made = new Made("", () -> value(type, false));
      xsd.append(" type='xs:").append(type).append("'/>");
    }
    return record -> {
      if (min > 0 || random.nextBoolean()) {
        add(
            record,
            name,
            nillable && made.nothingRequired() && random.nextInt(4) == 0
                ? Null.NULL
                : made.value());
      }
    };
  }

  private static void add(Obj record, String name, Object value) {
    Object there = record.get(name);
    if (there instanceof List<?> list) {
      List<Object> longer = new ArrayList<>(list);
      longer.add(value);
      record.put(name, longer);
    } else {
      record.put(name, record.has(name) ? List.of(there, value) : value);
    }
  }

  private String name() {
    String start = random.nextBoolean() ? "e" : "名";
    return start + "-" + names++;
  }

  private String simple() {
    String[] all = {"string", "integer", "decimal", "boolean", "date", "double", "hexBinary"};
    return all[random.nextInt(all.length)];
  }

  private Object value(String type, boolean attribute) {
    return switch (type) {
      case "integer" -> Num.ofText(String.valueOf(random.nextLong()));
      case "decimal" -> Num.ofText(random.nextInt(1000) + "." + random.nextInt(10) + "0");
      case "double" -> Num.ofText(random.nextInt(9) + ".5E-" + random.nextInt(30));
      case "boolean" -> random.nextBoolean();
      case "date" -> "2024-02-2" + random.nextInt(10);
      case "hexBinary" -> "AP8=";
      default -> text(attribute);
    };
  }

  private String text(boolean attribute) {
    StringBuilder text = new StringBuilder();
    int[] chars = TEXTS.codePoints().toArray();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(chars[random.nextInt(chars.length)]);
    }
    return text.toString();
  }

  /** A record without a schema, as it is read of a document. */
  Obj loose(int depth) {
    Obj record = new Obj();
    int attributes = random.nextInt(3);
    for (int i = 0; i < attributes; i++) {
      record.put("@" + name(), text(true));
    }
    int elements = 1 + random.nextInt(4);
    for (int i = 0; i < elements; i++) {
      int times = random.nextInt(3) == 0 ? 2 : 1;
      List<Object> items = new ArrayList<>();
      for (int j = 0; j < times; j++) {
        items.add(depth > 0 && random.nextBoolean() ? loose(depth - 1) : text(false));
      }
      record.put(name(), times == 1 ? items.getFirst() : items);
    }
    if (random.nextInt(4) == 0) {
      record.put("#text", "t" + text(false));
    }
    return record;
  }
}
