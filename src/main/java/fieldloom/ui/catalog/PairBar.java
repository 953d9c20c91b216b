package fieldloom.ui.catalog;

import fieldloom.catalog.Template;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The mapping that is to be made: source, target, name, and the template that there is already. */
final class PairBar extends HBox {
  private final PairModel pair;

  PairBar(CatalogViewModel model, Runnable create, Consumer<Template> useTemplate) {
    this.pair = model.pair();
    getStyleClass().add("fl-pair");
    setAlignment(Pos.CENTER_LEFT);
    PairSlot source = new PairSlot("source", "S", pair.sourceProperty(), model::reveal);
    PairSlot target = new PairSlot("target", "T", pair.targetProperty(), model::reveal);
    Button swap = Controls.iconOnly(Feather.REPEAT, Words.bind("pair.swap"));
    swap.setOnAction(e -> pair.swap());
    swap.disableProperty().bind(pair.sourceProperty().isNull().and(pair.targetProperty().isNull()));
    HBox.setHgrow(source, Priority.SOMETIMES);
    HBox.setHgrow(target, Priority.SOMETIMES);
    VBox name = name();
    HBox.setHgrow(name, Priority.ALWAYS);
    getChildren().addAll(source, swap, target, name, template(useTemplate), create(create));
  }

  private VBox name() {
    Label label = Controls.label("", "fl-muted", "fl-tiny");
    label.textProperty().bind(Words.bind("pair.name"));
    TextField field = new TextField();
    field.getStyleClass().add("fl-field");
    field.promptTextProperty().bind(Words.bind("pair.name.prompt"));
    field.accessibleTextProperty().bind(Words.bind("pair.name"));
    field.textProperty().bindBidirectional(pair.nameProperty());
    VBox box = new VBox(3, label, field);
    box.setMinWidth(210);
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
