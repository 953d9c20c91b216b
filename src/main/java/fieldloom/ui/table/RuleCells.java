package fieldloom.ui.table;

import fieldloom.model.FieldType;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.TextWidth;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.LoopText;
import fieldloom.ui.session.RuleView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the columns. */
final class RuleCells {
  private static final double OUT_TEXT_PX = 12;
  private static final double OUT_LEAST_PX = 110;
  private static final double OWN_LEAST_PX = 176;

  private RuleCells() {}

  static RuleCell of(RuleTable table, Column column) {
    return switch (column) {
      case NUMBER -> new Plain(table, column, "fl-rules-number");
      case PATH -> new PathCell(table);
      case TITLE -> new Plain(table, column, "fl-small");
      case TYPE -> new TypeCell(table);
      case REQUIRED -> new RequiredCell(table);
      case RULE -> new FormulaCell(table);
      case DEFAULT -> new Plain(table, column, "fl-mono", "fl-muted");
      case EXAMPLE -> new ExampleCell(table);
      case NOTE -> new Plain(table, column, "fl-muted", "fl-small");
      case STATUS -> new StatusCell(table);
    };
  }

  /** The text alone. */
  private static final class Plain extends RuleCell {
    private final Label text;

    Plain(RuleTable table, Column column, String... classes) {
      super(table, column);
      text = Controls.label("", classes);
    }

    @Override
    Node draw(Row row) {
      text.setText(text(row).replaceAll("\\R", " "));
      return text;
    }
  }

  /** The way down muted, the field's own name not. */
  private static final class PathCell extends RuleCell {
    private final Label above = Controls.label("", "fl-muted");
    private final Label own = Controls.label("", "fl-medium");
    private final HBox both = new HBox(above, own);

    PathCell(RuleTable table) {
      super(table, Column.PATH);
      both.setAlignment(Pos.CENTER_LEFT);
      above.setMinWidth(0);
    }

    @Override
    Node draw(Row row) {
      String path = row.path();
      int list = path.lastIndexOf("[].");
      int cut = list < 0 ? 0 : list + 3;
      above.setText(path.substring(0, cut));
      own.setText(path.substring(cut));
      // The own name is read first: the way down gives way before it.
      own.setMinWidth(table().px(Math.min(TextWidth.of(own.getText(), 13), OWN_LEAST_PX)));
      return both;
    }
  }

  /** Badge and type. */
  private static final class TypeCell extends RuleCell {
    private final Label badge = Controls.badge(FieldType.ANY);
    private final Label text = Controls.label("", "fl-muted", "fl-small");
    private final HBox both = new HBox(6, badge, text);
    private String colour = Controls.badgeClass(FieldType.ANY);

    TypeCell(RuleTable table) {
      super(table, Column.TYPE);
      both.setAlignment(Pos.CENTER_LEFT);
      badge.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    Node draw(Row row) {
      badge.getStyleClass().remove(colour);
      colour = Controls.badgeClass(row.type());
      badge.getStyleClass().add(colour);
      badge.setText(Controls.badgeText(row.type()));
      text.setText(row.typeText());
      return both;
    }
  }

  /** A red dot. */
  private static final class RequiredCell extends RuleCell {
    private final Label dot = Controls.label("●", "fl-bad");

    RequiredCell(RuleTable table) {
      super(table, Column.REQUIRED);
    }

    @Override
    Node draw(Row row) {
      dot.setVisible(row.required());
      return dot;
    }
  }

  /** A formula in its colours, a loop as a line of words, or how to begin. */
  private static final class FormulaCell extends RuleCell {
    private final Label words = Controls.label("", "fl-muted", "fl-small");
    private final FontIcon loop = Icons.small(Feather.REPEAT);
    private final Label draft = Controls.chip("", Tone.WARNING);
    private final HBox line = new HBox();
    private final CutLine all = new CutLine(line, this);

    FormulaCell(RuleTable table) {
      super(table, Column.RULE);
      line.setAlignment(Pos.CENTER_LEFT);
      draft.textProperty().bind(Words.bind("draft"));
      HBox.setMargin(loop, new javafx.geometry.Insets(0, 6, 0, 0));
      HBox.setMargin(draft, new javafx.geometry.Insets(0, 6, 0, 0));
    }

    @Override
    Node draw(Row row) {
      RowState state = table().model().stateOf(row);
      boolean looping = table().model().isLoop(row);
      all.getStyleClass().remove("loop");
      List<Node> parts = new ArrayList<>();
      if (state.draft()) {
        parts.add(draft);
      }
      if (state.rule().isEmpty()) {
        boolean within = state.verdict().status() == RowState.Status.WITHIN;
        words.setText(Words.get(within ? "rule.within" : looping ? "rule.no-loop" : "rule.none"));
        parts.add(words);
      } else if (looping && !state.draft()) {
        all.getStyleClass().add("loop");
        parts.add(loop);
        parts.add(text(shown(state), "f-loop"));
      } else {
        coloured(state.rule(), parts);
      }
      RuleView view = state.view();
      if (view != null && view.rule().when() != null) {
        parts.add(text(" · when " + view.rule().when(), "f-when"));
      }
      line.getChildren().setAll(parts);
      return all;
    }

    private static String shown(RowState state) {
      RuleView view = state.view();
      return view == null || view.rule().each() == null
          ? state.rule()
          : LoopText.show(view.rule().each());
    }

    private static void coloured(String formula, List<Node> parts) {
      int at = 0;
      for (FormulaText.Token token : FormulaText.of(formula).tokens()) {
        if (token.start() > at) {
          parts.add(text(formula.substring(at, token.start()), "f-op"));
        }
        parts.add(text(token.text(), token.kind().styleClass()));
        at = token.end();
      }
      if (at < formula.length()) {
        parts.add(text(formula.substring(at), "f-op"));
      }
    }

    private static Text text(String text, String styleClass) {
      Text part = new Text(text.replaceAll("\\R", " "));
      part.getStyleClass().addAll("text", styleClass);
      return part;
    }
  }

  /** What is read, muted, and what comes of it. */
  private static final class ExampleCell extends RuleCell {
    private final Label in = Controls.label("", "fl-mono", "fl-muted");
    private final Label out = Controls.label("", "fl-mono");
    private final Label way = Controls.label(" → ", "fl-mono", "fl-muted");
    private final HBox both = new HBox(in, way, out);

    ExampleCell(RuleTable table) {
      super(table, Column.EXAMPLE);
      both.setAlignment(Pos.CENTER_LEFT);
      in.setMinWidth(0);
      way.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    Node draw(Row row) {
      RowState.Example example = table().model().exampleOf(row);
      way.setVisible(!example.in().isEmpty() && !example.out().isEmpty());
      way.setManaged(way.isVisible());
      in.setText(example.in().replaceAll("\\R", " "));
      out.setText(example.out().replaceAll("\\R", " "));
      // What comes of it is read first: it gives way last.
      out.setMinWidth(
          table().px(Math.min(TextWidth.mono(out.getText(), OUT_TEXT_PX) + 2, OUT_LEAST_PX)));
      out.getStyleClass().remove("fl-muted");
      if (example.stale()) {
        out.getStyleClass().add("fl-muted");
      }
      return both;
    }
  }

  /** A sign and a word or sentence. */
  private static final class StatusCell extends RuleCell {
    private final FontIcon sign = Icons.small(Feather.CHECK);
    private final Label text = Controls.label("", "fl-small");
    private final HBox both = new HBox(6, sign, text);

    StatusCell(RuleTable table) {
      super(table, Column.STATUS);
      both.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Node draw(Row row) {
      RowState.Status status = table().model().stateOf(row).verdict().status();
      sign.setIconCode(
          switch (status) {
            case MAPPED, WITHIN -> Feather.CHECK;
            case UNMAPPED -> Feather.MINUS;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.X_CIRCLE;
          });
      String tone =
          switch (status) {
            case MAPPED, WITHIN -> "fl-good";
            case UNMAPPED -> "fl-muted";
            case WARNING -> "fl-warn";
            case ERROR -> "fl-bad";
          };
      both.getStyleClass().setAll(tone);
      text.getStyleClass().setAll("label", "fl-small", tone);
      text.setText(text(row));
      return both;
    }
  }
}
