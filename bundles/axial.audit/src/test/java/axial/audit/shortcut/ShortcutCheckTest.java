package axial.audit.shortcut;

import static axial.audit.DrawnData.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.audit.DrawnData;
import axial.audit.Shortcut;
import axial.data.DuplicateGroup;
import axial.data.Labels;
import axial.data.Pixels;
import axial.job.CancelledException;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortcutCheckTest {

  private static final int IMAGES = 100;

  private final DrawnData data = new DrawnData();

  private List<Shortcut> check(DuplicateGroup... twins) {
    return check(DrawnData.LABELS, twins);
  }

  private List<Shortcut> check(Labels labels, DuplicateGroup... twins) {
    return ShortcutCheck.of(
        data.samples(), labels, List.of(twins), data, new Seed(1), Progress.none());
  }

  private static Shortcut find(List<Shortcut> shortcuts, String id) {
    return shortcuts.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  /** Noise with a frame; nothing but what a test chooses tells the classes apart. */
  private static Pixels picture(int side, int frame, int grey, long seed) {
    Pixels noise = noise(side, side, grey, 60, seed);
    byte[] pixels = noise.data().clone();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (x < frame || y < frame || x >= side - frame || y >= side - frame) {
          pixels[y * side + x] = 5;
        }
      }
    }
    return new Pixels(side, side, 1, pixels);
  }

  private void add(int i, int label, String format, Pixels pixels) {
    String source = (label == 1 ? "yes/" : "no/") + i;
    data.add(source, label, source, Map.of("format", format), pixels);
  }

  private void onlyTells(String id) {
    for (Shortcut shortcut : check()) {
      assertThat(shortcut.telling()).as(shortcut.toString()).isEqualTo(shortcut.id().equals(id));
    }
  }

  @Test
  void aClassOfOneSizeIsTold() {
    Draws draws = new Seed(3).draws();
    for (int i = 0; i < IMAGES; i++) {
      int side = i % 2 == 1 && draws.uniform() < 0.9 ? 48 : 36 + draws.below(24);
      add(i, i % 2, "jpeg", picture(side, 0, 120, i));
    }
    onlyTells("size");
    Shortcut size = find(check(), "size");
    assertThat(size.score().accuracy().value()).isBetween(0.88, 0.97);
    assertThat(size.rule().get(0)).startsWith("If the size is 48x48: yes, right for");
  }

  @Test
  void aClassOfLargerImagesIsTold() {
    Draws draws = new Seed(4).draws();
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 2, "jpeg", picture((i % 2 == 1 ? 60 : 40) + draws.below(25), 0, 120, i));
    }
    onlyTells("size");
    assertThat(find(check(), "size").rule().get(0)).matches("If the (width|height) is at most .*");
  }

  @Test
  void aBrighterClassIsTold() {
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 2, "jpeg", picture(32, 4, i % 2 == 1 ? 150 : 110, i));
    }
    onlyTells("brightness");
    assertThat(find(check(), "brightness").rule()).hasSize(2);
  }

  @Test
  void aBorderedClassIsTold() {
    for (int i = 0; i < IMAGES; i++) {
      // The frame darkens the picture; what is inside it makes up for that.
      add(i, i % 2, "jpeg", i % 2 == 1 ? picture(32, 3, 170, i) : picture(32, 0, 114, i));
    }
    assertThat(find(check(), "border").telling()).isTrue();
    assertThat(find(check(), "size").telling()).isFalse();
    assertThat(find(check(), "file").telling()).isFalse();
  }

  @Test
  void aClassOfAnotherFileTypeIsTold() {
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 2, i % 2 == 1 ? "png" : "jpeg", picture(32, 0, 120, i));
    }
    onlyTells("file");
    assertThat(find(check(), "file").rule().get(0)).contains("the file is", "(100.0 %)");
  }

  @Test
  void nothingIsToldWhereNothingDiffers() {
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 2, "jpeg", picture(32 + i / 2 % 7, i / 2 % 3, 100 + i / 2 % 5, i / 2 + 1000 * i));
    }
    onlyTells("nothing");
  }

  @Test
  void aConstantPropertyAnswersWithTheMostFrequentClass() {
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 5 == 0 ? 0 : 1, "jpeg", picture(32, 0, 120, i));
    }
    Shortcut size = find(check(), "size");
    assertThat(size.score().accuracy().value()).isEqualTo(size.score().majority()).isEqualTo(0.8);
    assertThat(size.score().balancedAccuracy().value()).isEqualTo(0.5);
    assertThat(size.rule()).containsExactly("Any image: yes, right for 80 of 100 images (80.0 %).");
  }

  /** Each patient has a size of its own, which a rule could learn by heart from the copies. */
  @Test
  void imagesOfOnePatientAreNotOnBothSides() {
    Draws draws = new Seed(11).draws();
    for (int patient = 0; patient < 12; patient++) {
      int label = draws.below(2);
      for (int slice = 0; slice < 12; slice++) {
        String source = patient + "/" + slice;
        data.add(
            source,
            label,
            "patient " + patient,
            Map.of(),
            picture(32 + patient, 0, 120, 100L * patient + slice));
      }
    }
    assertThat(find(check(), "size").telling()).isFalse();
  }

  @Test
  void copiesAreNotOnBothSides() {
    for (int i = 0; i < 40; i++) {
      add(i, i % 2, "jpeg", picture(32, 0, 120, i / 4));
    }
    DuplicateGroup near =
        new DuplicateGroup(List.of(data.samples().get(0), data.samples().get(39)));
    Folds folds = Folds.of(data.samples(), List.of(near), new Seed(1)).orElseThrow();
    for (int i = 0; i < 40; i++) {
      assertThat(folds.ofSample()[i]).isEqualTo(folds.ofSample()[i / 4 * 4]);
    }
    assertThat(folds.ofSample()[0]).isEqualTo(folds.ofSample()[39]);
    assertThat(folds.count()).isEqualTo(5);
  }

  @Test
  void foldsHaveAboutEqualSharesOfEachClass() {
    for (int i = 0; i < 103; i++) {
      add(i, i % 4 == 0 ? 0 : 1, "jpeg", picture(32, 0, 120, i));
    }
    Folds folds = Folds.of(data.samples(), List.of(), new Seed(9)).orElseThrow();
    for (int fold = 0; fold < 5; fold++) {
      int[] inside = folds.samples(fold, true);
      long no = Arrays.stream(inside).filter(s -> s % 4 == 0).count();
      assertThat(no).isBetween(5L, 6L);
      assertThat(inside.length - no).isBetween(15L, 16L);
    }
  }

  @Test
  void manyClassesAreToldApart() {
    Labels three = new Labels(List.of("a", "b", "c"), 2);
    for (int i = 0; i < 120; i++) {
      data.add("i" + i, i % 3, picture(32 + 4 * (i % 3), 0, 120, i));
    }
    Shortcut size = find(check(three), "size");
    assertThat(size.score().balancedAccuracy().value()).isEqualTo(1);
    assertThat(size.score().chance()).isEqualTo(1.0 / 3);
    assertThat(size.rule()).hasSize(3);
  }

  @Test
  void aClassWithOnePictureOnlyCannotBeChecked() {
    add(0, 0, "jpeg", picture(32, 0, 120, 1));
    add(1, 0, "jpeg", picture(32, 0, 120, 1));
    add(2, 1, "jpeg", picture(32, 0, 120, 2));
    add(3, 1, "jpeg", picture(32, 0, 120, 3));
    assertThat(check()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSame() {
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 2, "jpeg", picture(32 + i % 7, 0, 100 + i % 9, i));
    }
    assertThat(check()).isEqualTo(check());
  }

  @Test
  void itEndsWhenItIsCancelled() {
    for (int i = 0; i < IMAGES; i++) {
      add(i, i % 2, "jpeg", picture(32, 0, 120, i));
    }
    Progress cancelled = Progress.cancelledWhen(() -> true);
    assertThatThrownBy(
            () ->
                ShortcutCheck.of(
                    data.samples(), DrawnData.LABELS, List.of(), data, new Seed(1), cancelled))
        .isInstanceOf(CancelledException.class);
  }
}
