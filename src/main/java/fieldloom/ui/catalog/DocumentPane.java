package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Tone;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The chosen document: what it is, its fields or its samples. */
final class DocumentPane extends BorderPane {

  /** What of the document is shown. */
  private enum Tab {
    FIELDS,
    SAMPLES
  }

  /** Below this height, in the size of text, there is no description. */
  private static final double LOW_EM = 18;

  private final CatalogViewModel model;
  private final TwoTitles titles =
      new TwoTitles(Controls.label("", "fl-title"), Controls.label("", "fl-catalog-other"), 10);
  private final Label id = Controls.label("", "fl-mono", "fl-muted");
  private final Label system = Controls.chip("", Tone.NEUTRAL);
  private final Label about = Controls.label("", "fl-muted");
  private final ToggleButton fieldsTab = tab("tab.fields", "first");
  private final ToggleButton samplesTab = tab("tab.samples", "last");
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.FIELDS);
  private final FieldsPane fields;
  private final SamplePane samples;
  private final VBox head;

  DocumentPane(CatalogViewModel model) {
    this.model = model;
    getStyleClass().add("fl-catalog-document");
    fields = new FieldsPane(model);
    samples = new SamplePane(model);
    head = head();
    choose(fieldsTab, Tab.FIELDS);
    choose(samplesTab, Tab.SAMPLES);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(fieldsTab, samplesTab);
    setTop(new VBox(head, tabs()));
    model.selectedProperty().subscribe(entry -> show());
    Texts.follow(this, DocumentPane::show);
    tab.subscribe(this::show);
  }

  private VBox head() {
    HBox.setHgrow(titles, Priority.ALWAYS);
    ToggleButton source =
        use("use.source", Feather.LOG_OUT, model.pair().sourceProperty(), model::useAsSource);
    ToggleButton target =
        use("use.target", Feather.LOG_IN, model.pair().targetProperty(), model::useAsTarget);
    HBox line = new HBox(8, titles, source, target);
    line.setAlignment(Pos.CENTER_LEFT);
    system.setMinWidth(USE_PREF_SIZE);
    id.setMinWidth(0);
    HBox facts = new HBox(8, system, id);
    facts.setAlignment(Pos.CENTER_LEFT);
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    // In a low window the fields need the room more.
    about
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    !about.getText().isEmpty() && getHeight() > LOW_EM * about.getFont().getSize(),
                about.textProperty(),
                about.fontProperty(),
                heightProperty()));
    about.managedProperty().bind(about.visibleProperty());
    VBox box = new VBox(8, line, facts, about);
    box.getStyleClass().add("fl-catalog-head");
    return box;
  }

  private HBox tabs() {
    HBox segments = new HBox(fieldsTab, samplesTab);
    segments.getStyleClass().add("fl-segments");
    segments.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(8, segments, Controls.spacer(), samples.bar(), fields.bar());
    bar.getStyleClass().add("fl-catalog-tabs");
    bar.setAlignment(Pos.CENTER_LEFT);
    samples.bar().visibleProperty().bind(tab.isEqualTo(Tab.SAMPLES));
    fields
        .bar()
        .visibleProperty()
        .bind(tab.isEqualTo(Tab.FIELDS).and(fields.emptyProperty().not()));
    samples.bar().managedProperty().bind(samples.bar().visibleProperty());
    fields.bar().managedProperty().bind(fields.bar().visibleProperty());
    return bar;
  }

  private static ToggleButton tab(String key, String position) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(Words.bind(key));
    button.accessibleTextProperty().bind(Words.bind(key));
    button.getStyleClass().add(position);
    return button;
  }

  private void choose(ToggleButton button, Tab wanted) {
    button.setSelected(tab.get() == wanted);
    button.setOnAction(
        e -> {
          button.setSelected(true);
          tab.set(wanted);
        });
  }

  /** A button that is down while the document is what it makes it. */
  private ToggleButton use(
      String key, Feather icon, ObservableValue<@Nullable CatalogDocument> side, Runnable action) {
    ToggleButton button = Controls.toggle(Words.bind(key), icon);
    Controls.tip(button, Words.bind(key + ".hint"));
    button.setOnAction(
        e -> {
          action.run();
          press(button, side);
        });
    side.subscribe(() -> press(button, side));
    model.selectedProperty().subscribe(() -> press(button, side));
    return button;
  }

  private void press(ToggleButton button, ObservableValue<@Nullable CatalogDocument> side) {
    CatalogDocument document = model.document();
    button.setSelected(document != null && document.equals(side.getValue()));
  }

  private void show() {
    CatalogDocument document = model.document();
    getTop().setVisible(document != null);
    if (document == null) {
      setCenter(null);
      return;
    }
    titles.show(Words.title(document), Words.otherTitle(document.titles()));
    id.setText(document.id());
    system.setText(document.system().name() + " · " + Words.about(document.system()));
    about.setText(document.description());
    setCenter(tab.get() == Tab.FIELDS ? fields : samples);
  }

  /** Shows the fields and gives them the keyboard. */
  void focusFields() {
    if (model.document() != null) {
      fieldsTab.setSelected(true);
      tab.set(Tab.FIELDS);
      fields.focusFirst();
    }
  }
}
