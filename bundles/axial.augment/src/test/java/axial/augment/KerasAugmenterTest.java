package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Shape;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.job.Settings;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class KerasAugmenterTest {

  private static final Shape SHAPE = new Shape(100, 50, 1);

  private final KerasAugmenter keras = new KerasAugmenter();

  private Settings settings(String... chosen) {
    return Drawn.settings(keras.settings(), chosen);
  }

  /** Everything that 500 draws come to. */
  private TreeSet<Double> drawn(Settings settings, ToDoubleFunction<KerasTransform> what) {
    TreeSet<Double> all = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      all.add(what.applyAsDouble(KerasAugmenter.draw(SHAPE, settings, new Seed(i))) + 0.0);
    }
    return all;
  }

  @Test
  void changesNothingUntilItIsTold() {
    assertThat(keras.augment(Drawn.noise(), settings(), new Seed(3)).values())
        .isEqualTo(Drawn.noise().values());
  }

  @Test
  void isTheNotebooksWithItsSettings() {
    Settings same =
        settings(
            "rotation",
            "30",
            "height-shift",
            "0.2",
            "width-shift",
            "0.2",
            "zoom",
            "0.25",
            "horizontal-flip",
            "true");
    NotebookAugmenter notebook = new NotebookAugmenter();
    Settings own = Drawn.settings(notebook.settings());
    for (int i = 0; i < 20; i++) {
      assertThat(keras.augment(Drawn.noise(), same, new Seed(i)).values())
          .isEqualTo(notebook.augment(Drawn.noise(), own, new Seed(i)).values());
    }
  }

  @Test
  void aShiftBelowOneIsAShareOfTheSide() {
    TreeSet<Double> down = drawn(settings("height-shift", "0.2"), t -> t.affine().tx());
    TreeSet<Double> right = drawn(settings("width-shift", "0.2"), t -> t.affine().ty());
    assertThat(down.first()).isBetween(-20.0, -19.0);
    assertThat(down.last()).isBetween(19.0, 20.0);
    assertThat(right.first()).isBetween(-10.0, -9.5);
    assertThat(right.last()).isBetween(9.5, 10.0);
  }

  @Test
  void aShiftWithAFractionFromOneOnIsPixels() {
    TreeSet<Double> down = drawn(settings("height-shift", "3.0"), t -> t.affine().tx());
    assertThat(down).hasSizeGreaterThan(400);
    assertThat(down.first()).isBetween(-3.0, -2.9);
    assertThat(down.last()).isBetween(2.9, 3.0);
  }

  @Test
  void aWholeShiftIsThatManyWholePixels() {
    assertThat(drawn(settings("width-shift", "3"), t -> t.affine().ty()))
        .isEqualTo(new TreeSet<>(Set.of(-2.0, -1.0, 0.0, 1.0, 2.0)));
    assertThat(drawn(settings("width-shift", "1"), t -> t.affine().ty())).containsOnly(0.0);
  }

  @Test
  void aListOfShiftsIsDrawnFromEitherWay() {
    assertThat(drawn(settings("height-shift", "4,10"), t -> t.affine().tx()))
        .isEqualTo(new TreeSet<>(Set.of(-10.0, -4.0, 4.0, 10.0)));
    assertThat(drawn(settings("height-shift", "0.1,0.5"), t -> t.affine().tx()))
        .isEqualTo(new TreeSet<>(Set.of(-50.0, -10.0, 10.0, 50.0)));
  }

  @Test
  void zoomIsAShareOrTwoFactors() {
    TreeSet<Double> share = drawn(settings("zoom", "0.3"), t -> t.affine().zx());
    assertThat(share.first()).isBetween(0.7, 0.72);
    assertThat(share.last()).isBetween(1.28, 1.3);
    TreeSet<Double> factors = drawn(settings("zoom", "1.1,1.4"), t -> t.affine().zy());
    assertThat(factors.first()).isBetween(1.1, 1.12);
    assertThat(factors.last()).isBetween(1.38, 1.4);
  }

  @Test
  void oneRangeDoesNotChangeWhatAnotherDraws() {
    Settings rotation = settings("rotation", "30");
    Settings more = settings("rotation", "30", "height-shift", "0.2", "brightness", "0.5,2");
    assertThat(drawn(more, t -> t.affine().theta()))
        .isEqualTo(drawn(rotation, t -> t.affine().theta()));
  }

  @Test
  void aFlippedImageKeepsItsPixelsWhateverTheSpline() {
    Image image = Drawn.byFormula(4, 4, 1, 0);
    Settings cubic = settings("vertical-flip", "true", "interpolation", "3", "fill", "constant");
    Set<Float> before = values(image);
    for (int i = 0; i < 10; i++) {
      assertThat(values(keras.augment(image, cubic, new Seed(i)))).isEqualTo(before);
    }
  }

  private static Set<Float> values(Image image) {
    Set<Float> values = new TreeSet<>();
    for (float value : image.values()) {
      values.add(value);
    }
    return values;
  }

  @Test
  void whatCannotBeSetIsRefusedWithWhatCan() {
    assertThatThrownBy(() -> settings("zoom", "0.1,0.2,0.3"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("0.1,0.2,0.3")
        .hasMessageContaining("1 to 2 numbers from 0.0 to 10.0, joined by commas");
    assertThatThrownBy(() -> settings("brightness", "0.5"))
        .hasMessageContaining("2 numbers from 0.0");
    assertThatThrownBy(() -> settings("height-shift", "0.1,,3")).hasMessageContaining("0.1,,3");
    assertThatThrownBy(() -> settings("width-shift", "NaN")).hasMessageContaining("NaN");
    assertThatThrownBy(() -> settings("fill", "mirror"))
        .hasMessageContaining("constant, nearest, reflect, wrap");
    assertThatThrownBy(() -> settings("interpolation", "6")).hasMessageContaining("from 0 to 5");
  }
}
