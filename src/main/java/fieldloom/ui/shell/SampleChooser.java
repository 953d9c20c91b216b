package fieldloom.ui.shell;

import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Sample;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Which sample's values stand beside the fields. */
final class SampleChooser extends ComboBox<String> {
  private static final Texts TEXTS = Texts.of(SampleChooser.class);
  private Subscription watching = Subscription.EMPTY;
  private boolean showing;

  SampleChooser(Workbench bench, Consumer<String> choose) {
    getStyleClass().addAll("fl-field", "fl-sample-chooser");
    accessibleTextProperty().bind(TEXTS.bind("sample.choose"));
    promptTextProperty().bind(TEXTS.bind("sample.choose"));
    setButtonCell(new Cell(true));
    setCellFactory(view -> new Cell(false));
    bench.openProperty().subscribe(open -> watch(open));
    valueProperty()
        .addListener(
            (o, was, is) -> {
              if (!showing && is != null) {
                choose.accept(is);
              }
            });
  }

  private void watch(@Nullable OpenMapping open) {
    watching.unsubscribe();
    if (open != null) {
      setItems(open.samples());
      watching = open.session().sampleProperty().subscribe(sample -> mark(sample));
    }
  }

  private void mark(@Nullable Sample sample) {
    showing = true;
    setValue(sample == null ? null : sample.name());
    showing = false;
  }

  private static final class Cell extends ListCell<String> {
    private final boolean button;

    Cell(boolean button) {
      this.button = button;
    }

    @Override
    protected void updateItem(@Nullable String sample, boolean empty) {
      super.updateItem(sample, empty);
      if (sample == null || empty) {
        setText(button ? TEXTS.get("sample.choose") : null);
        return;
      }
      String name = sample.substring(sample.lastIndexOf('/') + 1);
      setText(button ? TEXTS.get("sample.shown", name) : sample);
    }
  }
}
