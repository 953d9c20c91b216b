package fieldloom.ui.shell;

import fieldloom.ui.session.EditorSession;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The mapping that is open.
 *
 * @param path in the workspace
 * @param version the newest when it was opened
 * @param samples paths of the samples that can be shown, relative to the mapping's folder
 */
record OpenMapping(
    String path, int version, EditorSession session, ObservableList<String> samples) {
  OpenMapping {
    samples = FXCollections.observableArrayList(samples);
  }
}
