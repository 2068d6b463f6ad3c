package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;

import axial.augment.geometry.Affine;
import axial.data.Image;
import axial.job.Seed;
import axial.job.Settings;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotebookAugmenterTest {

  private final NotebookAugmenter augmenter = new NotebookAugmenter();
  private final Settings defaults = Settings.defaults("test", augmenter.settings());

  @Test
  void aSeedGivesTheSameVariationAsEver() {
    Image varied = augmenter.augment(Drawn.noise(), defaults, new Seed(1));
    assertThat(varied.at(3, 4, 0)).isEqualTo(0.72986454f);
    assertThat(varied.at(10, 20, 2)).isEqualTo(0.22115155f);
    assertThat(Arrays.hashCode(varied.values())).isEqualTo(-648997799);
  }

  @Test
  void everythingSwitchedOffChangesNothing() {
    Settings off =
        Settings.of(
            "test",
            augmenter.settings(),
            Map.of(
                "rotation",
                "0",
                "height-shift",
                "0",
                "width-shift",
                "0",
                "zoom",
                "0",
                "horizontal-flip",
                "false"));
    assertThat(augmenter.augment(Drawn.noise(), off, new Seed(3)).values())
        .isEqualTo(Drawn.noise().values());
  }

  @Test
  void drawsStayInTheirRanges() {
    double[] widest = new double[3];
    for (int i = 0; i < 2000; i++) {
      Affine a =
          NotebookAugmenter.draw(Drawn.noise().shape(), defaults, new Seed(9).derive(i)).affine();
      widest[0] = Math.max(widest[0], Math.abs(a.theta()));
      widest[1] = Math.max(widest[1], Math.abs(a.tx()));
      widest[2] = Math.max(widest[2], Math.abs(a.zx() - 1));
      assertThat(a.flipVertical()).isFalse();
    }
    assertThat(widest[0]).isBetween(29.0, 30.0);
    assertThat(widest[1]).isBetween(3.9, 4.0);
    assertThat(widest[2]).isBetween(0.24, 0.25);
  }
}
