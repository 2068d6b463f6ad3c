package axial.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import axial.view.run.Comparing;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsControllerTest {

  @TempDir Path workspace;

  private final FakeScreen screen = new FakeScreen();
  private final TestTrainings trainings = new TestTrainings();
  private final List<Path> opened = new ArrayList<>();
  private final List<List<Path>> compared = new ArrayList<>();
  private TestDesk desk;
  private SampleRuns runs;
  private RunsController controller;
  private Path first;
  private Path second;
  private Path stopped;

  private static final class FakeScreen implements RunsScreen {
    List<RunRow> rows = List.of();
    int all;
    Optional<RunRow> detail = Optional.empty();
    boolean agrees = true;
    String question = "";

    @Override
    public void show(List<RunRow> shown, int count) {
      rows = shown;
      all = count;
    }

    @Override
    public void mark(List<Path> selected) {}

    @Override
    public void detail(Optional<RunRow> row) {
      detail = row;
    }

    @Override
    public boolean confirm(String asked, String yes) {
      question = asked;
      return agrees;
    }
  }

  private final class Compares implements Comparing {
    @Override
    public String view() {
      return "evaluation.compare";
    }

    @Override
    public void compare(List<Path> folders) {
      compared.add(folders);
    }
  }

  @BeforeEach
  void begin() throws Exception {
    runs = new SampleRuns(workspace.resolve("runs"));
    first = runs.add("first", "compact", 16, false);
    second = runs.add("second", "residual", 18, true);
    stopped = runs.add("third", "compact", 0, false);
    desk = new TestDesk(workspace, trainings, Map.of());
    TestDesk.edt(
        () -> {
          controller =
              new RunsController(
                  desk,
                  runs,
                  new SampleRuns.Nothing(),
                  () -> Optional.of(new Compares()),
                  opened::add,
                  screen);
          controller.start();
          return "";
        });
    desk.settle();
  }

  @AfterEach
  void end() {
    controller.close();
  }

  private void act(Runnable action) throws Exception {
    TestDesk.edt(
        () -> {
          action.run();
          return "";
        });
    desk.settle();
  }

  private List<String> shown() {
    return screen.rows.stream().map(RunRow::id).toList();
  }

  @Test
  void theNewestRunStandsFirstWithItsResults() {
    assertThat(shown()).containsExactly("third", "second", "first");
    RunRow row = screen.rows.get(1);
    assertThat(row.balanced().orElseThrow().text()).isEqualTo("0.900 (0.685 to 0.958)");
    assertThat(row.area().orElseThrow().text()).isEqualTo("0.930 (0.900 to 0.960)");
    assertThat(row.leaksText()).isEqualTo("LEAKY");
    assertThat(screen.rows.get(0).statusText()).isEqualTo("stopped");
  }

  @Test
  void everyWordOfASearchMustStandInTheRow() throws Exception {
    act(() -> controller.search("COMPACT stopped"));
    assertThat(shown()).containsExactly("third");
    act(() -> controller.search("leaky"));
    assertThat(shown()).containsExactly("second");
    assertThat(screen.all).isEqualTo(3);
    act(() -> controller.search(""));
    assertThat(shown()).hasSize(3);
  }

  @Test
  void theSelectedRunIsThatOfTheDesk() throws Exception {
    act(() -> controller.select(List.of(second)));
    assertThat(desk.run().get()).contains(second);
    assertThat(screen.detail.orElseThrow().id()).isEqualTo("second");
    act(() -> desk.run().set(Optional.of(first)));
    assertThat(screen.detail.orElseThrow().id()).as("chosen elsewhere").isEqualTo("first");
  }

  @Test
  void notesAndTagsAreKeptInTheRunsFolderAndFound() throws Exception {
    act(
        () ->
            controller.note(
                first, RunNotes.of("Grüße\nfrom the lab", " Baseline, paper,baseline")));
    controller.close();
    TestDesk.await("the notes are written", () -> Files.exists(first.resolve("notes.json")));
    RunNotes kept = new NotesFile().read(first);
    assertThat(kept.text()).isEqualTo("Grüße\nfrom the lab");
    assertThat(kept.tags()).containsExactly("baseline", "paper");
    act(() -> controller.reload());
    act(() -> controller.search("paper"));
    assertThat(shown()).containsExactly("first");
  }

  @Test
  void brokenNotesAreToldAndTheRunIsListed() throws Exception {
    Files.writeString(first.resolve("notes.json"), "{ broken");
    act(() -> controller.reload());
    assertThat(shown()).hasSize(3);
    assertThat(desk.problems).hasSize(1);
    assertThat(desk.problems.get(0).text()).contains("notes.json", "cannot be read", "Mend it");
  }

  @Test
  void severalEvaluatedRunsAreComparedWithThatOfTheDesk() throws Exception {
    act(() -> controller.select(List.of(first, stopped)));
    assertThat(controller.canCompare()).as("one is not evaluated").isFalse();
    act(() -> desk.run().set(Optional.of(second)));
    act(() -> controller.select(List.of(first, second)));
    act(() -> controller.compare());
    assertThat(compared).containsExactly(List.of(second, first));
    assertThat(desk.revealed).containsExactly("evaluation.compare");
  }

  @Test
  void aStoppedRunGoesOnAndAFinishedOneDoesNot() throws Exception {
    act(() -> controller.select(List.of(first)));
    assertThat(controller.canResume()).isFalse();
    act(() -> controller.resume());
    act(() -> controller.select(List.of(stopped)));
    act(() -> controller.resume());
    assertThat(trainings.resumed).containsExactly(stopped);
  }

  @Test
  void runsAreRepeatedExportedAndOpened() throws Exception {
    act(() -> controller.select(List.of(first)));
    act(() -> controller.repeat());
    act(() -> controller.export("onnx"));
    act(() -> controller.openFolder());
    act(() -> controller.openReport());
    assertThat(trainings.repeated).containsExactly(first);
    assertThat(runs.asked).containsExactly("export first onnx");
    assertThat(opened).containsExactly(first, first.resolve("report.html"));
    assertThat(desk.notes.get(0)).isEqualTo("The run first is made again when its turn comes.");
    assertThat(desk.notes.get(1)).contains("first.onnx");
  }

  @Test
  void aRunIsDeletedOnlyWhenTheUserAgreesAndComesBackByUndo() throws Exception {
    Files.writeString(first.resolve("status.json"), "{}");
    act(() -> controller.select(List.of(first)));
    screen.agrees = false;
    act(() -> controller.delete());
    assertThat(first).exists();
    assertThat(screen.question).contains("the run first", "trash");
    screen.agrees = true;
    act(() -> controller.delete());
    assertThat(first).doesNotExist();
    assertThat(workspace.resolve("trash/first/status.json")).exists();
    assertThat(shown()).doesNotContain("first");
    assertThat(desk.run().get()).isEmpty();
    act(() -> desk.changes.get(0).undo().run());
    assertThat(first.resolve("status.json")).exists();
    assertThat(shown()).contains("first");
    act(() -> desk.changes.get(0).redo().run());
    assertThat(first).doesNotExist();
  }

  @Test
  void aRunThatSomebodyWorksOnIsNotDeleted() throws Exception {
    try (FileChannel channel =
        FileChannel.open(
            first.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.tryLock()).isNotNull();
      act(() -> controller.select(List.of(first)));
      act(() -> controller.delete());
    }
    assertThat(first).exists();
    assertThat(desk.problems.get(0).text()).contains("while somebody works on it. Stop it first.");
  }
}
