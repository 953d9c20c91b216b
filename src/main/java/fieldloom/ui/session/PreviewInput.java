package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What previews are computed of beside the mapping: sample, record, tables, what is traced. */
final class PreviewInput {
  final ReadOnlyObjectWrapper<@Nullable Sample> sample = new ReadOnlyObjectWrapper<>();
  final ReadOnlyIntegerWrapper record = new ReadOnlyIntegerWrapper();
  private Map<String, List<List<Object>>> tables = Map.of();
  private Function<RuleIndex, Set<Integer>> traced = index -> Set.of();

  void setTables(Map<String, List<List<Object>>> value) {
    tables = Map.copyOf(value);
  }

  void setSample(@Nullable Sample value) {
    sample.set(value);
    record.set(0);
  }

  void changeSample(Sample value) {
    sample.set(value);
  }

  void setTraced(Function<RuleIndex, Set<Integer>> rules) {
    traced = rules;
  }

  /** Takes another record, from 0; false where the sample has none there. */
  boolean setRecord(int value, String driver) {
    Sample now = sample.get();
    boolean there = now != null && value >= 0 && value < now.of(driver).size();
    if (there) {
      record.set(value);
    }
    return there;
  }

  /**
   * @param index of the mapping; null where nothing of it is traced
   */
  Previewer.Request request(
      Mapping of,
      Map<String, SchemaTree> schemas,
      List<Problem> loading,
      @Nullable RuleIndex index) {
    Set<Integer> rules = index == null ? Set.of() : traced.apply(index);
    return new Previewer.Request(of, schemas, tables, sample.get(), record.get(), loading, rules);
  }
}
