package axial.workbench.data.work;

import static axial.view.testing.TestDesk.await;
import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Dataset;
import axial.data.Sample;
import axial.view.Change;
import axial.view.WorkingData;
import axial.view.testing.TestDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorksetTest {

  private final MadeUp lab = new MadeUp(12);
  private final Workset work = lab.workset();
  private final TestDesk desk = MadeUp.desk();

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void excludedImagesLeaveTheWorkingDataAndUndoBringsThemBack() throws Exception {
    open();
    exclude(1, 3);
    await("two images are gone", () -> images() == 10);
    assertThat(working().set()).containsKey("source.edits");
    Change change = edt(() -> desk.changes.get(0));
    assertThat(change.title()).isEqualTo("Exclude 2 images");
    run(change.undo());
    await("they are back", () -> images() == 12);
    assertThat(working().set()).doesNotContainKey("source.edits");
    run(change.redo());
    await("they are gone again", () -> images() == 10);
  }

  @Test
  void relabelledImagesHaveTheirClassInTheWorkingDataUntilItIsUndone() throws Exception {
    open();
    edt(
        () -> {
          work.relabel(desk, samples().subList(0, 1), 1);
          return true;
        });
    await("its class is another", () -> label(0) == 1);
    assertThat(edt(() -> work.marks().label(samples().get(0)))).isEqualTo(1);
    run(edt(() -> desk.changes.get(0)).undo());
    await("its class is as found", () -> label(0) == 0);
  }

  @Test
  void editsAreThereAgainWhenTheDataAreOpenedAnew() throws Exception {
    open();
    exclude(0, 1);
    await("it is gone", () -> images() == 11);
    WorkingData kept = working();
    Workset other = lab.workset();
    edt(
        () -> {
          other.follow(desk, Optional.of(kept));
          return true;
        });
    await("its edits are read", () -> other.found().isPresent());
    assertThat(edt(() -> other.marks().excluded())).isEmpty();
    assertThat(lab.opened.get(lab.opened.size() - 1).set()).doesNotContainKey("source.edits");
    other.close();
  }

  @Test
  void undoOfOtherDataChangesNothing() throws Exception {
    open();
    exclude(0, 1);
    await("it is gone", () -> images() == 11);
    Dataset dataset = MadeUp.dataset(6);
    edt(
        () -> {
          desk.data()
              .set(
                  Optional.of(
                      new WorkingData("elsewhere", Map.of("run.source", "source"), dataset)));
          work.follow(desk, desk.data().get());
          return true;
        });
    await("the other data are open", () -> work.dataset().filter(d -> d == dataset).isPresent());
    run(edt(() -> desk.changes.get(0)).undo());
    assertThat(edt(() -> desk.notes)).last().asString().contains("no longer open");
  }

  @Test
  void aChangedGroupOpensTheDataAnewAndCanBeUndone() throws Exception {
    open();
    set("source.group", "range:5");
    desk.settle();
    assertThat(lab.opened).hasSize(2);
    assertThat(working().set()).containsEntry("source.group", "range:5");
    run(edt(() -> desk.changes.get(0)).undo());
    desk.settle();
    assertThat(working().set()).isEmpty();
  }

  @Test
  void aChangedSeedDoesNotOpenTheDataAnew() throws Exception {
    open();
    set("run.seed", "7");
    desk.settle();
    assertThat(lab.opened).hasSize(1);
    assertThat(working().set()).containsEntry("run.seed", "7");
  }

  @Test
  void aSplitIsOfFormerDataAfterAnEdit() throws Exception {
    open();
    edt(
        () -> {
          work.makeSplit(desk, Map.of());
          return true;
        });
    desk.settle();
    assertThat(edt(work::splitIsOfNow)).isTrue();
    exclude(0, 1);
    await("it is gone", () -> images() == 11);
    assertThat(edt(work::splitIsOfNow)).isFalse();
    assertThat(edt(() -> work.split())).isPresent();
    run(edt(() -> desk.changes.get(1)).undo());
    await("it is back", () -> images() == 12);
    assertThat(edt(work::splitIsOfNow)).isTrue();
  }

  @Test
  void aSplitAndItsSettingsAreTakenBackAndDoneAgain() throws Exception {
    open();
    split(Map.of());
    assertThat(edt(() -> desk.changes.get(0).title())).isEqualTo("Split the data");
    SplitData first = edt(() -> work.split().orElseThrow());
    split(Map.of("run.seed", "7"));
    assertThat(edt(() -> work.split().orElseThrow())).isNotSameAs(first);
    assertThat(edt(() -> desk.changes.size())).isEqualTo(2);
    run(edt(() -> desk.changes.get(1)).undo());
    assertThat(edt(() -> work.split().orElseThrow())).isSameAs(first);
    assertThat(edt(work::splitIsOfNow)).isTrue();
    assertThat(working().set()).isEmpty();
    run(edt(() -> desk.changes.get(0)).undo());
    assertThat(edt(work::split)).isEmpty();
    run(edt(() -> desk.changes.get(0)).redo());
    run(edt(() -> desk.changes.get(1)).redo());
    assertThat(edt(work::splitIsOfNow)).isTrue();
    assertThat(working().set()).containsEntry("run.seed", "7");
    split(Map.of());
    assertThat(edt(() -> desk.changes.size())).isEqualTo(2);
  }

  private void split(Map<String, String> changes) throws Exception {
    edt(
        () -> {
          work.makeSplit(desk, changes);
          return true;
        });
    desk.settle();
  }

  private void open() throws Exception {
    edt(
        () -> {
          work.open(desk, MadeUp.ADDRESS, Map.of());
          return true;
        });
    desk.settle();
  }

  private void exclude(int from, int to) throws Exception {
    edt(
        () -> {
          work.exclude(desk, samples().subList(from, to), true, "");
          return true;
        });
  }

  private void set(String key, String value) throws Exception {
    edt(
        () -> {
          work.set(desk, "Change", Map.of(key, value), () -> {});
          return true;
        });
  }

  private static void run(Runnable act) throws Exception {
    edt(
        () -> {
          act.run();
          return true;
        });
  }

  private List<Sample> samples() {
    return work.dataset().orElseThrow().samples();
  }

  private WorkingData working() throws Exception {
    return edt(() -> desk.data().get().orElseThrow());
  }

  private int images() {
    return desk.data().get().orElseThrow().dataset().samples().size();
  }

  private int label(int index) {
    return desk.data().get().orElseThrow().dataset().samples().get(index).label();
  }
}
