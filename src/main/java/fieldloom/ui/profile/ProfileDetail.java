package fieldloom.ui.profile;

import fieldloom.profile.FieldProfile;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One field of a profile: its most frequent values, and why records failed at it. */
final class ProfileDetail extends VBox {
  private final Consumer<FieldProfile> open;

  ProfileDetail(Consumer<FieldProfile> open) {
    this.open = open;
    getStyleClass().add("fl-profile-detail");
    show(null);
  }

  /** Shows a field; null where none is selected. */
  void show(@Nullable FieldProfile field) {
    getChildren().clear();
    if (field == null) {
      getChildren().add(Controls.label(Words.get("detail.none"), "fl-muted", "fl-small"));
      return;
    }
    Label name = Controls.label(ProfileTable.name(field), "fl-bold");
    name.setMinWidth(0);
    Label places =
        Controls.label(
            Words.get("detail.places", Grouped.of(field.filled()), Grouped.of(field.places())),
            "fl-muted",
            "fl-small");
    Button go = Controls.button(Words.get("detail.go"), Feather.CROSSHAIR);
    go.setAccessibleText(Words.get("detail.go.spoken", ProfileTable.name(field)));
    go.setOnAction(e -> open.accept(field));
    HBox head = new HBox(12, name, places, Controls.spacer(), go);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    if (field.firstFailure() != null) {
      Label failure = Controls.label(field.firstFailure(), "fl-bad", "fl-small");
      failure.setWrapText(true);
      getChildren().add(failure);
    }
    FlowPane values = new FlowPane(16, 4);
    for (FieldProfile.Top top : field.top()) {
      double share = field.filled() == 0 ? 0 : Math.min(1, top.count() / (double) field.filled());
      values
          .getChildren()
          .add(ProfileTable.barred(share, top.value() + " · " + Grouped.of(top.count()), "top"));
    }
    getChildren().add(values);
    if (field.estimated()) {
      getChildren().add(Controls.label(Words.get("detail.estimated"), "fl-muted", "fl-small"));
    }
  }
}
