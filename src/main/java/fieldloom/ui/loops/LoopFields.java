package fieldloom.ui.loops;

import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.FormulaLine;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.loops.LoopViewModel.Distinct;
import fieldloom.ui.loops.Spot.Part;
import fieldloom.ui.session.FormulaScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of a loop's form, made anew whenever there are other rows. */
final class LoopFields {
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final LoopViewModel model;
  private final BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas;
  private final Runnable entered;
  private final Pane proposals = new Pane();
  private final Map<Spot, Node> shown = new HashMap<>();

  LoopFields(
      LoopViewModel model,
      BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas,
      Runnable entered) {
    this.model = model;
    this.formulas = formulas;
    this.entered = entered;
    proposals.setPickOnBounds(false);
  }

  /** Where the proposals of all fields appear; lies over the form and is as large. */
  Pane proposals() {
    return proposals;
  }

  Node first() {
    return field(new Spot(Part.WHERE));
  }

  private Node field(Spot spot) {
    Node node = Objects.requireNonNull(shown.get(spot));
    return node instanceof FormulaLine line ? line.getChildren().getFirst() : node;
  }

  /** Marks what is wrong. */
  void mark(Set<Spot> faults) {
    shown.forEach((spot, node) -> node.pseudoClassStateChanged(FAULT, faults.contains(spot)));
  }

  List<Node> build() {
    proposals.getChildren().clear();
    Map<Spot, Node> before = Map.copyOf(shown);
    shown.clear();
    Each each = model.typed();
    List<Node> sections = new ArrayList<>();
    if (!model.isSource()) {
      sections.add(items(each));
      sections.add(new JoinFields(model, this).build());
    }
    sections.add(where(each));
    if (!model.isSource()) {
      sections.add(distinct(each));
    }
    sections.add(groups(each));
    if (!model.isSource()) {
      sections.add(order(each));
    }
    focusNew(before);
    return sections;
  }

  /** A row that was added gets the keyboard. */
  private void focusNew(Map<Spot, Node> before) {
    if (before.isEmpty()) {
      return;
    }
    shown.keySet().stream()
        .filter(spot -> !before.containsKey(spot) && spot.part() != Part.GROUP_NAME)
        .filter(spot -> spot.part() != Part.JOIN_AS && spot.part() != Part.JOIN_ON)
        .findFirst()
        .ifPresent(spot -> Platform.runLater(() -> field(spot).requestFocus()));
  }

  private Node items(Each each) {
    FormulaLine over =
        formula(
            new Spot(Part.OVER),
            Words.get("over"),
            each.over(),
            text -> model.type(e -> LoopViewModel.withOver(e, text)));
    TextField as =
        text(
            new Spot(Part.AS),
            Words.get("as"),
            each.as(),
            text -> model.type(e -> e.withAs(text.isEmpty() ? null : text)));
    as.setPrefWidth(120);
    Label called = Controls.label(Words.get("as"), "fl-muted", "fl-small");
    called.setMinWidth(Region.USE_PREF_SIZE);
    return FormParts.section(Words.get("over"), null, FormParts.row(over, called, as));
  }

  private Node where(Each each) {
    FormulaLine where =
        formula(
            new Spot(Part.WHERE),
            Words.get("where"),
            each.where(),
            text -> model.type(e -> e.withWhere(text.isEmpty() ? null : text)));
    return FormParts.section(Words.get("where"), null, where);
  }

  private Node distinct(Each each) {
    ComboBox<Distinct> kind =
        FormParts.choice(
            Words.get("distinct"),
            List.of(Distinct.values()),
            model.distinct(),
            value -> Words.get("distinct." + value.name().toLowerCase(Locale.ROOT)),
            model::setDistinct);
    List<String> keys = each.distinct() == null ? List.of() : each.distinct();
    VBox rows = new VBox(6, FormParts.row(kind));
    for (int i = 0; i < keys.size(); i++) {
      int at = i;
      String name = Words.get("distinct.key", at + 1);
      FormulaLine line =
          formula(
              new Spot(Part.DISTINCT, at),
              name,
              keys.get(at),
              text ->
                  model.type(
                      e ->
                          LoopViewModel.withDistinct(e, Keys.with(known(e.distinct()), at, text))));
      rows.getChildren()
          .add(
              FormParts.row(
                  line,
                  FormParts.remove(name, () -> model.setDistinctKeys(Keys.without(keys(), at)))));
    }
    if (!keys.isEmpty()) {
      rows.getChildren()
          .add(FormParts.add("distinct.add", () -> model.setDistinctKeys(Keys.plus(keys(), ""))));
    }
    return FormParts.section(Words.get("distinct"), null, rows);
  }

  private List<String> keys() {
    return known(model.typed().distinct());
  }

  private static List<String> known(@Nullable List<String> keys) {
    return keys == null ? List.of() : keys;
  }

  private Node groups(Each each) {
    String now = model.group();
    ComboBox<String> kind =
        FormParts.choice(
            Words.get("group"),
            LoopViewModel.GROUPS,
            now,
            value -> Words.get("group." + (value.isEmpty() ? "none" : value)),
            model::setGroup);
    boolean several = now.equals("key") || now.equals("adjacent");
    List<GroupBy.Key> keys = each.groupBy() == null ? List.of() : each.groupBy().keys();
    VBox rows = new VBox(6, FormParts.row(kind));
    for (int i = 0; i < keys.size(); i++) {
      rows.getChildren().add(groupKey(keys.get(i), i, several, now));
    }
    if (several) {
      rows.getChildren().add(FormParts.add("group.add", model::addGroupKey));
    }
    return FormParts.section(
        Words.get("group"), now.isEmpty() ? null : Words.get("group.hint", as()), rows);
  }

  private String as() {
    String as = model.typed().as();
    return as == null ? Words.get("item") : as;
  }

  private Node groupKey(GroupBy.Key key, int at, boolean several, String kind) {
    String name = Words.get(several ? "group.by" : "group.by." + kind, at + 1);
    FormulaLine line =
        formula(
            new Spot(Part.GROUP, at),
            name,
            key.by(),
            text -> model.type(e -> withKey(e, at, text, groupKeys(e).get(at).as())));
    if (!several) {
      return FormParts.row(line);
    }
    TextField called =
        text(
            new Spot(Part.GROUP_NAME, at),
            Words.get("group.name", at + 1),
            key.as(),
            text ->
                model.type(
                    e -> withKey(e, at, groupKeys(e).get(at).by(), text.isEmpty() ? null : text)));
    called.setPromptText(Words.get("group.name.prompt"));
    called.setPrefWidth(120);
    return FormParts.row(line, called, FormParts.remove(name, () -> removeKey(at)));
  }

  private void removeKey(int at) {
    List<GroupBy.Key> left = Keys.without(groupKeys(model.typed()), at);
    if (left.isEmpty()) {
      model.setGroup("");
    } else {
      model.setGroupKeys(left);
    }
  }

  private static List<GroupBy.Key> groupKeys(Each each) {
    return each.groupBy() == null ? List.of() : each.groupBy().keys();
  }

  private static Each withKey(Each each, int at, String by, @Nullable String as) {
    List<GroupBy.Key> keys = groupKeys(each);
    GroupBy.Key key = new GroupBy.Key(by, as, keys.get(at).extras());
    boolean single = each.groupBy() != null && each.groupBy().single();
    return each.withGroupBy(
        new GroupBy(Keys.with(keys, at, key), single && as == null), each.group());
  }

  private Node order(Each each) {
    VBox rows = new VBox(6);
    for (int i = 0; i < each.orderBy().size(); i++) {
      rows.getChildren().add(sortKey(each.orderBy().get(i), i, each.orderBy().size()));
    }
    rows.getChildren().add(FormParts.add("order.add", model::addOrder));
    String hint = each.orderBy().isEmpty() ? null : Words.get("order.hint");
    return FormParts.section(Words.get("order"), hint, rows);
  }

  private Node sortKey(Each.OrderBy key, int at, int of) {
    String name = Words.get("order.key", at + 1);
    FormulaLine line =
        formula(
            new Spot(Part.ORDER, at),
            name,
            key.by(),
            text ->
                model.type(e -> withOrder(e, at, text, order(e, at).descending(), order(e, at))));
    ComboBox<Boolean> direction =
        FormParts.choice(
            Words.get("order.direction", at + 1),
            List.of(false, true),
            key.descending(),
            down -> Words.get(down ? "descending" : "ascending"),
            down -> model.type(e -> withOrder(e, at, order(e, at).by(), down, order(e, at))));
    direction.setMinWidth(Region.USE_PREF_SIZE);
    ComboBox<String> locale =
        FormParts.choice(
            Words.get("order.locale", at + 1),
            locales(key.locale()),
            key.locale() == null ? "" : key.locale(),
            LoopFields::localeName,
            tag -> model.type(e -> withLocale(e, at, tag)));
    return FormParts.row(
        line,
        direction,
        locale,
        move(name, at, -1, of),
        move(name, at, 1, of),
        FormParts.remove(
            name, () -> model.reshape(e -> e.withOrderBy(Keys.without(e.orderBy(), at)))));
  }

  private static Each.OrderBy order(Each each, int at) {
    return each.orderBy().get(at);
  }

  private static Each withOrder(Each e, int at, String by, boolean down, Each.OrderBy old) {
    return e.withOrderBy(
        Keys.with(e.orderBy(), at, new Each.OrderBy(by, down, old.locale(), old.extras())));
  }

  private static Each withLocale(Each e, int at, String tag) {
    Each.OrderBy old = order(e, at);
    return e.withOrderBy(
        Keys.with(
            e.orderBy(),
            at,
            new Each.OrderBy(
                old.by(), old.descending(), tag.isEmpty() ? null : tag, old.extras())));
  }

  private static List<String> locales(@Nullable String now) {
    List<String> tags = new ArrayList<>(List.of("", "zh-CN", "en", "de"));
    if (now != null && !tags.contains(now)) {
      tags.add(now);
    }
    return tags;
  }

  private static String localeName(String tag) {
    return switch (tag) {
      case "" -> Words.get("locale.none");
      case "zh-CN" -> Words.get("locale.zh");
      default -> Locale.forLanguageTag(tag).getDisplayLanguage(Texts.language().locale());
    };
  }

  private Button move(String name, int at, int by, int of) {
    Button button =
        FormParts.small(
            by < 0 ? Feather.ARROW_UP : Feather.ARROW_DOWN,
            Words.get(by < 0 ? "up" : "down", name));
    button.setDisable(at + by < 0 || at + by >= of);
    button.setOnAction(
        e -> {
          model.reshape(each -> each.withOrderBy(Keys.moved(each.orderBy(), at, by)));
          Platform.runLater(() -> field(new Spot(Part.ORDER, at + by)).requestFocus());
        });
    return button;
  }

  FormulaLine formula(Spot spot, String name, @Nullable String text, Consumer<String> typed) {
    ProposingField field = formulas.apply(() -> model.scope(spot.part()), proposals);
    FormulaLine line = new FormulaLine(field, name, text == null ? "" : text, typed, entered);
    HBox.setHgrow(line, Priority.ALWAYS);
    shown.putIfAbsent(spot, line);
    return line;
  }

  TextField text(Spot spot, String name, @Nullable String text, Consumer<String> typed) {
    TextField field = new TextField(text == null ? "" : text);
    field.getStyleClass().addAll("fl-field", "fl-mono");
    field.setAccessibleText(name);
    field.textProperty().addListener((o, was, is) -> typed.accept(is));
    shown.put(spot, field);
    return field;
  }
}
