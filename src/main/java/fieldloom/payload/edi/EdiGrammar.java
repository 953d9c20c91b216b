package fieldloom.payload.edi;

import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message is made of.
 *
 * @param label what the schema says of the message
 * @param parts its segments and loops in order, without the envelope
 * @param schema what messages are checked against; null where there is none
 * @param byReference the parts by where the schema refers to them; by identity
 */
public record EdiGrammar(
    EdiLabel label,
    List<EdiPart> parts,
    @Nullable Schema schema,
    Map<EDIReference, EdiPart> byReference) {

  public EdiGrammar {
    parts = List.copyOf(parts);
  }
}
