package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.schema.SchemaLoader;

/** Loads the schemas of sources and targets. Called on a background thread, one call at a time. */
@FunctionalInterface
public interface SchemaSource {

  /** The schema of a source or target; what is wrong with it is a problem, not an exception. */
  SchemaLoader.One load(Side side, Document document);
}
