package fieldloom.ui.tests;

import fieldloom.model.Mapping;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The test cases of the open mapping and how they ended last. */
public final class TestsViewModel {
  private final EditorSession session;
  private final TestRunner runner;
  private final Background background;
  private final ObservableList<TestResult> results = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable Mapping ranOn;

  public TestsViewModel(EditorSession session, TestRunner runner, Background background) {
    this.session = session;
    this.runner = runner;
    this.background = background;
    session.mappingProperty().addListener((o, was, is) -> stale.set(ranOn != null && is != ranOn));
  }

  /** Runs all cases on the mapping as it is now; one run at a time. */
  public void run() {
    if (running.get()) {
      return;
    }
    Mapping mapping = session.mapping();
    running.set(true);
    background.run(
        runner.running(mapping),
        found -> {
          ranOn = mapping;
          running.set(false);
          stale.set(session.mapping() != mapping);
          problem.set("");
          results.setAll(found);
        },
        sentence -> {
          running.set(false);
          problem.set(sentence);
        });
  }

  public ObservableList<TestResult> results() {
    return results;
  }

  public int cases() {
    return session.mapping().tests().size();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the mapping was edited since the cases ran. */
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** Why the cases could not run; empty where they could. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
