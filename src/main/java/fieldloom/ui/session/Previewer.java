package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes previews. Called on a background thread, one call at a time. */
@FunctionalInterface
public interface Previewer {

  Preview preview(Request request);

  /**
   * What to compute.
   *
   * @param schemas by document
   * @param tables rows of the lookup tables that are read from elsewhere, by name
   * @param sample null where there is none: then only problems are found
   * @param record index of the driving record in the sample, from 0
   * @param loading what was wrong with schemas and tables; stands before what compiling finds
   * @param traced indexes of rules whose steps are told, beside those that are unfolded
   */
  record Request(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Map<String, List<List<Object>>> tables,
      @Nullable Sample sample,
      int record,
      List<Problem> loading,
      Set<Integer> traced) {

    /** A request without rules that are told. */
    public Request(
        Mapping mapping,
        Map<String, SchemaTree> schemas,
        Map<String, List<List<Object>>> tables,
        @Nullable Sample sample,
        int record,
        List<Problem> loading) {
      this(mapping, schemas, tables, sample, record, loading, Set.of());
    }
  }

  /** The real one, by the engine. */
  static Previewer engine() {
    return new EnginePreviewer();
  }
}
