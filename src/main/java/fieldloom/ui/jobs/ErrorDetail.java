package fieldloom.ui.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.RecordError;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Sentences;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One failed record: which field, why, and the record itself. */
final class ErrorDetail extends VBox {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Label title = Controls.label("", "fl-bold");
  private final Label code = Controls.label("", "fl-chip", "bad");
  private final Label at = Controls.label("", "fl-small", "fl-muted");
  private final Label message = Controls.label("", "fl-bold", "fl-bad");
  private final TextArea payload = new TextArea();
  private final VBox body;

  ErrorDetail() {
    getStyleClass().add("fl-error-detail");
    HBox head = new HBox(title, code, at);
    head.getStyleClass().add("fl-pane-head");
    message.setWrapText(true);
    HBox reason = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), message);
    reason.getStyleClass().add("fl-bad");
    reason.setAlignment(Pos.TOP_LEFT);
    Label heading = Controls.label("", "fl-small", "fl-muted");
    heading.textProperty().bind(RunWords.TEXTS.bind("errors.payload"));
    payload.setEditable(false);
    payload.getStyleClass().add("fl-payload");
    payload.accessibleTextProperty().bind(RunWords.TEXTS.bind("errors.payload"));
    VBox.setVgrow(payload, Priority.ALWAYS);
    body = new VBox(8, reason, heading, payload);
    body.getStyleClass().add("fl-error-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
    setMinWidth(240);
    show(null);
  }

  void show(@Nullable RecordError error) {
    body.setVisible(error != null);
    code.setVisible(error != null);
    if (error == null) {
      title.textProperty().bind(RunWords.TEXTS.bind("errors.pick"));
      at.setText("");
      return;
    }
    title.textProperty().unbind();
    title.setText(RunWords.TEXTS.get("errors.record-n", RunWords.count(error.record())));
    code.setText(error.code());
    at.setText(
        error.formula() == null
            ? error.at()
            : error.at() + " · " + RunWords.TEXTS.get("errors.formula", error.formula()));
    String target = error.target();
    String sentence = Sentences.said(error.message());
    message.setText(target == null ? sentence : target + ": " + sentence);
    payload.setText(
        error.input() == null ? RunWords.TEXTS.get("errors.unread") : pretty(error.input()));
  }

  /** The record on lines of its own; text that is no JSON as it stands. */
  private static String pretty(String input) {
    try {
      return JSON.readTree(input).toPrettyString();
    } catch (JsonProcessingException e) {
      return input;
    }
  }
}
