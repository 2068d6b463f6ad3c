package axial.workbench.data;

import static axial.view.testing.TestDesk.await;
import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Augmenter;
import axial.data.Dataset;
import axial.data.Image;
import axial.data.Shape;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.run.LeakCertificate;
import axial.run.Preview;
import axial.run.PreviewRequest;
import axial.run.Previews;
import axial.view.Change;
import axial.view.Part;
import axial.view.Picked;
import axial.view.View;
import axial.view.figure.Figure;
import axial.view.part.ImageCanvas;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import axial.workbench.data.augmentation.AugmentationView;
import axial.workbench.data.duplicates.DuplicatesView;
import axial.workbench.data.image.ImageView;
import axial.workbench.data.sources.SourcesView;
import axial.workbench.data.split.SplitView;
import axial.workbench.data.work.MadeUp;
import axial.workbench.data.work.Names;
import axial.workbench.data.work.Workset;
import java.awt.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final LeakCertificate LEAKY =
      new LeakCertificate(
          List.of("id000001"), List.of(), List.of(), "near", 2, List.of("scan-000009.png"), 1, 3);

  private final TestDesk desk = MadeUp.desk();
  private MadeUp lab = new MadeUp(12);
  private Workset work = lab.workset();
  private Optional<Part> part = Optional.empty();

  @BeforeAll
  static void look() throws Exception {
    edt(
        () -> {
          Picture.look(true, 1);
          return true;
        });
  }

  @AfterEach
  void close() throws Exception {
    edt(
        () -> {
          part.ifPresent(Part::close);
          work.close();
          return true;
        });
  }

  @Test
  void theSummaryCountsWhatIsLeftAfterEdits() throws Exception {
    show(new SourcesView(work));
    edt(
        () -> {
          work.exclude(desk, work.dataset().orElseThrow().samples().subList(0, 2), true, "");
          return true;
        });
    await("the total is told", () -> says("sources.total", "10 images of 4 groups"));
    Object row = edt(() -> find(Component.class, "sources.Class.no"));
    assertThat(row).isNotNull();
    assertThat(edt(() -> part.orElseThrow().state().get("recent"))).isEqualTo(MadeUp.ADDRESS);
  }

  @Test
  void thePickedImageIsShownWithItsFactsAndMask() throws Exception {
    show(new ImageView(work));
    edt(
        () -> {
          desk.picked().set(Optional.of(Picked.ofData("scan-000001.png")));
          return true;
        });
    await("the mask is laid over", () -> canvas().overlays().size() == 1);
    assertThat(edt(() -> label("image.fact.Class"))).isEqualTo("yes");
    assertThat(edt(() -> label("image.fact.Group"))).isEqualTo("patient-0");
    edt(
        () -> {
          work.relabel(desk, work.dataset().orElseThrow().samples().subList(1, 2), 0);
          return true;
        });
    assertThat(edt(() -> label("image.fact.Class"))).isEqualTo("no (found as yes)");
  }

  @Test
  void keepingOneOfAGroupIsSeenAtOnceAndUndone() throws Exception {
    show(new DuplicatesView(work));
    click("next-step");
    await("it is shown", () -> says("duplicates.place", "Group 1 of 2"));
    assertThat(edt(() -> label("duplicates.fate.2"))).contains("disagree");
    run("data.duplicates.keep-2");
    assertThat(edt(() -> label("duplicates.fate.2"))).isEqualTo("\u2713 stays");
    await(
        "a training is told",
        () -> desk.data().get().orElseThrow().dataset().kept().contains("scan-000005.png"));
    edt(
        () -> {
          desk.changes.get(0).undo().run();
          return true;
        });
    assertThat(edt(() -> label("duplicates.fate.2"))).contains("disagree");
    run("data.duplicates.next");
    assertThat(edt(() -> label("duplicates.place"))).startsWith("Group 2 of 2");
    assertThat(edt(() -> desk.commands.get("data.duplicates.next").enabled().getAsBoolean()))
        .isFalse();
  }

  @Test
  void bothOfAPairAreKeptByKeyAndThatIsUndone() throws Exception {
    show(new DuplicatesView(work));
    click("next-step");
    await("it is shown", () -> says("duplicates.place", "Group 1 of 2"));
    AbstractButton apart = edt(() -> find(AbstractButton.class, "duplicates.apart"));
    assertThat(edt(apart::getText)).isEqualTo("Keep both: not a duplicate");
    assertThat(edt(() -> desk.commands.get("data.duplicates.apart").key()))
        .contains(KeyStroke.getKeyStroke("N"));
    run("data.duplicates.apart");
    assertThat(edt(() -> label("duplicates.fate.1"))).isEqualTo("\u2713 stays: another picture");
    assertThat(edt(() -> label("duplicates.fate.2"))).isEqualTo("\u2713 stays: another picture");
    assertThat(edt(apart::getText)).isEqualTo("Duplicates after all");
    await(
        "a training is told",
        () -> desk.data().get().orElseThrow().dataset().distinct().size() == 1);
    assertThat(edt(() -> desk.changes.get(0).title())).isEqualTo("Not duplicates: 2 images");
    edt(
        () -> {
          desk.changes.get(0).undo().run();
          return true;
        });
    assertThat(edt(() -> label("duplicates.fate.2"))).contains("disagree");
  }

  @Test
  void phantomsAreSaidToBeDrawn() throws Exception {
    show(new SourcesView(work));
    assertThat(edt(() -> Names.has(part.orElseThrow().component(), "sources.drawn"))).isFalse();
    edt(
        () -> {
          work.open(desk, MadeUp.ADDRESS, Map.of("run.source", "phantom"));
          return true;
        });
    desk.settle();
    await("it is said", () -> Names.has(part.orElseThrow().component(), "sources.drawn"));
  }

  @Test
  void aCleanSplitSaysSoAndIsAFigure() throws Exception {
    show(new SplitView(work, lab));
    click("split.split");
    desk.settle();
    assertThat(edt(() -> label("split.verdict"))).isEqualTo("Nothing leaks");
    Figure figure = edt(() -> desk.figures.get("split"));
    assertThat(edt(figure::data)).hasSize(3);
    assertThat(edt(figure::methods)).contains("12 images");
  }

  @Test
  void aLeakySplitShowsItsStamp() throws Exception {
    work.close();
    lab = new MadeUp(12, split -> LEAKY);
    work = lab.workset();
    show(new SplitView(work, lab));
    click("split.split");
    desk.settle();
    assertThat(edt(() -> label("split.verdict"))).isEqualTo("The split leaks");
    assertThat(edt(() -> find(JTextComponent.class, "split.certificate").getText()))
        .startsWith(LEAKY.stamp().orElseThrow());
  }

  @Test
  void changedSharesAreSetBeforeTheSplitAndCanBeUndone() throws Exception {
    show(new SplitView(work, lab));
    edt(
        () -> {
          find(JSpinner.class, "split.train").setValue(60.0);
          return true;
        });
    click("split.split");
    desk.settle();
    assertThat(edt(() -> desk.data().get().orElseThrow().set()))
        .containsEntry("stratified.train", "0.6000")
        .containsEntry("stratified.test", "0.3500");
    assertThat(edt(() -> desk.changes.get(0).title())).isEqualTo("Split the data");
    edt(
        () -> {
          desk.changes.get(0).undo().run();
          return true;
        });
    assertThat(edt(() -> find(JSpinner.class, "split.train").getValue())).isEqualTo(80.0);
    assertThat(edt(work::split)).isEmpty();
  }

  @Test
  void theSeedOfThePreviewIsAskedForAndTheRecipeGoesIntoTraining() throws Exception {
    lab.extensions.add(new Nothing());
    RememberedPreviews previews = new RememberedPreviews();
    show(new AugmentationView(work, lab, previews));
    click("augmentation.nothing");
    await("the tick can be undone", () -> desk.changes.size() == 1);
    edt(
        () -> {
          find(JSpinner.class, "augmentation.seed").setValue(9L);
          return true;
        });
    await(
        "the last seed is previewed",
        () ->
            !previews.asked.isEmpty()
                && "9".equals(previews.asked.get(previews.asked.size() - 1).get("run.seed")));
    assertThat(previews.asked.get(previews.asked.size() - 1))
        .containsEntry("run.augmenters", "nothing");
    assertThat(edt(() -> desk.changes.stream().map(Change::title).toList()))
        .containsExactly("Augment with nothing", "Preview seed 9");
    Change seed = edt(() -> desk.changes.get(1));
    edt(
        () -> {
          seed.undo().run();
          return true;
        });
    assertThat(edt(() -> find(JSpinner.class, "augmentation.seed").getValue())).isEqualTo(1L);
    click("augmentation.use");
    assertThat(edt(() -> desk.data().get().orElseThrow().set()))
        .isEqualTo(Map.of("run.augmenters", "nothing"));
  }

  private void show(View view) throws Exception {
    edt(
        () -> {
          part = Optional.of(view.open(desk));
          work.open(desk, MadeUp.ADDRESS, Map.of());
          return true;
        });
    desk.settle();
    edt(() -> Picture.of(part.orElseThrow().component(), 900, 500));
  }

  private void click(String name) throws Exception {
    edt(
        () -> {
          AbstractButton button =
              name.equals("next-step")
                  ? Names.shown(part.orElseThrow().component(), AbstractButton.class, name)
                  : find(AbstractButton.class, name);
          button.doClick(0);
          return true;
        });
  }

  private void run(String command) throws Exception {
    edt(
        () -> {
          desk.commands.get(command).action().run();
          return true;
        });
  }

  private ImageCanvas canvas() {
    return find(ImageCanvas.class, "image.canvas");
  }

  /** Whether a label is there and begins so. */
  private boolean says(String name, String words) {
    return Names.has(part.orElseThrow().component(), name) && label(name).startsWith(words);
  }

  private String label(String name) {
    return find(JLabel.class, name).getText();
  }

  private <T> T find(Class<T> type, String name) {
    return Names.find(part.orElseThrow().component(), type, name);
  }

  /** Changes nothing. */
  private static final class Nothing implements Augmenter {
    @Override
    public String id() {
      return "nothing";
    }

    @Override
    public String description() {
      return "Changes nothing.";
    }

    @Override
    public List<Setting> settings() {
      return List.of(new Setting.Real("strength", 0, 0, 1, "How much of nothing."));
    }

    @Override
    public Image augment(Image image, Settings settings, Seed seed) {
      return image;
    }
  }

  /** Remembers what was asked for. */
  private static final class RememberedPreviews implements Previews {
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    @Override
    public Preview make(PreviewRequest request, Progress progress) {
      throw new UnsupportedOperationException("The data are open.");
    }

    @Override
    public Preview make(PreviewRequest request, Dataset dataset, Progress progress) {
      asked.add(request.set());
      Image image = new Image(new Shape(2, 2, 1), new float[4]);
      return new Preview(
          "made up",
          List.of("nothing"),
          1,
          List.of(
              new Preview.Row(
                  "a.png", "no", List.of(new Preview.Picture(image, Optional.empty())))),
          List.of());
    }

    @Override
    public void write(Preview preview, Path file) {
      throw new UnsupportedOperationException("Nothing is written.");
    }
  }
}
