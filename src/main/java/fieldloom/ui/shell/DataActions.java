package fieldloom.ui.shell;

import fieldloom.generate.SampleMask;
import fieldloom.job.JobService;
import fieldloom.model.Document;
import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.RecordError;
import fieldloom.model.SchemaTree;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadSpec;
import fieldloom.profile.FieldProfile;
import fieldloom.profile.Profiler;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.profile.ProfileDialog;
import fieldloom.ui.profile.ProfileRunner;
import fieldloom.ui.profile.ProfileViewModel;
import fieldloom.ui.samples.GenerateDialog;
import fieldloom.ui.samples.GenerateViewModel;
import fieldloom.ui.samples.MaskDialog;
import fieldloom.ui.samples.MaskViewModel;
import fieldloom.ui.samples.SampleShelf;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Samples made up or captured, and profiles, of the open mapping. FX thread. */
final class DataActions {
  private final Workbench bench;
  private final Overlay overlay;
  private final WorkspaceFiles files;
  private final EditActions edits;
  private final Background background;

  /** A sample as it came; the mask is null where nothing in it is personal. */
  private record Captured(byte[] content, @Nullable SampleMask mask) {}

  DataActions(Workbench bench, Overlay overlay, WorkspaceFiles files, EditActions edits) {
    this.bench = bench;
    this.overlay = overlay;
    this.files = files;
    this.edits = edits;
    this.background = bench.services().background();
  }

  /** Makes a sample of the driving source up from its schema. */
  void generate() {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      boolean chinese = Texts.language() == Language.CHINESE;
      GenerateViewModel model = new GenerateViewModel(spec(open), background, chinese);
      overlay.show(new GenerateDialog(model, made -> keep(open, made.fileName(), made.content())));
    }
  }

  private static PayloadSpec spec(OpenMapping open) {
    EditorSession session = open.session();
    Document driver = session.mapping().driver();
    SchemaTree schema =
        session.schemas().getOrDefault(driver.name(), SchemaTree.unknown(driver.name()));
    return new PayloadSpec(driver.name(), driver.format(), driver.options(), schema);
  }

  /** What is personal in a sample can be masked before it is kept, wherever it came from. */
  SampleShelf.Intake masking(OpenMapping open) {
    return (draft, then) -> ask(spec(open), draft, then);
  }

  /**
   * What is personal in records that a run failed can be masked before they become test cases: in
   * all of them at once, so that the same values stay the same. Given up, none of them is kept.
   *
   * @param name what they are called when it is asked
   * @param then takes the records that could be read
   */
  void maskRecords(
      OpenMapping open, String name, List<RecordError> records, Consumer<List<RecordError>> then) {
    List<RecordError> failed = records.stream().filter(each -> each.input() != null).toList();
    String lines = failed.stream().map(RecordError::input).collect(Collectors.joining("\n"));
    PayloadSpec source = spec(open);
    ask(
        new PayloadSpec(source.name(), "ndjson", null, source.schema()),
        new SampleShelf.Draft(name, lines.getBytes(StandardCharsets.UTF_8), ""),
        kept -> then.accept(with(failed, new String(kept.content(), StandardCharsets.UTF_8))));
  }

  private static List<RecordError> with(List<RecordError> records, String lines) {
    Iterator<String> line = lines.lines().iterator();
    return records.stream().map(record -> record.withInput(line.next())).toList();
  }

  private void ask(PayloadSpec spec, SampleShelf.Draft draft, Consumer<SampleShelf.Draft> then) {
    background.run(
        () -> new Captured(draft.content(), mask(spec, draft.content())),
        captured -> {
          if (captured.mask() == null) {
            then.accept(draft);
          } else {
            MaskViewModel model =
                new MaskViewModel(draft.name(), captured.mask(), draft.content(), background);
            overlay.show(new MaskDialog(model, masked -> then.accept(draft.with(masked))));
          }
        },
        edits::failed);
  }

  private static @Nullable SampleMask mask(PayloadSpec spec, byte[] content) {
    try {
      SampleMask mask = SampleMask.read(spec, content);
      return mask.found().isEmpty() ? null : mask;
    } catch (BadRecordException | IOException e) {
      // It is no sample of this source, which is said when it is put beside the mapping.
      return null;
    }
  }

  private void keep(OpenMapping open, String fileName, byte[] content) {
    EditorSession session = open.session();
    SampleReader reader = files.reader(open.path(), session.mapping(), session.schemas());
    background.run(
        () -> files.importSample(reader, open.path(), fileName, content),
        found -> kept(open, found),
        edits::failed);
  }

  private void kept(OpenMapping open, Sample found) {
    if (!open.samples().contains(found.name())) {
      open.samples().add(found.name());
    }
    open.session().setSample(found);
    overlay.toast().show(Toast.Kind.GOOD, Workbench.TEXTS.get("sample.imported", found.name()));
  }

  /** Shows what the fields of the mapping hold over a whole file. */
  void profile() {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      edits.flushed(
          () ->
              background.run(files::allSamples, samples -> profile(open, samples), edits::failed));
    }
  }

  private void profile(OpenMapping open, List<String> samples) {
    EditorSession session = open.session();
    Mapping mapping = session.mapping();
    Sample sample = session.sample();
    Map<String, String> offered =
        sample == null ? Map.of() : Map.of(mapping.driver().name(), sample.name());
    ProfileViewModel model =
        new ProfileViewModel(mapping, offered, samples, runner(open, mapping), background);
    overlay.show(
        new ProfileDialog(model, bench.services().choosers(), field -> select(session, field)));
  }

  private ProfileRunner runner(OpenMapping open, Mapping mapping) {
    JobService jobs =
        new JobService(files.store(), bench.services().loader(), bench.services().outputFolder());
    return (inputs, listener) ->
        () -> {
          Job job =
              new Job(
                  0,
                  mapping.name(),
                  open.path(),
                  inputs,
                  Map.of(),
                  Job.OnError.SKIP,
                  Map.of(),
                  null);
          return Profiler.of(jobs.reading(files.workspace(), job), listener);
        };
  }

  private static void select(EditorSession session, FieldProfile field) {
    FieldRef ref = new FieldRef(field.document(), Path.parse(field.path()));
    session.select(Selection.field(field.target() ? Side.TARGET : Side.SOURCE, ref));
  }
}
