package fieldloom.ui.samples;

import fieldloom.generate.Masking;
import fieldloom.generate.SampleMask;
import fieldloom.ui.kit.Background;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Which fields of a sample are masked before it is kept. FX thread. */
public final class MaskViewModel {
  private final String fileName;
  private final SampleMask mask;
  private final byte[] content;
  private final Background background;
  private final List<Item> items;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * A field.
   *
   * @param ticked whether it is masked
   */
  public record Item(Masking.Found found, BooleanProperty ticked) {}

  /**
   * For a sample; all that was found is masked at first.
   *
   * @param content of the sample as it came
   */
  public MaskViewModel(String fileName, SampleMask mask, byte[] content, Background background) {
    this.fileName = fileName;
    this.mask = mask;
    this.content = content.clone();
    this.background = background;
    this.items =
        mask.found().stream()
            .map(found -> new Item(found, new SimpleBooleanProperty(true)))
            .toList();
  }

  public String fileName() {
    return fileName;
  }

  public List<Item> items() {
    return items;
  }

  /** Why it could not be masked; "" where nothing went wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Ticks all fields, or none. */
  public void tickAll(boolean ticked) {
    items.forEach(item -> item.ticked().set(ticked));
  }

  /** What is to be kept: masked where fields are ticked, else the bytes as they came. */
  public void keep(Consumer<byte[]> done) {
    Set<String> paths =
        items.stream()
            .filter(item -> item.ticked().get())
            .map(item -> item.found().path())
            .collect(Collectors.toSet());
    if (paths.isEmpty()) {
      done.accept(content.clone());
      return;
    }
    background.run(() -> mask.masked(paths), done, problem::set);
  }
}
