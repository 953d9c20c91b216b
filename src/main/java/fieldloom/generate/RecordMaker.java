package fieldloom.generate;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.text.IsoText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes records of a schema. Not thread-safe. */
final class RecordMaker {
  private static final int MOST_VALUES = 4_000;
  private static final int DEEP = 5;
  private static final int MANY_ITEMS = 60;

  private final SchemaNode root;
  private final TextMaker texts = new TextMaker();
  private final Map<SchemaNode, Map<SchemaNode, Meaning>> meanings = new IdentityHashMap<>();
  private final Deque<SchemaNode> open = new ArrayDeque<>();
  private int values;

  RecordMaker(SchemaTree schema) {
    this.root = schema.root();
  }

  /**
   * A record.
   *
   * @param number from 1
   */
  Object record(SampleKind kind, boolean chinese, long number, Random random) {
    values = 0;
    Times times = new Times(random, kind);
    Scene scene = new Scene(kind, chinese, number, 1, new Party(random, chinese), times, random);
    return value(root, null, scene);
  }

  private Object value(SchemaNode node, @Nullable SchemaNode around, Scene scene) {
    values++;
    if (scene.kind() == SampleKind.NULLS && node.nullable() && around != null) {
      return Null.NULL;
    }
    Meaning meaning = meaning(node, around);
    return switch (node.type()) {
      case OBJECT -> object(node, scene);
      case ANY ->
          node.children().isEmpty() ? texts.text(node, meaning, scene) : object(node, scene);
      case ARRAY -> list(node, count(node, scene), scene);
      case STRING -> texts.text(node, meaning, scene);
      case INTEGER, DECIMAL -> NumberMaker.number(node, meaning, scene);
      case BOOLEAN -> flag(node, scene);
      case DATE, TIME, DATETIME -> time(node, scene);
      case BINARY -> new Binary(texts.text(node, meaning, scene).getBytes(StandardCharsets.UTF_8));
    };
  }

  private Meaning meaning(SchemaNode node, @Nullable SchemaNode around) {
    return meanings
        .computeIfAbsent(around == null ? node : around, key -> new IdentityHashMap<>())
        .computeIfAbsent(node, key -> Meaning.of(node, around));
  }

  private static Object flag(SchemaNode node, Scene scene) {
    String listed = TextMaker.listed(node.facets(), scene);
    return listed == null ? scene.random().nextBoolean() : Boolean.valueOf(listed.equals("true"));
  }

  private Object time(SchemaNode node, Scene scene) {
    String listed = TextMaker.listed(node.facets(), scene);
    if (listed != null) {
      return listed;
    }
    String title = node.titles().plain();
    LocalDateTime moment =
        scene.times().moment(Meaning.words(node.name()) + (title == null ? "" : " " + title));
    ZoneOffset zone = scene.chinese() ? ZoneOffset.ofHours(8) : ZoneOffset.UTC;
    Temporal time =
        switch (node.type()) {
          case DATE -> moment.toLocalDate();
          case TIME -> moment.toLocalTime().atOffset(zone);
          default -> moment.atOffset(zone);
        };
    String pattern = node.facets().pattern();
    return pattern == null ? time : texts.formed(pattern, IsoText.of(time), scene);
  }

  private Obj object(SchemaNode node, Scene scene) {
    Obj made = new Obj();
    open.push(node);
    Map<String, Integer> counts =
        ContentCounts.of(node, scene, field -> wanted(node, field, scene));
    for (SchemaNode child : node.children()) {
      Integer count = counts.get(child.name());
      if (count == null ? present(child, scene) : count > 0) {
        int items = count == null ? count(child, scene) : count;
        boolean list = child.type() == FieldType.ARRAY;
        boolean none = scene.kind() == SampleKind.NULLS && child.nullable();
        made.put(
            child.name(), list && !none ? list(child, items, scene) : value(child, node, scene));
      }
    }
    open.pop();
    if (scene.kind() == SampleKind.TYPICAL || scene.kind() == SampleKind.MANY) {
      Amounts.settle(made, node, child -> meaning(child, node));
    }
    return made;
  }

  /** Whether an optional field of an XML document's content is there. */
  private boolean wanted(SchemaNode node, String name, Scene scene) {
    SchemaNode child = node.child(name);
    return child != null && !isOpen(child) && optional(child, scene);
  }

  private boolean present(SchemaNode child, Scene scene) {
    return child.required() || !isOpen(child) && optional(child, scene);
  }

  /** A field within itself would have no end. */
  private boolean isOpen(SchemaNode child) {
    SchemaNode inner = child.innermost();
    return open.stream().anyMatch(node -> node == inner);
  }

  private boolean optional(SchemaNode child, Scene scene) {
    boolean room = values < MOST_VALUES;
    boolean shallow = child.innermost().type().isScalar() || open.size() < DEEP;
    return switch (scene.kind()) {
      case EMPTY -> false;
      case TYPICAL -> room && shallow && (scene.number() == 1 || scene.random().nextInt(8) > 0);
      case NULLS, LONGEST, MANY, SMALLEST, LARGEST, FIRST, LAST, CHARACTERS -> room && shallow;
    };
  }

  /** How many items a list has. */
  private int count(SchemaNode node, Scene scene) {
    Integer least = node.facets().limits().minItems();
    Integer most = node.facets().limits().maxItems();
    boolean xml = node.xml() != null;
    int from = least == null ? (xml && node.required() ? 1 : 0) : least;
    int to = most == null ? Integer.MAX_VALUE : most;
    if (node.type() == FieldType.ARRAY && isOpen(node)) {
      return from;
    }
    int wanted =
        switch (scene.kind()) {
          case EMPTY -> from;
          case MANY -> open.size() <= 1 ? MANY_ITEMS : 3;
          case TYPICAL -> 1 + scene.random().nextInt(3);
          case NULLS, LONGEST, SMALLEST, LARGEST, FIRST, LAST, CHARACTERS -> 2;
        };
    return Math.max(from, Math.min(to, wanted));
  }

  private List<Object> list(SchemaNode node, int count, Scene scene) {
    List<Object> items = new ArrayList<>();
    if (node.isTuple()) {
      for (SchemaNode place : node.places()) {
        items.add(value(place, node, scene));
      }
      return items;
    }
    SchemaNode item = node.item();
    for (int i = 1; i <= count; i++) {
      items.add(value(item, node, scene.within(i)));
    }
    return items;
  }
}
