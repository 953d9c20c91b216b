package fieldloom.ui.shell;

import fieldloom.ui.problems.ProblemsViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Tracing;
import fieldloom.ui.tests.TestsViewModel;
import fieldloom.ui.trace.TraceViewModel;
import javafx.collections.ObservableList;

/**
 * The mapping that is open.
 *
 * @param path in the workspace
 * @param version the newest when it was opened
 * @param samples paths in the workspace of the samples that can be shown
 * @param lens what of it is looked at
 * @param trace which field's steps are looked at
 */
record OpenMapping(
    String path,
    int version,
    EditorSession session,
    ObservableList<String> samples,
    TestsViewModel tests,
    ProblemsViewModel problems,
    Lens lens,
    TraceViewModel trace) {

  /** All of the mapping is looked at. */
  OpenMapping(
      String path,
      int version,
      EditorSession session,
      ObservableList<String> samples,
      TestsViewModel tests,
      ProblemsViewModel problems) {
    this(
        path,
        version,
        session,
        samples,
        tests,
        problems,
        new Lens(session),
        new TraceViewModel(new Tracing(session)));
  }
}
