package fieldloom.ui.session;

import fieldloom.engine.Compilation;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.MappingCompiler;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaTree;
import fieldloom.model.formula.Formula;
import fieldloom.pack.Projects;
import fieldloom.pack.RecordedLookups;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.spill.SpillRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Maps the records of a sample and collects what goes wrong, each thing once. Thread-safe. */
public final class SampleChecker {
  private static final int MOST_FINDINGS = 500;

  private final Mapping mapping;
  private final Map<String, SchemaTree> schemas;
  private final Projects.Tables tables;
  private final @Nullable Sample sample;

  /**
   * @param mapping as it is edited
   * @param tables the lookup tables of the mapping, those of files read
   */
  public SampleChecker(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Projects.Tables tables,
      @Nullable Sample sample) {
    this.mapping = mapping;
    this.schemas = schemas;
    this.tables = tables;
    this.sample = sample;
  }

  /**
   * What was found.
   *
   * @param problems what compiling finds
   * @param records how many records were mapped
   */
  public record Checked(List<Problem> problems, List<SampleFinding> findings, int records) {
    public static final Checked NOTHING = new Checked(List.of(), List.of(), 0);

    public Checked {
      problems = List.copyOf(problems);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checks.
   *
   * @param most how many records at most
   * @param goesOn asked before each record; what was found until then is the answer
   */
  public Checked check(int most, BooleanSupplier goesOn) {
    Mapping filled = mapping.withTables(tables.mapping().tables());
    Compilation compilation = MappingCompiler.compile(filled, schemas, tables.rows());
    List<SampleFinding> found = new ArrayList<>();
    int records = 0;
    Sample of = sample;
    if (of != null) {
      try {
        records = map(compilation.mapping(), of, most, goesOn, found);
      } catch (ValueException e) {
        // A run that cannot begin, as without a parameter, tells nothing of values.
        records = 0;
      }
    }
    return new Checked(compilation.problems(), found, records);
  }

  private int map(
      CompiledMapping compiled,
      Sample of,
      int most,
      BooleanSupplier goesOn,
      List<SampleFinding> found) {
    CompiledMapping.Run run =
        compiled.start(new RunSettings(Map.of(), null, true, RecordedLookups.of(mapping)));
    List<Document> others = mapping.sources().subList(1, mapping.sources().size());
    others.forEach(source -> run.load(source.name(), of.of(source.name())));
    List<Object> records = of.of(mapping.driver().name());
    CompiledMapping.Intake intake = run.intake(SpillRoom.unbounded());
    int done = 0;
    while (done < Math.min(records.size(), most) && goesOn.getAsBoolean()) {
      Object record = records.get(done);
      done++;
      if (intake == null) {
        add(run.map(record, done), done, found);
      } else {
        taken(intake, run, record, done, found);
      }
    }
    if (intake != null) {
      int last = done;
      intake
          .rest()
          .forEachRemaining(t -> add(run.map(t.record().value(), t.number()), last, found));
    }
    return done;
  }

  private void taken(
      CompiledMapping.Intake intake,
      CompiledMapping.Run run,
      Object record,
      int number,
      List<SampleFinding> found) {
    try {
      for (Taken taken : intake.take(new InputRecord(record, number), number)) {
        add(run.map(taken.record().value(), taken.number()), number, found);
      }
    } catch (ValueException e) {
      String source = "source " + mapping.driver().name();
      Problem problem =
          new Problem(
              Problem.Severity.ERROR,
              e.code(),
              Problem.Place.named(source),
              String.valueOf(e.getMessage()),
              "");
      add(new SampleFinding(problem, number, 1, true), found);
    }
  }

  private void add(Outcome outcome, int record, List<SampleFinding> found) {
    List<SampleFinding> ofRecord = new ArrayList<>();
    for (FieldFailure failure : outcome.failures()) {
      once(new SampleFinding(problem(failure), record, 1, true), ofRecord);
    }
    for (Document target : mapping.targets()) {
      SchemaTree schema = schemas.get(target.name());
      if (schema != null) {
        for (Object made : outcome.outputs().getOrDefault(target.name(), List.of())) {
          for (Problem problem : FacetCheck.of(mapping, target, schema, made)) {
            once(new SampleFinding(problem, record, 1, false), ofRecord);
          }
        }
      }
    }
    ofRecord.forEach(f -> add(f, found));
  }

  private static void once(SampleFinding finding, List<SampleFinding> found) {
    if (found.stream().noneMatch(f -> f.isOf(finding))) {
      found.add(finding);
    }
  }

  private static void add(SampleFinding finding, List<SampleFinding> found) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).isOf(finding)) {
        found.set(i, found.get(i).once());
        return;
      }
    }
    if (found.size() < MOST_FINDINGS) {
      found.add(finding);
    }
  }

  /** A failure as a problem of its rule. */
  static Problem problem(FieldFailure failure) {
    Formula.Pos at = failure.position();
    Problem.Place place =
        new Problem.Place(
            failure.rule(),
            failure.target().replaceAll("\\[\\d+]", "[]"),
            at == null ? "from" : "formula",
            at == null ? 0 : at.line(),
            at == null ? 0 : at.column());
    return new Problem(Problem.Severity.ERROR, failure.code(), place, failure.message(), "");
  }
}
