package fieldloom.ui.schemas;

import fieldloom.model.Document;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaLoader;
import fieldloom.store.StoreException;
import fieldloom.ui.session.Side;
import java.io.IOException;

/** Keeps a picked schema beside the open mapping. Called in the background. */
@FunctionalInterface
public interface SchemaKeeper {

  /**
   * Saves the files of a schema as further documents of the workspace; the old ones stay.
   *
   * @param old the source or target that gets the schema
   */
  Kept keep(Side side, Document old, SchemaPick pick)
      throws StoreException, SchemaException, IOException;

  /**
   * What was kept.
   *
   * @param document the source or target with its new schema, under its old name
   * @param schema as it will be loaded from now on
   */
  record Kept(Document document, SchemaLoader.One schema) {}
}
