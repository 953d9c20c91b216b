package fieldloom.ui.catalog;

import fieldloom.model.FieldType;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the columns of a table of fields. */
final class FieldCells {
  private FieldCells() {}

  /** A cell that shows a row by what it draws. */
  private abstract static class Cell extends TreeTableCell<FieldRow, FieldRow> {
    private final Node content;

    Cell(Node content) {
      this.content = content;
    }

    @Override
    protected void updateItem(@Nullable FieldRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
      } else {
        draw(row);
        setGraphic(content);
      }
    }

    abstract void draw(FieldRow row);
  }

  /** Badge, name, star where it is required, key where it is one. */
  static final class Name extends Cell {
    private final Label badge;
    private final Label name;
    private final Label star;
    private final Node key;
    private String colour = Controls.badgeClass(FieldType.ANY);

    Name() {
      this(
          Controls.badge(FieldType.ANY),
          Controls.label("", "fl-medium"),
          Controls.label("*", "fl-fields-star"),
          Icons.small(Feather.KEY));
    }

    private Name(Label badge, Label name, Label star, Node key) {
      HBox row = new HBox(7, badge, name, star, key);
      row.setAlignment(Pos.CENTER_LEFT);
      super(row);
      this.badge = badge;
      this.name = name;
      this.star = star;
      this.key = key;
      key.getStyleClass().add("fl-fields-key");
      for (Node mark : new Node[] {star, key}) {
        mark.managedProperty().bind(mark.visibleProperty());
      }
      badge.setMinWidth(USE_PREF_SIZE);
      star.setMinWidth(USE_PREF_SIZE);
      name.setMinWidth(0);
    }

    @Override
    void draw(FieldRow row) {
      String now = Controls.badgeClass(row.type());
      if (!now.equals(colour)) {
        badge.getStyleClass().remove(colour);
        badge.getStyleClass().add(now);
        colour = now;
      }
      badge.setText(Controls.badgeText(row.type()));
      name.setText(row.label());
      star.setVisible(row.required());
      key.setVisible(row.key());
    }
  }

  /** The title, in the other language behind it. */
  static final class Title extends Cell {
    private final TwoTitles titles;

    Title() {
      this(new TwoTitles(Controls.label(""), Controls.label("", "fl-muted", "fl-small"), 7));
    }

    private Title(TwoTitles titles) {
      super(titles);
      this.titles = titles;
    }

    @Override
    void draw(FieldRow row) {
      titles.show(Words.title(row.titles()), Words.otherTitle(row.titles()));
    }
  }

  /** The type with length or digits. */
  static final class Type extends Cell {
    private final Label type;

    Type() {
      this(Controls.label("", "fl-mono", "fl-muted"));
    }

    private Type(Label type) {
      super(type);
      this.type = type;
    }

    @Override
    void draw(FieldRow row) {
      type.setText(FieldWords.type(row));
    }
  }

  /** What is written of the field; all of it under the pointer. */
  static final class Note extends Cell {
    private final Label note;
    private final Tooltip all = new Tooltip();

    Note() {
      this(Controls.label("", "fl-muted", "fl-small"));
    }

    private Note(Label note) {
      super(note);
      this.note = note;
      all.setWrapText(true);
      all.setMaxWidth(420);
    }

    @Override
    void draw(FieldRow row) {
      note.setText(FieldWords.note(row));
      all.setText(note.getText());
      setTooltip(note.getText().isEmpty() ? null : all);
    }
  }

  /** Name, titles, type, required, key. */
  static String spoken(FieldRow row) {
    StringBuilder text = new StringBuilder(row.label());
    String title = Words.title(row.titles());
    if (!title.isEmpty()) {
      text.append(", ").append(title);
    }
    text.append(", ").append(FieldWords.type(row));
    if (row.required()) {
      text.append(", ").append(Words.get("field.required"));
    }
    if (row.key()) {
      text.append(", ").append(Words.get("field.key"));
    }
    return text.toString();
  }
}
