package fieldloom.ui.loops;

import fieldloom.model.Join;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.FormulaLine;
import fieldloom.ui.loops.JoinKeys.Pair;
import fieldloom.ui.loops.Spot.Part;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The lists that a loop joins: which, by which keys, and what becomes of items without one. */
final class JoinFields {
  private final LoopViewModel model;
  private final LoopFields fields;

  JoinFields(LoopViewModel model, LoopFields fields) {
    this.model = model;
    this.fields = fields;
  }

  Node build() {
    VBox rows = new VBox(10);
    List<Join> joins = model.typed().join();
    for (int i = 0; i < joins.size(); i++) {
      rows.getChildren().add(join(joins.get(i), i));
    }
    rows.getChildren().add(FormParts.add("join.add", model::addJoin));
    return FormParts.section(Words.get("join"), null, rows);
  }

  private Join now(int at) {
    return model.typed().join().get(at);
  }

  private Node join(Join join, int at) {
    String name = Words.get("join.with", at + 1);
    FormulaLine with =
        fields.formula(
            new Spot(Part.JOIN_WITH, at), name, join.with(), text -> set(at, text, null, null));
    Label called = Controls.label(Words.get("as"), "fl-muted", "fl-small");
    called.setMinWidth(Label.USE_PREF_SIZE);
    TextField as =
        fields.text(
            new Spot(Part.JOIN_AS, at),
            Words.get("join.as", at + 1),
            join.as(),
            text -> set(at, null, text, null));
    as.setPrefWidth(120);
    Button remove =
        FormParts.remove(name, () -> model.reshape(e -> e.withJoin(Keys.without(e.join(), at))));
    VBox card = new VBox(6, FormParts.row(with, called, as, remove));
    card.getStyleClass().add("fl-loop-join");
    List<Pair> read = JoinKeys.read(join.on());
    if (read == null) {
      card.getChildren()
          .add(
              FormParts.row(
                  fields.formula(
                      new Spot(Part.JOIN_ON, at),
                      Words.get("join.on", at + 1),
                      join.on(),
                      text -> set(at, null, null, text))));
    } else {
      List<Pair> pairs = new ArrayList<>(read);
      for (int i = 0; i < pairs.size(); i++) {
        card.getChildren().add(pair(at, i, pairs));
      }
      card.getChildren().add(FormParts.add("join.key.add", () -> addPair(at, pairs)));
    }
    card.getChildren().add(choices(join, at));
    return card;
  }

  private void addPair(int at, List<Pair> pairs) {
    setOn(at, Keys.plus(pairs, Pair.EMPTY));
  }

  private void setOn(int at, List<Pair> pairs) {
    String on = JoinKeys.typed(pairs);
    model.reshape(e -> e.withJoin(Keys.with(e.join(), at, with(now(at), null, null, on))));
  }

  /** The pairs are those of the fields that are shown: text between them may be half typed. */
  private Node pair(int at, int which, List<Pair> pairs) {
    Spot spot = new Spot(Part.JOIN_ON, at);
    FormulaLine left =
        fields.formula(
            spot,
            Words.get("join.left", which + 1, at + 1),
            pairs.get(which).left(),
            text -> type(at, which, pairs, new Pair(text, pairs.get(which).right())));
    FormulaLine right =
        fields.formula(
            spot,
            Words.get("join.right", which + 1, at + 1),
            pairs.get(which).right(),
            text -> type(at, which, pairs, new Pair(pairs.get(which).left(), text)));
    Label equals = Controls.label("=", "fl-muted");
    if (pairs.size() == 1) {
      return FormParts.row(left, equals, right);
    }
    Button remove = FormParts.small(Feather.X, Words.get("join.key.remove", which + 1, at + 1));
    remove.setOnAction(e -> setOn(at, Keys.without(pairs, which)));
    return FormParts.row(left, equals, right, remove);
  }

  private void type(int at, int which, List<Pair> pairs, Pair pair) {
    pairs.set(which, pair);
    set(at, null, null, JoinKeys.typed(pairs));
  }

  private Node choices(Join join, int at) {
    ComboBox<String> kind =
        FormParts.choice(
            Words.get("join.kind", at + 1),
            List.of("left", "inner"),
            join.kind() == null ? "inner" : join.kind(),
            value -> Words.get("join.kind." + value),
            value ->
                change(
                    at,
                    value,
                    now(at).match(),
                    value.equals("left") ? null : now(at).rejects(),
                    true));
    ComboBox<String> match =
        FormParts.choice(
            Words.get("join.match", at + 1),
            List.of("all", "first", "unique"),
            join.match() == null ? "all" : join.match(),
            value -> Words.get("join.match." + value),
            value ->
                change(
                    at,
                    now(at).kind(),
                    value.equals("all") ? null : value,
                    now(at).rejects(),
                    false));
    HBox row = FormParts.row(kind, match);
    boolean inner = !"left".equals(join.kind());
    if (inner && (!model.rejectTargets().isEmpty() || join.rejects() != null)) {
      List<String> targets = new ArrayList<>(List.of(""));
      targets.addAll(model.rejectTargets());
      if (join.rejects() != null && !targets.contains(join.rejects())) {
        targets.add(join.rejects());
      }
      row.getChildren()
          .add(
              FormParts.choice(
                  Words.get("join.rejects", at + 1),
                  targets,
                  join.rejects() == null ? "" : join.rejects(),
                  value ->
                      value.isEmpty()
                          ? Words.get("join.rejects.none")
                          : Words.get("join.rejects.to", value),
                  value ->
                      change(
                          at,
                          now(at).kind(),
                          now(at).match(),
                          value.isEmpty() ? null : value,
                          false)));
    }
    return row;
  }

  private void change(
      int at,
      @Nullable String kind,
      @Nullable String match,
      @Nullable String rejects,
      boolean reshaped) {
    Join old = now(at);
    Join join = new Join(old.with(), old.as(), old.on(), kind, match, rejects, old.extras());
    if (reshaped) {
      model.reshape(e -> e.withJoin(Keys.with(e.join(), at, join)));
    } else {
      model.setJoin(at, join);
    }
  }

  private void set(int at, @Nullable String with, @Nullable String as, @Nullable String on) {
    model.setJoin(at, with(now(at), with, as, on));
  }

  private static Join with(
      Join old, @Nullable String with, @Nullable String as, @Nullable String on) {
    return new Join(
        with == null ? old.with() : with,
        as == null ? old.as() : as,
        on == null ? old.on() : on,
        old.kind(),
        old.match(),
        old.rejects(),
        old.extras());
  }
}
