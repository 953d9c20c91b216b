package fieldloom.ui.landscape;

import fieldloom.landscape.Area;
import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.Words;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks what a system is called, what it is for, and for its icon. */
final class SystemDialog extends Dialog {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  private final Area area;
  private final Landscape landscape;
  private final @Nullable BusinessSystem before;
  private final TextField name;
  private final TextField english;
  private final TextField chinese;
  private final TextField sentence;
  private final TextField sentenceChinese;
  private final ToggleGroup icons = new ToggleGroup();
  private final CheckBox central = new CheckBox(TEXTS.get("system.central"));
  private final Label problem = Controls.label("", "fl-bad", "fl-small");

  /**
   * @param before the system that is changed; null for a new one
   */
  SystemDialog(
      Area area,
      Landscape landscape,
      @Nullable BusinessSystem before,
      Consumer<BusinessSystem> done) {
    super(before == null ? TEXTS.get("system.new") : TEXTS.get("edit.title", before.name()));
    this.area = area;
    this.landscape = landscape;
    this.before = before;
    Words title = before == null ? Words.NONE : before.title();
    Words says = before == null ? Words.NONE : before.sentence();
    name = Fields.text("system.name", before == null ? "" : before.name());
    name.setPromptText(TEXTS.get("system.name.prompt"));
    english = Fields.text("title.en", title.english());
    chinese = Fields.text("title.zh", title.chinese());
    sentence = Fields.text("sentence.en", says.english());
    sentenceChinese = Fields.text("sentence.zh", says.chinese());
    central.setSelected(before != null && before.central());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    body()
        .getChildren()
        .addAll(
            Fields.row("system.name", name),
            Fields.row("title.en", english),
            Fields.row("title.zh", chinese),
            Fields.row("sentence.en", sentence),
            Fields.row("sentence.zh", sentenceChinese),
            icons(before == null ? SystemIcons.OFFERED.getFirst() : before.icon()),
            central,
            problem);
    Button cancel = addButton(Controls.button(TEXTS.get("cancel")));
    cancel.setOnAction(e -> close());
    Button ok = addButton(Controls.primary(TEXTS.get(before == null ? "system.add" : "keep")));
    ok.setDefaultButton(true);
    ok.setOnAction(e -> finish(done));
    startAt(name);
  }

  private VBox icons(String chosen) {
    TilePane tiles = new TilePane(4, 4);
    tiles.setPrefColumns(SystemIcons.OFFERED.size() / 2);
    for (String icon : SystemIcons.OFFERED) {
      tiles.getChildren().add(tile(icon, icon.equals(chosen)));
    }
    if (!SystemIcons.OFFERED.contains(chosen)) {
      tiles.getChildren().add(tile(chosen, true));
    }
    return new VBox(8, Controls.label(TEXTS.get("system.icon"), "fl-muted"), tiles);
  }

  private ToggleButton tile(String icon, boolean chosen) {
    ToggleButton tile = new ToggleButton("", Icons.of(SystemIcons.of(icon)));
    tile.getStyleClass().addAll("fl-button", "flat", "icon-only");
    tile.setToggleGroup(icons);
    tile.setUserData(icon);
    tile.setSelected(chosen);
    String words = SystemIcons.OFFERED.contains(icon) ? TEXTS.get("icon." + icon) : icon;
    tile.setAccessibleText(TEXTS.get("system.icon.of", words));
    tile.setTooltip(new Tooltip(words));
    tile.setOnAction(e -> tile.setSelected(true));
    return tile;
  }

  private void finish(Consumer<BusinessSystem> done) {
    String called = name.getText().strip();
    if (called.isEmpty()) {
      problem.setText(TEXTS.get("system.need.name"));
      return;
    }
    String icon =
        icons.getSelectedToggle() == null
            ? SystemIcons.OFFERED.getFirst()
            : (String) icons.getSelectedToggle().getUserData();
    close();
    done.accept(
        new BusinessSystem(
            before == null ? landscape.freeId(called) : before.id(),
            before == null ? area.id() : before.area(),
            called,
            new Words(english.getText().strip(), chinese.getText().strip()),
            new Words(sentence.getText().strip(), sentenceChinese.getText().strip()),
            icon,
            central.isSelected(),
            before == null ? 0 : before.x(),
            before == null ? 0 : before.y()));
  }
}
