package axial.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import axial.run.RunEvent;
import axial.view.Part;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import java.awt.Component;
import java.awt.Container;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewTest {

  @TempDir Path workspace;

  private TestDesk desk() {
    axial.view.run.Trainings none =
        (axial.view.run.Trainings)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {axial.view.run.Trainings.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    return new TestDesk(workspace, none, Map.of());
  }

  private static Part open(RunsView view, TestDesk desk) throws Exception {
    Part part = TestDesk.edt(() -> view.open(desk));
    desk.settle();
    return part;
  }

  static Component find(Container in, String name) {
    return search(in, name).orElseThrow(() -> new AssertionError("There is no " + name));
  }

  private static Optional<Component> search(Container in, String name) {
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

  @Test
  void withoutRunsItLeadsToTraining() throws Exception {
    TestDesk desk = desk();
    SampleRuns runs = new SampleRuns(workspace.resolve("runs"));
    Part part = open(new RunsView(runs, new SampleRuns.Nothing()), desk);
    TestDesk.edt(
        () -> {
          ((JButton) find(part.component(), "next-step")).doClick(0);
          part.close();
          return "";
        });
    assertThat(desk.revealed).containsExactly("model.recipe");
  }

  @Test
  void aRunThatEndsAppearsAndNotesThatAreTypedAreKeptWhenTheViewCloses() throws Exception {
    TestDesk desk = desk();
    SampleRuns runs = new SampleRuns(workspace.resolve("runs"));
    RunsView view = new RunsView(runs, new SampleRuns.Nothing());
    Part part = open(view, desk);
    Path leaky = runs.add("leaky", "compact", 15, true);
    runs.add("clean", "compact", 15, false);
    view.on(new RunEvent.Ended("leaky", leaky));
    TestDesk.await(
        "both runs are listed",
        () ->
            search(part.component(), "runs.table.rows")
                .filter(table -> ((JTable) table).getRowCount() == 2)
                .isPresent());
    TestDesk.edt(
        () -> {
          JTable table = (JTable) find(part.component(), "runs.table.rows");
          table.setRowSelectionInterval(1, 1);
          Picture.of(part.component(), 400, 600);
          assertThat(((JTextComponent) find(part.component(), "runs.table.stamp")).getText())
              .startsWith("LEAKY: ");
          assertThat(((JLabel) find(part.component(), "runs.table.count")).getText())
              .isEqualTo("2 runs");
          ((JTextComponent) find(part.component(), "runs.table.tags")).setText("to check");
          part.close();
          return "";
        });
    assertThat(desk.run().get()).contains(leaky);
    TestDesk.await("the notes are written", () -> Files.exists(leaky.resolve("notes.json")));
    assertThat(new NotesFile().read(leaky).tags()).containsExactly("to check");
  }

  @Test
  void columnsSortByWhatTheyMean() throws Exception {
    TestDesk desk = desk();
    SampleRuns runs = new SampleRuns(workspace.resolve("runs"));
    runs.add("middling", "compact", 12, false);
    runs.add("best", "compact", 19, false);
    runs.add("unfinished", "compact", 0, false);
    Part part = open(new RunsView(runs, new SampleRuns.Nothing()), desk);
    TestDesk.edt(
        () -> {
          JTable table = (JTable) find(part.component(), "runs.table.rows");
          int balanced = RunTableModel.Column.BALANCED.ordinal();
          table.getRowSorter().toggleSortOrder(balanced);
          table.getRowSorter().toggleSortOrder(balanced);
          assertThat(((RunRow) table.getValueAt(0, 0)).id()).isEqualTo("best");
          assertThat(((RunRow) table.getValueAt(2, 0)).id()).isEqualTo("unfinished");
          part.close();
          return "";
        });
  }
}
