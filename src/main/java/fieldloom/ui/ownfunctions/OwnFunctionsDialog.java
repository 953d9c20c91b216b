package fieldloom.ui.ownfunctions;

import fieldloom.model.Rule;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.FormulaLine;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FormulaScope;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The functions that a mapping has of its own: name, parameters, formula, and a try at them. */
public final class OwnFunctionsDialog extends Dialog {
  private final OwnFunctionsViewModel model;
  private final BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas;
  private final Pane proposals = new Pane();
  private final ListView<String> list = new ListView<>();
  private final TextField name = new TextField();
  private final TextField params = new TextField();
  private final VBox form = new VBox(10);
  private final VBox arguments = new VBox(6);
  private final Label result = Controls.label("");
  private final Label uses = Controls.label("", "fl-muted", "fl-small");
  private final Label complaint = Controls.label("", "fl-bad", "fl-small");
  private final Button apply = Controls.primary("");
  private final Button delete;
  private boolean showing;
  private List<String> shownParams = List.of();

  /**
   * @param formulas makes the fields of formulas, which propose over a pane
   */
  public OwnFunctionsDialog(
      OwnFunctionsViewModel model,
      BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas) {
    super(Words.get("title"));
    this.model = model;
    this.formulas = formulas;
    getStyleClass().add("fl-own-functions");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, OwnFunctionsDialog.class, "ownfunctions.css");
              }
            });
    delete = Controls.iconOnly(Feather.TRASH_2, new ReadOnlyStringWrapper(Words.get("delete")));
    delete.setOnAction(e -> model.delete());
    dress(name, "name", text -> new Draft(text, draft().params(), draft().formula(), args()));
    dress(params, "params", text -> new Draft(draft().name(), text, draft().formula(), args()));
    params.setPromptText(Words.get("params.prompt"));
    for (Label label : List.of(result, complaint, uses)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    HBox.setHgrow(form, Priority.ALWAYS);
    body().getChildren().add(new HBox(16, left(), form));
    proposals.setManaged(false);
    proposals.setPickOnBounds(false);
    getChildren().add(proposals);
    layoutBoundsProperty()
        .subscribe(b -> proposals.resizeRelocate(0, 0, b.getWidth(), b.getHeight()));
    Button done = addButton(Controls.button(Words.get("done")));
    done.setOnAction(e -> close());
    apply.setOnAction(e -> apply());
    apply.setDefaultButton(true);
    addButton(apply);
    model.revisionProperty().subscribe(r -> build());
    model.draftProperty().subscribe(d -> check());
    model.resultProperty().subscribe(r -> say());
    model.messageProperty().subscribe(m -> check());
    startAt(name);
  }

  private Draft draft() {
    return model.draft();
  }

  private List<String> args() {
    return model.draft().arguments();
  }

  private void dress(TextField field, String key, java.util.function.Function<String, Draft> to) {
    field.getStyleClass().addAll("fl-field", "fl-mono");
    field.setAccessibleText(Words.get(key));
    field
        .textProperty()
        .addListener(
            (o, was, is) -> {
              if (!showing) {
                model.type(to.apply(is));
              }
            });
  }

  private Node left() {
    list.setAccessibleText(Words.get("functions"));
    list.getStyleClass().add("fl-own-list");
    list.setPlaceholder(Controls.label(Words.get("none"), "fl-muted", "fl-small"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null && !showing) {
                model.select(is);
              }
            });
    Button add = Controls.button(Words.get("add"), Feather.PLUS);
    add.getStyleClass().add("small");
    add.setOnAction(
        e -> {
          model.begin();
          name.requestFocus();
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(8, list, new HBox(6, add, delete));
    left.getStyleClass().add("fl-own-left");
    return left;
  }

  private void build() {
    showing = true;
    if (!list.getItems().equals(model.names())) {
      list.getItems().setAll(model.names());
    }
    if (model.selected() == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(model.selected());
    }
    name.setText(draft().name());
    params.setText(draft().params());
    proposals.getChildren().clear();
    ProposingField field = formulas.apply(model::bodyScope, proposals);
    FormulaLine formula =
        new FormulaLine(
            field,
            Words.get("formula"),
            draft().formula(),
            text -> model.type(new Draft(draft().name(), draft().params(), text, args())),
            this::apply);
    shownParams = List.of();
    arguments.getChildren().clear();
    form.getChildren()
        .setAll(
            row("name", name),
            row("params", params),
            row("formula", formula),
            arguments,
            row("result", result),
            uses,
            complaint);
    showing = false;
    check();
    say();
  }

  private static HBox row(String key, Node node) {
    return labelled(Words.get(key), node);
  }

  private static HBox labelled(String text, Node node) {
    Label label = Controls.label(text, "fl-muted", "fl-small", "fl-own-label");
    label.setWrapText(true);
    HBox.setHgrow(node, Priority.ALWAYS);
    HBox row = new HBox(8, label, node);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A field for each parameter, made anew only when there are other ones. */
  private void showArguments() {
    List<String> now = draft().paramList();
    if (now.equals(shownParams)) {
      return;
    }
    shownParams = now;
    arguments.getChildren().clear();
    for (int i = 0; i < now.size(); i++) {
      int at = i;
      String called = Words.get("argument", now.get(at));
      FormulaLine line =
          new FormulaLine(
              formulas.apply(model::argumentScope, proposals),
              called,
              draft().argument(at),
              text -> model.type(draft().withArgument(at, text)),
              this::apply);
      arguments.getChildren().add(labelled(called, line));
    }
  }

  private void check() {
    showArguments();
    String fault = model.fault();
    boolean begun = !draft().name().isEmpty() || !draft().formula().isEmpty();
    String said = model.messageProperty().get();
    complaint.setText(!said.isEmpty() ? said : fault != null && begun ? fault : "");
    apply.setDisable(fault != null);
    Rule rule = model.extracted();
    apply.setText(rule == null ? Words.get("apply") : Words.get("extract", rule.to()));
    delete.setDisable(!model.isThere());
    var used = model.uses();
    uses.setText(
        !model.isThere()
            ? ""
            : used.isEmpty() ? Words.get("uses.none") : Words.get("uses", Words.list(used)));
  }

  private void say() {
    OwnFunctionsViewModel.Result now = model.resultProperty().get();
    result.getStyleClass().removeAll("fl-warn", "fl-muted", "fl-mono", "fl-small");
    if (!now.fault().isEmpty()) {
      result.getStyleClass().addAll("fl-warn", "fl-small");
      result.setText(now.fault());
    } else if (now.value().isEmpty()) {
      result.getStyleClass().addAll("fl-muted", "fl-small");
      result.setText(draft().paramList().isEmpty() ? "" : Words.get("result.none"));
    } else {
      result.getStyleClass().add("fl-mono");
      result.setText(now.value());
    }
  }

  /** One that a rule becomes a call of is done then; others stay open to go on. */
  private void apply() {
    boolean extracting = model.extracted() != null;
    if (model.apply() && extracting) {
      close();
    }
  }
}
