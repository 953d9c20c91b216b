package fieldloom.payload.edi;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records that the messages of a grammar can hold, of any shape that it allows. */
final class GeneratedMessages {
  private static final int MOST_ITEMS = 3;
  private static final int MOST_TEXT = 40;

  private final Random random;
  private final int[] letters;

  /**
   * @param letters the characters of texts
   */
  GeneratedMessages(Random random, String letters) {
    this.random = random;
    this.letters = letters.codePoints().toArray();
  }

  Obj record(EdiGrammar grammar) {
    return level(grammar.parts());
  }

  private Obj level(List<EdiPart> parts) {
    Obj level = new Obj();
    for (EdiPart part : parts) {
      int count = count(part.required(), part.repeats());
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        items.add(
            switch (part) {
              case EdiPart.Segment segment -> elements(segment.elements());
              case EdiPart.Loop loop -> level(loop.parts());
            });
      }
      put(level, part.name(), part.repeats(), items);
    }
    return level;
  }

  private int count(boolean required, boolean repeats) {
    int most = repeats ? MOST_ITEMS : 1;
    return required ? 1 + random.nextInt(most) : random.nextInt(most + 1);
  }

  private static void put(Obj parent, String name, boolean repeats, List<Object> items) {
    if (!items.isEmpty()) {
      parent.put(name, repeats ? items : items.getFirst());
    }
  }

  /** A segment or composite; one of its elements at least is there. */
  private Obj elements(List<EdiElement> elements) {
    Obj owner = new Obj();
    int sure = random.nextInt(elements.size());
    for (int at = 0; at < elements.size(); at++) {
      EdiElement element = elements.get(at);
      int count = count(element.required() || at == sure, element.repeats());
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        EdiType type = element.type();
        items.add(type == null ? elements(element.components()) : value(type));
      }
      put(owner, element.name(), element.repeats(), items);
    }
    return owner;
  }

  private Object value(EdiType type) {
    List<String> codes = List.copyOf(type.codes().keySet());
    if (!codes.isEmpty()) {
      return codes.get(random.nextInt(codes.size()));
    }
    return switch (type.kind()) {
      case TEXT -> text(type);
      case NUMBER -> Num.of(BigDecimal.valueOf(digits(type), type.scale()));
      case DECIMAL -> decimal(type);
      case DATE -> LocalDate.of(1970, 1, 1).plusDays(random.nextInt(36_000)).toString();
      case TIME -> String.format("%02d:%02d:00", random.nextInt(24), random.nextInt(60));
      case BINARY -> throw new AssertionError("no schema of the tests has bytes");
    };
  }

  private int length(EdiType type) {
    long most = type.maxLength() == 0 ? MOST_TEXT : Math.min(MOST_TEXT, type.maxLength());
    long least = Math.max(1, type.minLength());
    return (int) (least + random.nextInt((int) (most - least + 1)));
  }

  private String text(EdiType type) {
    StringBuilder text = new StringBuilder();
    int length = length(type);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private long digits(EdiType type) {
    long most = type.maxLength() == 0 ? 9 : Math.min(9, type.maxLength());
    long value = random.nextLong((long) Math.pow(10, most));
    return random.nextInt(4) == 0 ? -value : value;
  }

  private Num decimal(EdiType type) {
    BigDecimal whole = BigDecimal.valueOf(digits(type));
    int scale = random.nextInt(Math.max(1, whole.precision()));
    return Num.ofText(whole.movePointLeft(scale).toPlainString());
  }
}
