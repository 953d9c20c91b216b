package fieldloom.job;

import fieldloom.engine.Compilation;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.SchemaRef;
import fieldloom.model.formula.Formula;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.pack.Project;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping made by hand: copies {@code id} and {@code qty}, adds the price found in the source
 * {@code prices}, sends records with {@code audit} to the target audit too; fails where qty is not
 * positive, and overflows the stack where {@code deep} is there.
 */
final class FakeMapping implements CompiledMapping {
  private static final Resources NOTHING =
      name -> {
        throw new FileNotFoundException("There is no " + name + ".");
      };

  static Project project(String sourceFormat, String targetFormat) {
    return project(
        List.of(document("order", sourceFormat)),
        List.of(document("bill", targetFormat)),
        List.of());
  }

  static Project project(List<Document> sources, List<Document> targets, List<Problem> problems) {
    Mapping mapping =
        Mapping.empty("fake", sources.getFirst(), targets.getFirst())
            .withSources(sources)
            .withTargets(targets);
    return new Project(
        mapping, NOTHING, Map.of(), new Compilation(problems, new FakeMapping()), List.of());
  }

  static Document document(String name, String format) {
    return new Document(name, format, new SchemaRef.None(), null, Extras.NONE);
  }

  @Override
  public Run start(RunSettings settings) {
    if (settings.set().containsKey("wrong")) {
      throw new ValueException("unknown-parameter", "The mapping has no parameter wrong.");
    }
    return new FakeRun();
  }

  private static final class FakeRun implements Run {
    private final Map<Object, Object> prices = new HashMap<>();

    @Override
    public Run another() {
      FakeRun other = new FakeRun();
      other.prices.putAll(prices);
      return other;
    }

    @Override
    public void load(String source, List<Object> records) {
      for (Object record : records) {
        prices.put(((Obj) record).get("id"), ((Obj) record).get("price"));
      }
    }

    @Override
    public Outcome map(Object record, long number) {
      Obj order = (Obj) record;
      if (order.has("deep")) {
        return new Outcome(Map.of(), descend(0));
      }
      Object qty = order.get("qty");
      if (qty == Absent.ABSENT || qty == Null.NULL || ((Num) qty).value().signum() <= 0) {
        return new Outcome(
            Map.of(),
            List.of(
                new FieldFailure(
                    "qty", 1, new Formula.Pos(1, 4), "error", "quantity must be positive"),
                new FieldFailure("other", 2, null, "second", "never told")));
      }
      Obj bill = new Obj().put("id", order.get("id")).put("qty", qty);
      bill.put("price", prices.getOrDefault(order.get("id"), Absent.ABSENT));
      List<Object> audit = order.has("audit") ? List.of(order.get("audit")) : List.of();
      return new Outcome(Map.of("bill", List.of(bill), "audit", audit), List.of());
    }

    private static List<FieldFailure> descend(int depth) {
      List<FieldFailure> deeper = new ArrayList<>(descend(depth + 1));
      deeper.add(new FieldFailure("x" + depth, 0, null, "x", "x"));
      return deeper;
    }
  }
}
