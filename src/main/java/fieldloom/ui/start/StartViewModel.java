package fieldloom.ui.start;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the start screen shows; the shell fills it. Only on the FX thread. */
public final class StartViewModel {
  private final ObservableList<Recent> recents = FXCollections.observableArrayList();
  private final ObservableList<SampleCard> samples = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Mappings of the workspace, the one edited last first. */
  public ObservableList<Recent> recents() {
    return recents;
  }

  public ObservableList<SampleCard> samples() {
    return samples;
  }

  /** What keeps the list from being read; empty where nothing does. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void show(List<Recent> found) {
    problem.set("");
    recents.setAll(found);
  }

  public void fail(String sentence) {
    problem.set(sentence);
  }
}
