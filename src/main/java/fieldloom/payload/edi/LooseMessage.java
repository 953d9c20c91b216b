package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.stream.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message about which nothing is known but what the usual messages have in common ({@link
 * LoopOpeners}). Segments and loops are lists; only the segment that opens a loop is an object, for
 * a loop has one. An element is a text, or an object of components where it has several.
 */
final class LooseMessage implements MessageBuilder {
  private final List<Level> open = new ArrayList<>();
  private Obj segment = new Obj();
  private String tag = "";

  /**
   * A loop that is open, or the message.
   *
   * @param opener null of the message
   */
  private record Level(LoopOpeners.@Nullable Opener opener, Obj item) {
    boolean ends(String tag, LoopOpeners.@Nullable Opener next) {
      return opener != null && (!opener.holds(tag) || next != null && next.rank() <= opener.rank());
    }
  }

  LooseMessage(Obj record) {
    open.add(new Level(null, record));
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
  public @Nullable String startSegment(String newTag, @Nullable EDIReference reference) {
    tag = newTag;
    segment = new Obj();
    LoopOpeners.Opener opener = LoopOpeners.of(tag);
    while (open.getLast().ends(tag, opener)) {
      open.removeLast();
    }
    Obj parent = open.getLast().item();
    if (opener == null) {
      SegmentFiller.list(parent, tag).add(segment);
    } else {
      Obj item = new Obj();
      SegmentFiller.list(parent, EdiNames.loopOf(tag)).add(item);
      item.put(tag, segment);
      open.add(new Level(opener, item));
    }
    return null;
  }

  @Override
  public void element(String text, Location at) {
    if (text.isEmpty()) {
      return;
    }
    String name = EdiNames.element(tag, at.getElementPosition());
    Object known = segment.get(name);
    boolean component = at.getComponentPosition() > 0;
    int repetition = Math.max(1, at.getElementOccurrence());
    if (known == Absent.ABSENT) {
      segment.put(name, component ? composite(new Obj(), name, text, at) : text);
    } else if (repetition == 1 && known instanceof Obj whole) {
      composite(whole, name, text, at);
    } else {
      repeated(name, known, repetition, component, text, at);
    }
  }

  private void repeated(
      String name, Object known, int repetition, boolean component, String text, Location at) {
    List<Object> list = new ArrayList<>();
    if (known instanceof List<?> already) {
      list.addAll(already);
    } else {
      list.add(known);
    }
    if (component && list.size() >= repetition && list.getLast() instanceof Obj last) {
      composite(last, name, text, at);
    } else {
      list.add(component ? composite(new Obj(), name, text, at) : text);
    }
    segment.put(name, list);
  }

  private static Obj composite(Obj composite, String name, String text, Location at) {
    return composite.put(EdiNames.component(name, at.getComponentPosition()), text);
  }

  @Override
  public Obj record() {
    return open.getFirst().item();
  }
}
