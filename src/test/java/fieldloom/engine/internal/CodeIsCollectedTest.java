package fieldloom.engine.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.MappingCompiler;
import fieldloom.engine.RunSettings;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A designer compiles with every edit: the classes that mappings become go with them. */
class CodeIsCollectedTest {
  private static final int MOST_COLLECTIONS = 20;

  @Test
  void the_class_of_a_mapping_goes_when_nobody_holds_the_mapping() {
    WeakReference<Class<?>> code = codeOfAMappingThatRan();

    for (int i = 0; i < MOST_COLLECTIONS && code.get() != null; i++) {
      System.gc();
    }

    assertThat(code.get()).isNull();
  }

  private static WeakReference<Class<?>> codeOfAMappingThatRan() {
    CompiledMapping compiled = MappingCompiler.compile(mapping(), Map.of(), Map.of()).mapping();
    CompiledMapping.Run run = compiled.start(RunSettings.DEFAULT);
    for (int i = 1; i <= 1_000; i++) {
      assertThat(run.map(new Obj().put("n", Num.of(i)), i).failed()).isFalse();
    }
    MappingPlan plan = (MappingPlan) compiled;
    Class<?> code = requireNonNull(plan.code().records(plan)).pieces()[0].getClass();
    assertThat(code.isHidden()).isTrue();
    return new WeakReference<>(code);
  }

  private static Mapping mapping() {
    return Mapping.empty(
            "collected",
            new Document("order", "ndjson", new SchemaRef.None()),
            new Document("bill", "ndjson", new SchemaRef.None()))
        .withRules(List.of(Rule.formula("twice", "order.n * 2")));
  }
}
