package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.Words;
import fieldloom.model.Job;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.landscape.Fields.Choice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Asks which document flows between which systems, by which mapping and job. */
final class FlowDialog extends Dialog {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  /** Stands for a mapping that is yet to be made; no document has that path. */
  private static final String NEW_MAPPING = "";

  private final Landscape landscape;
  private final Offer offer;
  private final @Nullable Flow before;
  private final ComboBox<Choice<String>> from;
  private final ComboBox<Choice<String>> to;
  private final TextField english;
  private final TextField chinese;
  private final ComboBox<Choice<String>> mapping;
  private final ComboBox<Choice<String>> job;
  private final Label problem = Controls.label("", "fl-bad", "fl-small");

  /** What there is to choose from. */
  record Offer(List<BusinessSystem> systems, LandscapeReader.Offer workspace) {}

  /** Told of the flow. */
  interface Done {
    /**
     * @param newMapping whether it wants a mapping that is yet to be made
     */
    void accept(Flow flow, boolean newMapping);
  }

  /**
   * @param before the flow that is changed; null for a new one
   * @param start id of the system a new one leaves; null where nobody has said
   */
  FlowDialog(
      Landscape landscape, Offer offer, @Nullable Flow before, @Nullable String start, Done done) {
    super(
        before == null
            ? TEXTS.get("flow.new")
            : TEXTS.get("edit.title", LandscapeWords.first(before.title())));
    this.landscape = landscape;
    this.offer = offer;
    this.before = before;
    from = Fields.choices("flow.from", systems());
    to = Fields.choices("flow.to", systems());
    Words title = before == null ? Words.NONE : before.title();
    english = Fields.text("title.en", title.english());
    chinese = Fields.text("title.zh", title.chinese());
    mapping = Fields.choices("flow.mapping", mappings());
    job = Fields.choices("flow.job", jobs());
    chooseFirst(start);
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    mapping.valueProperty().addListener((o, was, is) -> suggestJob(is));
    body()
        .getChildren()
        .addAll(
            Fields.row("flow.from", from),
            Fields.row("flow.to", to),
            Fields.row("title.en", english),
            Fields.row("title.zh", chinese),
            Fields.row("flow.mapping", mapping),
            Fields.row("flow.job", job),
            problem);
    Button cancel = addButton(Controls.button(TEXTS.get("cancel")));
    cancel.setOnAction(e -> close());
    Button ok = addButton(Controls.primary(TEXTS.get(before == null ? "flow.add" : "keep")));
    ok.setDefaultButton(true);
    ok.setOnAction(e -> finish(done));
    startAt(before == null && start != null ? to : from);
  }

  private void chooseFirst(@Nullable String start) {
    Flow known = before;
    if (known != null) {
      Fields.choose(from, known.from());
      Fields.choose(to, known.to());
      Fields.choose(mapping, known.mapping());
      Fields.choose(job, known.job());
      return;
    }
    Fields.choose(from, start);
    String central =
        offer.systems().stream()
            .filter(s -> s.central() || from.getValue() == null)
            .map(BusinessSystem::id)
            .findFirst()
            .orElse(null);
    Choice<String> leaves = from.getValue();
    boolean leavesCentral = leaves != null && java.util.Objects.equals(leaves.value(), central);
    Fields.choose(
        to,
        leavesCentral || central == null
            ? offer.systems().stream()
                .map(BusinessSystem::id)
                .filter(id -> leaves == null || !id.equals(leaves.value()))
                .findFirst()
                .orElse(null)
            : central);
    Fields.choose(mapping, null);
    Fields.choose(job, null);
  }

  private List<Choice<String>> systems() {
    return offer.systems().stream()
        .map(
            system -> {
              String title = LandscapeWords.first(system.title());
              String words = title.isEmpty() ? system.name() : system.name() + " · " + title;
              return new Choice<>(system.id(), words);
            })
        .toList();
  }

  /** What the flow has stays on offer, even where the workspace has it no more. */
  private List<Choice<String>> mappings() {
    List<Choice<String>> choices = new ArrayList<>();
    choices.add(new Choice<>(null, TEXTS.get("flow.mapping.none")));
    choices.add(new Choice<>(NEW_MAPPING, TEXTS.get("flow.mapping.new")));
    List<String> paths = offer.workspace().mappings();
    String own = before == null ? null : before.mapping();
    if (own != null && !paths.contains(own)) {
      choices.add(new Choice<>(own, own));
    }
    paths.forEach(path -> choices.add(new Choice<>(path, path)));
    return choices;
  }

  private List<Choice<String>> jobs() {
    List<Choice<String>> choices = new ArrayList<>();
    choices.add(new Choice<>(null, TEXTS.get("flow.job.none")));
    List<String> names = offer.workspace().jobs().stream().map(Job::name).toList();
    String own = before == null ? null : before.job();
    if (own != null && !names.contains(own)) {
      choices.add(new Choice<>(own, own));
    }
    names.forEach(name -> choices.add(new Choice<>(name, name)));
    return choices;
  }

  /** A mapping that one job runs brings its job along. */
  private void suggestJob(@Nullable Choice<String> chosen) {
    if (chosen == null || chosen.value() == null) {
      return;
    }
    List<String> of =
        offer.workspace().jobs().stream()
            .filter(j -> j.mapping().equals(chosen.value()))
            .map(Job::name)
            .toList();
    if (of.size() == 1) {
      Fields.choose(job, of.getFirst());
    }
  }

  private static @Nullable String value(ComboBox<Choice<String>> box) {
    Choice<String> choice = box.getValue();
    return choice == null ? null : choice.value();
  }

  private void finish(Done done) {
    String start = value(from);
    String end = value(to);
    Words title = new Words(english.getText().strip(), chinese.getText().strip());
    if (start == null || end == null || start.equals(end)) {
      problem.setText(TEXTS.get("flow.need.two"));
      return;
    }
    if (title.isEmpty()) {
      problem.setText(TEXTS.get("flow.need.title"));
      return;
    }
    String path = value(mapping);
    boolean newMapping = NEW_MAPPING.equals(path);
    Flow known = before;
    String id =
        known != null
            ? known.id()
            : landscape.freeId(start + "-" + end + "-" + title.in(java.util.Locale.ENGLISH));
    close();
    done.accept(new Flow(id, start, end, title, newMapping ? null : path, value(job)), newMapping);
  }
}
