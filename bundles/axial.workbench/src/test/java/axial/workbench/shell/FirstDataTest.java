package axial.workbench.shell;

import static axial.view.testing.TestDesk.await;
import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Deduplicated;
import axial.run.Preparations;
import axial.run.Prepared;
import axial.run.RunRequest;
import axial.view.WorkingData;
import axial.view.testing.TestDesk;
import axial.workbench.share.SharedValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window opens by itself, and what it keeps of what is open. */
class FirstDataTest {

  @TempDir Path workspace;

  private final List<Problem> told = new CopyOnWriteArrayList<>();
  private final Opens opens = new Opens();
  private final SharedValue<Optional<WorkingData>> data = new SharedValue<>(Optional.empty());
  private Optional<LastData> last = Optional.empty();

  @AfterEach
  void close() {
    last.ifPresent(LastData::close);
  }

  private LastData last() {
    last.ifPresent(LastData::close);
    last = Optional.of(new LastData(workspace, told::add));
    return last.orElseThrow();
  }

  private void open(Optional<RunRequest> request) throws Exception {
    TestDesk desk =
        edt(
            () -> {
              TestDesk jobs = new TestDesk(workspace, new NoTrainings(), Map.of());
              new FirstData(data, told::add, () -> opens, last()).open(jobs.jobs(), request);
              return jobs;
            });
    desk.settle();
  }

  @Test
  void aNewWorkspaceBeginsWithPhantoms() throws Exception {
    open(Optional.empty());
    assertThat(edt(() -> data.get().orElseThrow().address())).isEqualTo("phantom");
    assertThat(told).isEmpty();
  }

  @Test
  void whatWasOpenLastIsOpenedWithItsSettings() throws Exception {
    LastData former = last();
    former.keep(new WorkingData("phantom", Map.of(), dataset()));
    former.keep(new WorkingData("/größe/scans", Map.of("folder.group", "range:5"), dataset()));
    former.close();
    former.await();
    open(Optional.empty());
    WorkingData opened = edt(() -> data.get().orElseThrow());
    assertThat(opened.address()).isEqualTo("/größe/scans");
    assertThat(opened.set()).isEqualTo(Map.of("folder.group", "range:5"));
    assertThat(opens.asked.get(0).set()).isEqualTo(opened.set());
  }

  @Test
  void aFolderThatIsGoneIsNamedAndNothingIsOpened() throws Exception {
    LastData former = last();
    former.keep(new WorkingData("/gone", Map.of(), dataset()));
    former.close();
    former.await();
    open(Optional.empty());
    assertThat(edt(data::get)).isEmpty();
    assertThat(told)
        .singleElement()
        .satisfies(p -> assertThat(p.text()).contains("/gone", "There is no folder", "Ctrl+O"));
  }

  @Test
  void theDataOfARequestAreOpenedWithoutWhatIsAboutTheModel() throws Exception {
    open(Optional.of(RunRequest.demo(3)));
    assertThat(edt(() -> data.get().orElseThrow().set()))
        .isEqualTo(
            Map.of(
                "run.seed", "3",
                "phantom.patients", "128",
                "stratified.train", "0.75",
                "stratified.validation", "0.1"));
  }

  @Test
  void whatTheUserHasOpenedMeanwhileStays() throws Exception {
    WorkingData mine = new WorkingData("/mine", Map.of(), dataset());
    edt(
        () -> {
          data.set(Optional.of(mine));
          return true;
        });
    open(Optional.empty());
    assertThat(edt(() -> data.get().orElseThrow())).isSameAs(mine);
  }

  @Test
  void aWorkspaceThatCannotBeWrittenIsToldOf() throws Exception {
    Files.writeString(workspace.resolve("datasets"), "a file where a folder is needed");
    last().keep(new WorkingData("phantom", Map.of(), dataset()));
    await("it is told", () -> told.size() == 1);
    assertThat(told.get(0).text()).contains("open.properties", "can be written");
  }

  private static Dataset dataset() {
    return new Dataset(
        "some",
        "some",
        new Labels(List.of("no", "yes"), 1),
        List.of(),
        List.of(),
        List.of(),
        new NoPixels());
  }

  /** Opens whatever is not gone. */
  private static final class Opens implements Preparations {
    private final List<RunRequest> asked = new CopyOnWriteArrayList<>();

    @Override
    public Dataset open(RunRequest request, Progress progress) {
      asked.add(request);
      if (request.data().equals("/gone")) {
        throw ProblemException.of(Problem.Kind.INPUT, "There is no folder /gone.", "Give another.");
      }
      return dataset();
    }

    @Override
    public Deduplicated deduplicate(RunRequest request, Dataset dataset, Progress progress) {
      throw new UnsupportedOperationException("Nothing is looked for here.");
    }

    @Override
    public Prepared prepare(RunRequest request, Dataset dataset, Progress progress) {
      throw new UnsupportedOperationException("Nothing is split here.");
    }
  }

  private static final class NoPixels implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      throw new UnsupportedOperationException("No pixels are read here.");
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.empty();
    }
  }
}
