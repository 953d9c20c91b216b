package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.kordamp.ikonli.feather.Feather;

/** Samples of the chosen document, one at a time, to be read and copied. */
final class SamplePane extends BorderPane {
  private final CatalogViewModel model;
  private final ComboBox<String> chooser = new ComboBox<>();
  private final JsonArea text = new JsonArea();
  private final VirtualizedScrollPane<JsonArea> scroll = new VirtualizedScrollPane<>(text);
  private final Label none = Controls.label("", "fl-muted");
  private final HBox bar;
  private List<String> listed = List.of();

  SamplePane(CatalogViewModel model) {
    this.model = model;
    getStyleClass().add("fl-catalog-samples");
    chooser.getStyleClass().add("fl-field");
    chooser.accessibleTextProperty().bind(Words.bind("sample.choose"));
    chooser.valueProperty().addListener((o, was, is) -> choose(is));
    Button copy = Controls.button(Words.bind("sample.copy"), Feather.COPY);
    copy.disableProperty().bind(model.sampleTextProperty().isEmpty());
    copy.setOnAction(e -> Clip.copy(text.getText()));
    bar = new HBox(8, chooser, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    none.textProperty().bind(Words.bind("sample.none"));
    model.selectedProperty().subscribe(entry -> show());
    model.sampleProperty().subscribe(sample -> show());
    model.sampleTextProperty().subscribe(text::show);
  }

  /** What belongs into the bar above: which sample, copy. */
  HBox bar() {
    return bar;
  }

  private void choose(String sample) {
    if (sample != null && listed.contains(sample)) {
      model.sampleProperty().set(sample);
    }
  }

  private void show() {
    CatalogDocument document = model.document();
    List<String> samples = document == null ? List.of() : document.samples();
    if (!samples.equals(listed)) {
      listed = samples;
      chooser.getItems().setAll(samples);
    }
    chooser.setValue(model.sampleProperty().get());
    chooser.setDisable(samples.size() < 2);
    setCenter(samples.isEmpty() ? none : scroll);
  }
}
