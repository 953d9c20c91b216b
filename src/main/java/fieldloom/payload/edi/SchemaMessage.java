package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.stream.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message whose loops and segments the library finds in its schema. */
final class SchemaMessage implements MessageBuilder {
  private final EdiGrammar grammar;
  private final SegmentFiller filler;
  private final Obj record;
  private final Deque<Obj> open = new ArrayDeque<>();
  private Obj segment = new Obj();
  private List<EdiElement> elements = List.of();

  SchemaMessage(EdiGrammar grammar, SegmentFiller filler, Obj record) {
    this.grammar = grammar;
    this.filler = filler;
    this.record = record;
    open.push(record);
  }

  @Override
  public void startLoop(@Nullable EDIReference loop) {
    Obj item = new Obj();
    EdiPart part = loop == null ? null : grammar.byReference().get(loop);
    if (part != null) {
      add(part, item);
    }
    open.push(item);
  }

  @Override
  public void endLoop() {
    if (open.size() > 1) {
      open.pop();
    }
  }

  @Override
  public @Nullable String startSegment(String tag, @Nullable EDIReference reference) {
    segment = new Obj();
    elements = List.of();
    if (reference != null
        && grammar.byReference().get(reference) instanceof EdiPart.Segment known) {
      elements = known.elements();
      add(known, segment);
    }
    return null;
  }

  private void add(EdiPart part, Obj item) {
    Obj parent = open.element();
    if (part.repeats() || part instanceof EdiPart.Loop loop && loop.nested()) {
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
    return record;
  }
}
