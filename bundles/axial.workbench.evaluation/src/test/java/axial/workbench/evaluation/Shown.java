package axial.workbench.evaluation;

import axial.eval.comparison.SharedSampleComparer;
import axial.run.RunRecord;
import axial.view.Part;
import axial.view.View;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/** The views of this bundle at a desk, with a run chosen. */
final class Shown {

  final TestDesk desk = new TestDesk(Path.of("workspace"), new TestTrainings(), Map.of());
  final CellSelection selection = new CellSelection();
  final Services.KeptRuns kept;
  final OpenRuns runs;
  final RunRecord run;

  Shown(SampleRun... samples) throws Exception {
    kept = new Services.KeptRuns(samples);
    runs = new OpenRuns(kept);
    run = kept.list().get(0);
    TestDesk.edt(
        () -> {
          desk.run().set(Optional.of(run.folder()));
          return "";
        });
  }

  List<View> views() {
    Services.DrawnSource drawn = new Services.DrawnSource(run);
    return List.of(
        new MatrixView(runs, selection),
        new CasesView(runs, selection, drawn, drawn),
        new ThresholdView(runs),
        new CalibrationView(runs),
        new AttributesView(runs),
        new ReportView(runs),
        new CompareView(runs, new SharedSampleComparer()));
  }

  View view(String id) {
    return views().stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow();
  }

  /** Opens a view and waits until it shows the run. */
  Part open(String id) throws Exception {
    View view = view(id);
    Part part =
        TestDesk.edt(
            () -> {
              Part made = view.open(desk);
              made.shown();
              return made;
            });
    desk.settle();
    return part;
  }

  /** The component of that name. */
  static <T extends Component> T find(JComponent in, String name, Class<T> type) {
    return search(in, name)
        .map(type::cast)
        .orElseThrow(() -> new AssertionError("There is no component " + name));
  }

  /** All words that stand in it. */
  static String texts(Container in) {
    StringBuilder words = new StringBuilder();
    for (Component child : in.getComponents()) {
      if (child instanceof JLabel label) {
        words.append(label.getText()).append('\n');
      } else if (child instanceof JTextComponent text) {
        words.append(text.getText()).append('\n');
      } else if (child instanceof Container container) {
        words.append(texts(container));
      }
    }
    return words.toString();
  }

  static Optional<Component> search(Container in, String name) {
    for (Component child : in.getComponents()) {
      if (name.equals(child.getName())) {
        return Optional.of(child);
      }
      if (child instanceof Container container) {
        Optional<Component> found = search(container, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
