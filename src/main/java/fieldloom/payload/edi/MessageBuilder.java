package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.stream.Location;
import org.jspecify.annotations.Nullable;

/** Builds the record of one message from what is met in it, in order. */
sealed interface MessageBuilder permits SchemaMessage, TreeMessage, LooseMessage {

  /**
   * A loop begins.
   *
   * @param loop where the schema has it
   */
  void startLoop(@Nullable EDIReference loop);

  /** The innermost loop ends. */
  void endLoop();

  /**
   * A segment begins.
   *
   * @param segment where the schema has it; null where there is no schema, or it has none
   * @return what is wrong with it, a sentence that goes on from its name; null where nothing is
   */
  @Nullable String startSegment(String tag, @Nullable EDIReference segment);

  /** An element or component of the segment. */
  void element(String text, Location at);

  /** The message; what has come so far. */
  Obj record();
}
