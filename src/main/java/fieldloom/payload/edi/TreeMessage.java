package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.stream.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message whose segments are found in a tree of fields by their names. A segment belongs to the
 * innermost open loop that has a place for it; a loop begins with each segment that opens it.
 */
final class TreeMessage implements MessageBuilder {
  private final SegmentFiller filler;
  private final List<Level> open = new ArrayList<>();
  private Obj segment = new Obj();
  private List<EdiElement> elements = List.of();

  /** A loop that is open, or the message. */
  private record Level(List<EdiPart> parts, Obj item) {}

  TreeMessage(EdiGrammar grammar, SegmentFiller filler, Obj record) {
    this.filler = filler;
    open.add(new Level(grammar.parts(), record));
  }

  @Override
  public void startLoop(@Nullable EDIReference loop) {
    // Without a schema the library knows of none.
  }

  @Override
  public void endLoop() {
    // Without a schema the library knows of none.
  }

  @Override
  public @Nullable String startSegment(String tag, @Nullable EDIReference reference) {
    segment = new Obj();
    elements = List.of();
    boolean full = false;
    for (int i = open.size() - 1; i >= 0; i--) {
      Level level = open.get(i);
      for (EdiPart part : level.parts()) {
        if (!part.opener().equals(tag)) {
          continue;
        }
        if (!part.repeats() && level.item().has(part.name())) {
          full = true;
          continue;
        }
        open.subList(i + 1, open.size()).clear();
        begin(part, level.item());
        return null;
      }
    }
    return full
        ? "occurs again, where the sample or schema has it once"
        : "has no place in the sample or schema";
  }

  private void begin(EdiPart part, Obj parent) {
    switch (part) {
      case EdiPart.Segment known -> {
        elements = known.elements();
        add(known, parent, segment);
      }
      case EdiPart.Loop loop -> {
        Obj item = new Obj();
        add(loop, parent, item);
        open.add(new Level(loop.parts(), item));
        begin(loop.parts().getFirst(), item);
      }
    }
  }

  private static void add(EdiPart part, Obj parent, Obj item) {
    if (part.repeats()) {
      SegmentFiller.list(parent, part.name()).add(item);
    } else {
      parent.put(part.name(), item);
    }
  }

  @Override
  public void element(String text, Location at) {
    filler.put(segment, elements, text, at);
  }

  @Override
  public Obj record() {
    return open.getFirst().item();
  }
}
