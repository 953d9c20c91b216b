package fieldloom.ui.catalog;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A title with the one in the other language behind it, which is the first to give way. */
final class TwoTitles extends Region {
  private static final double LEAST_PX = 28;

  private final Label title;
  private final Label other;
  private final double gapPx;

  TwoTitles(Label title, Label other, double gapPx) {
    this.title = title;
    this.other = other;
    this.gapPx = gapPx;
    getChildren().addAll(title, other);
    setMinWidth(0);
  }

  void show(String words, String otherWords) {
    title.setText(words);
    other.setText(otherWords);
    requestLayout();
  }

  String title() {
    return title.getText();
  }

  String other() {
    return other.getText();
  }

  @Override
  protected double computePrefWidth(double height) {
    double own = Math.ceil(title.prefWidth(-1));
    return other.getText().isEmpty() ? own : own + gapPx + Math.ceil(other.prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(title.prefHeight(-1), other.prefHeight(-1));
  }

  @Override
  public double getBaselineOffset() {
    return title.getBaselineOffset();
  }

  @Override
  protected void layoutChildren() {
    double own = Math.min(Math.ceil(title.prefWidth(-1)), getWidth());
    place(title, 0, own);
    double rest = getWidth() - own - gapPx;
    double wanted = Math.ceil(other.prefWidth(-1));
    other.setVisible(!other.getText().isEmpty() && rest >= Math.min(wanted, LEAST_PX));
    place(other, own + gapPx, Math.max(0, Math.min(wanted, rest)));
  }

  /** Both stand on the title's line. */
  private void place(Label label, double x, double width) {
    double height = label.prefHeight(-1);
    double line = (getHeight() - title.prefHeight(-1)) / 2 + title.getBaselineOffset();
    layoutInArea(label, x, line - label.getBaselineOffset(), width, height, 0, HPos.LEFT, VPos.TOP);
  }
}
