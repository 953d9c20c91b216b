package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Words;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.TextWidth;
import java.util.List;

/** How large systems and cards are, told by their words. */
final class Sizes {
  private static final double GRID = 8;
  private static final double LEAST = 176;
  private static final double MOST = 248;
  private static final double CENTRAL_LEAST = 190;
  private static final double HEIGHT = 76;
  private static final double CENTRAL_HEIGHT = 100;

  /** Icon, gaps and padding beside a system's name. */
  private static final double BESIDE_NAME = 24 + 16 + 8;

  private static final double PADDING = 26;
  private static final double CARD_LEAST = 120;
  private static final double CARD_ROW = 20;
  private static final double CARD_PADDING = 8;

  /** Dot, arrow, gaps and padding beside a card's title and count. */
  private static final double BESIDE_TITLE = 18 + 8 + 6 + 12 + 6 + 6 + 6 + 4;

  private static final double CARD_TEXT = 11.5;

  private Sizes() {}

  static Box box(BusinessSystem system, Language language) {
    double size = system.central() ? 16 : 14;
    Words title = system.title();
    double name =
        BESIDE_NAME
            + TextWidth.of(system.name(), size) * 1.06
            + (title.chinese().isEmpty() ? 0 : 8 + TextWidth.of(title.chinese(), 12));
    double text =
        PADDING
            + Math.max(
                TextWidth.of(title.english(), 12),
                TextWidth.of(system.sentence().in(language.locale()), 11) * 0.95);
    double least = system.central() ? CENTRAL_LEAST : LEAST;
    double wanted = Math.max(name, text);
    double width = wanted <= least ? least : Math.min(MOST, Math.ceil(wanted / GRID) * GRID);
    return Box.around(system.x(), system.y(), width, system.central() ? CENTRAL_HEIGHT : HEIGHT);
  }

  static double cardWidth(List<CardLine> lines) {
    double widest = CARD_LEAST;
    for (CardLine line : lines) {
      widest =
          Math.max(
              widest,
              BESIDE_TITLE + titleWidth(line.title()) + TextWidth.of(line.count(), CARD_TEXT));
    }
    return Math.ceil(widest / 2) * 2;
  }

  static double titleWidth(String title) {
    return TextWidth.of(title, CARD_TEXT) * 1.02;
  }

  static double cardHeight(int lines) {
    return CARD_PADDING + CARD_ROW * lines;
  }
}
