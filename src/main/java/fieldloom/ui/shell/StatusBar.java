package fieldloom.ui.shell;

import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.SaveState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The bar at the lower edge, 28 px: saved when, problems, how much is mapped, sample, language. */
final class StatusBar extends HBox {
  private static final Texts TEXTS = Texts.of(StatusBar.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  /** In a narrower bar, counted in text of 12 px, errors and what is mapped come first. */
  private static final double ASIDE_FROM_PX = 760;

  private static final double TEXT_PX = 12;

  private final Workbench bench;
  private final Label saved = Controls.label("");
  private final Button retry = Controls.button(TEXTS.bind("retry"), Feather.REFRESH_CW);
  private final Button errors = statusButton();
  private final Button warnings = statusButton();
  private final Label mapped = Controls.label("");
  private final Label preview = Controls.label("");
  private final Label sample = Controls.label("");
  private final Label workspace = Controls.label("");
  private final LandscapeStatus landscape;
  private final Label zoom = Controls.label("");
  private final Map<SchemaTree, TargetFields> fields = new HashMap<>();
  private @Nullable Counted counted;
  private javafx.util.Subscription watching = javafx.util.Subscription.EMPTY;

  /** What was counted last, and of what. */
  private record Counted(Mapping mapping, Map<String, SchemaTree> schemas, TargetFigures figures) {}

  StatusBar(Workbench bench, Commands commands, EditActions edits) {
    this.bench = bench;
    getStyleClass().add("fl-status");
    setAlignment(Pos.CENTER_LEFT);
    // What finds no room is cut off at the end; a bar never makes the window wider.
    setMinWidth(0);
    saved.setGraphic(Icons.small(Feather.SAVE));
    workspace.setGraphic(Icons.small(Feather.FOLDER));
    workspace
        .textProperty()
        .bind(TEXTS.bind("status.workspace", bench.services().workspace().name()));
    landscape = new LandscapeStatus(bench.landscape());
    zoom.setMinWidth(USE_PREF_SIZE);
    zoom.textProperty()
        .bind(bench.landscape().zoomProperty().map(z -> Math.round(z.doubleValue() * 100) + " %"));
    retry.getStyleClass().add("small");
    retry.setOnAction(e -> edits.retrySave());
    errors.setMinWidth(USE_PREF_SIZE);
    warnings.setMinWidth(USE_PREF_SIZE);
    errors.setOnAction(e -> commands.problems.run());
    warnings.setOnAction(e -> commands.problems.run());
    getChildren()
        .addAll(
            workspace,
            landscape,
            saved,
            retry,
            errors,
            warnings,
            mapped,
            Controls.spacer(),
            preview,
            sample,
            language(commands),
            zoom);
    for (javafx.scene.Node node : getChildren()) {
      node.managedProperty().bind(node.visibleProperty());
    }
    widthProperty().subscribe(w -> show());
    bench.openProperty().subscribe(this::watch);
    bench.screenProperty().subscribe(screen -> show());
    bench.landscape().stageProperty().addListener((o, was, is) -> show());
    Texts.follow(this, StatusBar::show);
  }

  private static Button statusButton() {
    Button button = new Button();
    button.getStyleClass().add("fl-status-button");
    return button;
  }

  private static Button language(Commands commands) {
    Label english = Controls.label(Language.ENGLISH.label());
    Label chinese = Controls.label(Language.CHINESE.label());
    HBox languages = new HBox(english, Controls.label(" · "), chinese);
    languages.setAlignment(Pos.CENTER_LEFT);
    languages.setMinWidth(USE_PREF_SIZE);
    Button button = new Button("", languages);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("fl-status-button");
    button.accessibleTextProperty().bind(commands.language.title());
    Controls.tip(button, commands.language.title());
    button.setOnAction(e -> commands.language.run());
    weigh(english, Language.ENGLISH);
    weigh(chinese, Language.CHINESE);
    return button;
  }

  private static void weigh(Label label, Language of) {
    weighNow(label, of);
    Texts.follow(label, one -> weighNow(one, of));
  }

  private static void weighNow(Label label, Language of) {
    label.getStyleClass().setAll("label", Texts.language() == of ? "fl-bold" : "fl-plain");
  }

  private void watch(@Nullable OpenMapping open) {
    watching.unsubscribe();
    if (open != null) {
      EditorSession session = open.session();
      watching =
          javafx.util.Subscription.combine(
              session.saveStateProperty().subscribe(state -> show()),
              session.previewProperty().subscribe(p -> show()),
              session.schemasProperty().subscribe(s -> show()),
              session.sampleProperty().subscribe(s -> show()));
    }
    show();
  }

  private void show() {
    OpenMapping open = bench.openProperty().get();
    boolean mapping = open != null && bench.screenProperty().get() == Screen.MAPPING;
    boolean systems = bench.screenProperty().get() == Screen.LANDSCAPE;
    workspace.setVisible(!mapping && !systems);
    landscape.setVisible(systems);
    zoom.setVisible(systems && bench.landscape().isShown());
    for (javafx.scene.Node node :
        new javafx.scene.Node[] {saved, errors, warnings, mapped, preview, sample}) {
      node.setVisible(mapping);
    }
    retry.setVisible(false);
    if (open == null || !mapping) {
      return;
    }
    EditorSession session = open.session();
    showSaved(open, session.saveState());
    Preview now = session.preview();
    count(errors, "status.errors", now.errors(), "fl-bad", Feather.X_CIRCLE);
    count(warnings, "status.warnings", now.warnings(), "fl-warn", Feather.ALERT_TRIANGLE);
    TargetFigures figures = figures(session);
    mapped.setText(TEXTS.get("status.mapped", figures.mapped(), figures.fields()));
    boolean room = getWidth() * TEXT_PX / mapped.getFont().getSize() > ASIDE_FROM_PX;
    preview.setVisible(now.hasSample() && room);
    sample.setVisible(room);
    preview.setText(TEXTS.get("status.preview", ms(now)));
    sample.setText(
        session.sample() == null
            ? TEXTS.get("status.no-sample")
            : TEXTS.get("status.sample", fileName(session.sample().name())));
  }

  /** Counted once for a mapping and its schemas, however often the bar is shown anew. */
  private TargetFigures figures(EditorSession session) {
    Counted known = counted;
    if (known == null
        || known.mapping() != session.mapping()
        || known.schemas() != session.schemas()) {
      fields.keySet().retainAll(session.schemas().values());
      TargetFigures figures =
          TargetFigures.of(
              session.mapping(),
              session.schemas(),
              schema -> fields.computeIfAbsent(schema, TargetFields::of));
      known = new Counted(session.mapping(), session.schemas(), figures);
      counted = known;
    }
    return known.figures();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String ms(Preview preview) {
    long ms = preview.took().toMillis();
    return ms == 0 && !preview.took().isZero() ? "<1" : String.valueOf(ms);
  }

  private void showSaved(OpenMapping open, SaveState state) {
    saved.getStyleClass().remove("fl-bad");
    switch (state) {
      case SaveState.Untouched u ->
          saved.setText(TEXTS.get("status.untouched", String.valueOf(open.version())));
      case SaveState.Saving s -> saved.setText(TEXTS.get("status.saving"));
      case SaveState.Saved s ->
          saved.setText(
              TEXTS.get("status.saved", TIME.format(s.at()), String.valueOf(s.version())));
      case SaveState.Failed f -> {
        saved.setText(f.message());
        saved.getStyleClass().add("fl-bad");
        retry.setVisible(true);
      }
    }
    saved.setAccessibleText(saved.getText());
  }

  private static void count(Button button, String key, long n, String bad, Feather icon) {
    String text = TEXTS.get(key, n);
    if (text.equals(button.getText())) {
      // With each edit and its result: nothing is styled anew where nothing changed.
      return;
    }
    button.setText(text);
    button.setAccessibleText(text);
    button.getStyleClass().removeAll("fl-good", bad, "fl-bold");
    button.getStyleClass().addAll(n == 0 ? "fl-good" : bad, n == 0 ? "fl-plain" : "fl-bold");
    button.setGraphic(Icons.small(n == 0 ? Feather.CHECK : icon));
  }
}
