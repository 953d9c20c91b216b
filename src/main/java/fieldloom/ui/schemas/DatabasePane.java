package fieldloom.ui.schemas;

import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Theme;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Chooses a table or a query of a database: first where it is and who connects, then what it has.
 * What is wrong stands in a strip above.
 */
public final class DatabasePane extends VBox {
  private final DatabaseViewModel model;
  private final VBox strip = new VBox();
  private final DatabaseForm form;
  private final DatabaseTables tables;
  private final VBox place;

  public DatabasePane(DatabaseViewModel model, Choosers choosers) {
    this.model = model;
    this.form = new DatabaseForm(model, choosers);
    this.tables = new DatabaseTables(model);
    getStyleClass().add("fl-pick");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, DatabasePane.class, "schemas.css");
              }
            });
    Label about = Controls.label("", "fl-muted", "fl-small");
    about.textProperty().bind(Words.bind("db.login.about"));
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    place = new VBox(12, form, about, buttons());
    Loading loading = new Loading(model.busyProperty(), model.doingProperty(), model::cancel);
    getChildren().addAll(loading, strip, place, tables);
    strip.managedProperty().bind(Bindings.isNotEmpty(strip.getChildren()));
    place.managedProperty().bind(place.visibleProperty());
    tables.managedProperty().bind(tables.visibleProperty());
    VBox.setVgrow(tables, javafx.scene.layout.Priority.ALWAYS);
    model.problemProperty().subscribe(this::tell);
    model.successProperty().subscribe(this::tell);
    model.lookingProperty().subscribe(looking -> show(looking));
  }

  private HBox buttons() {
    Button test = Controls.button(Words.bind("db.test"), Feather.ZAP);
    test.setOnAction(e -> model.test());
    Button look = Controls.button(Words.bind("db.look"), Feather.DATABASE);
    look.setOnAction(e -> model.look());
    HBox row = new HBox(8, Controls.spacer(), test, look);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void tell() {
    strip.getChildren().clear();
    String problem = model.problemProperty().get();
    String success = model.successProperty().get();
    if (!problem.isEmpty()) {
      Button again = Controls.button(Words.bind("db.again"), Feather.REFRESH_CW);
      again.setOnAction(e -> model.again());
      strip.getChildren().add(Strip.bad(problem, again));
    } else if (!success.isEmpty()) {
      strip.getChildren().add(Strip.good(success));
    }
  }

  private void show(boolean looking) {
    place.setVisible(!looking);
    tables.setVisible(looking);
    if (getScene() != null) {
      first().requestFocus();
    }
  }

  /** The control with which choosing begins. */
  public Node first() {
    return model.lookingProperty().get() ? tables.first() : form.first();
  }
}
