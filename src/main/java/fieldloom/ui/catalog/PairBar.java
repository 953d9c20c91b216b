package fieldloom.ui.catalog;

import fieldloom.catalog.Template;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The mapping that is to be made: source, target, name, and the template that there is already; in
 * two rows where the window is narrow for its text.
 */
final class PairBar extends VBox {
  /** Below this width there are two rows, in the size of text. */
  private static final double ONE_ROW_EM = 62;

  private final PairModel pair;
  private final TextField field = new TextField();

  PairBar(CatalogViewModel model, Runnable create, Consumer<Template> useTemplate) {
    this.pair = model.pair();
    getStyleClass().add("fl-pair");
    setAlignment(Pos.CENTER);
    PairSlot source = new PairSlot("source", "S", pair.sourceProperty(), model::reveal);
    PairSlot target = new PairSlot("target", "T", pair.targetProperty(), model::reveal);
    Button swap = Controls.iconOnly(Feather.REPEAT, Words.bind("pair.swap"));
    swap.setOnAction(e -> pair.swap());
    swap.disableProperty().bind(pair.sourceProperty().isNull().and(pair.targetProperty().isNull()));
    HBox.setHgrow(source, Priority.SOMETIMES);
    HBox.setHgrow(target, Priority.SOMETIMES);
    VBox name = name();
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox sides = row(source, swap, target);
    HBox making = row(name, template(useTemplate), create(create));
    HBox.setHgrow(sides, Priority.SOMETIMES);
    HBox.setHgrow(making, Priority.ALWAYS);
    HBox both = row();
    Runnable fit =
        () -> {
          boolean wide = getWidth() > ONE_ROW_EM * field.getFont().getSize();
          if (wide && !getChildren().contains(both)) {
            both.getChildren().setAll(sides, making);
            getChildren().setAll(both);
          } else if (!wide && getChildren().size() < 2) {
            both.getChildren().clear();
            getChildren().setAll(sides, making);
          }
        };
    widthProperty().subscribe(fit);
    field.fontProperty().subscribe(fit);
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private VBox name() {
    Label label = Controls.label("", "fl-muted", "fl-tiny");
    label.textProperty().bind(Words.bind("pair.name"));
    field.getStyleClass().add("fl-field");
    field.promptTextProperty().bind(Words.bind("pair.name.prompt"));
    field.accessibleTextProperty().bind(Words.bind("pair.name"));
    field.textProperty().bindBidirectional(pair.nameProperty());
    VBox box = new VBox(3, label, field);
    box.getStyleClass().add("fl-pair-name");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Button template(Consumer<Template> useTemplate) {
    Button use = Controls.button(Words.bind("pair.template"), Feather.LAYERS);
    Controls.tip(
        use,
        Bindings.createStringBinding(
            () -> {
              Template template = pair.templateProperty().get();
              return template == null ? "" : Words.get("pair.template.hint", template.name());
            },
            pair.templateProperty(),
            Texts.languageProperty()));
    use.visibleProperty().bind(pair.templateProperty().isNotNull());
    use.managedProperty().bind(use.visibleProperty());
    use.setOnAction(
        e -> {
          Template template = pair.templateProperty().get();
          if (template != null) {
            useTemplate.accept(template);
          }
        });
    return use;
  }

  private StackPane create(Runnable create) {
    Button button = Controls.primary(Words.bind("pair.create"), Feather.PLUS);
    Controls.tip(button, Words.bind("pair.create.hint"));
    button.setOnAction(e -> create.run());
    return Controls.gated(button, pair.reasonProperty());
  }
}
