package fieldloom.ui.schematree;

import fieldloom.ui.kit.Background;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of a tree ready for searches while something else goes on, so that the first key
 * finds them. Who searches before makes those that he comes by himself.
 */
final class Preparation {
  private final SchemaRows rows;
  private @Nullable Background background;
  private Background.Work work = () -> {};

  Preparation(SchemaRows rows) {
    this.rows = rows;
  }

  /** Works there from now on. */
  void in(Background value) {
    background = value;
    begin();
  }

  /** Begins anew, with the documents and the language that there are now. */
  void begin() {
    work.cancel();
    // A tree whose window has closed still hears of another language.
    if (background != null && !background.isClosed()) {
      List<RowTree> trees = rows.grow();
      work = background.begin(() -> prepared(trees), rows::take, sentence -> {});
    }
  }

  private static List<RowTree> prepared(List<RowTree> trees) {
    trees.forEach(RowTree::prepare);
    return trees;
  }
}
