package fieldloom.payload.edi;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the library's schemas. Thread-safe. */
final class StaediSchemas {
  /** Held, for a logger that nothing holds forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("io.xlate.edi");

  static {
    // It logs what users can do nothing about, such as types that a schema of its own does not use.
    LOGGER.setLevel(Level.OFF);
  }

  private StaediSchemas() {}

  /**
   * Reads a schema that has been checked: in one piece, without declarations of a document type.
   *
   * @throws EDISchemaException where its parts do not belong together
   */
  static Schema read(String xml) throws EDISchemaException {
    return SchemaFactory.newFactory()
        .createSchema(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The library's own schema of an envelope.
   *
   * @param version as the library cuts it: {@code 00401}, or {@code UNOA} and {@code 3}
   * @return null where it has none
   */
  static synchronized @Nullable Schema control(EdiStandard standard, String... version) {
    try {
      return SchemaFactory.newFactory().getControlSchema(standard.label(), version);
    } catch (EDISchemaException e) {
      throw new IllegalStateException("a schema of the library cannot be read", e);
    }
  }
}
