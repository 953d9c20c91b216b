package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what stands between the header of a message and its trailer. */
final class MessageWriter {
  private final @Nullable EdiGrammar grammar;
  private final EdiStandard standard;
  private final SegmentWriter segments;
  private final RecordParts own = new RecordParts();
  private int count;

  /**
   * @param grammar null where the records themselves are to tell
   */
  MessageWriter(@Nullable EdiGrammar grammar, EdiStandard standard, SegmentWriter segments) {
    this.grammar = grammar;
    this.standard = standard;
    this.segments = segments;
  }

  /** Appends the segments of a record and returns how many they are. */
  int append(StringBuilder out, Obj record) throws UnfitException {
    count = 0;
    List<EdiPart> parts = grammar == null ? own.of(record) : grammar.parts();
    level(out, parts, record, true);
    return count;
  }

  private void level(StringBuilder out, List<EdiPart> parts, Obj item, boolean top)
      throws UnfitException {
    for (EdiPart part : parts) {
      each(out, part, item.get(part.name()));
    }
    for (Map.Entry<String, Object> field : item.fields().entrySet()) {
      String name = field.getKey();
      boolean envelope = top && standard.headers().contains(name);
      if (!envelope && EdiPart.named(parts, name) == null) {
        throw new UnfitException(
            "has the field " + name + ", which is no segment or loop of the message at this place");
      }
    }
  }

  private void each(StringBuilder out, EdiPart part, Object value) throws UnfitException {
    if (value == Absent.ABSENT || value == Null.NULL) {
      return;
    }
    if (value instanceof List<?> list) {
      for (Object one : list) {
        one(out, part, one);
      }
    } else {
      one(out, part, value);
    }
  }

  private void one(StringBuilder out, EdiPart part, Object value) throws UnfitException {
    if (!(value instanceof Obj item)) {
      throw new UnfitException("has no object in the field " + part.name());
    }
    switch (part) {
      case EdiPart.Segment segment -> {
        EdiPart.Segment known = grammar == null ? own.segment(segment, item) : segment;
        segments.append(out, known, item);
        count++;
      }
      case EdiPart.Loop loop -> loop(out, loop, item);
    }
  }

  private void loop(StringBuilder out, EdiPart.Loop loop, Obj item) throws UnfitException {
    List<EdiPart> parts = grammar == null ? own.of(item) : loop.parts();
    String first = parts.isEmpty() ? "" : parts.getFirst().name();
    Object opener = item.get(first);
    if (opener == Absent.ABSENT || opener == Null.NULL) {
      throw new UnfitException(
          "has a loop "
              + loop.name()
              + " without the segment "
              + loop.opener()
              + ", which opens it; map one of its elements");
    }
    if (!loop.nested()) {
      level(out, parts, item, false);
      return;
    }
    Obj outer = new Obj();
    item.fields()
        .forEach(
            (name, value) -> {
              if (!name.equals(loop.name())) {
                outer.put(name, value);
              }
            });
    level(out, parts, outer, false);
    each(out, loop, item.get(loop.name()));
  }
}
