package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.run.stages.OneOfEach.Adding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationTest {

  private static final Image BLACK = new Image(new Shape(1, 1, 1), new float[] {0});

  private final Augmentation augmentation =
      new Augmentation(
          List.of(OneOfEach.chosen(new Adding()), OneOfEach.chosen(new Adding())),
          7,
          OneOfEach.fence());

  private static Sample sample(int id) {
    return new Sample("id" + id, "s" + id, 0, "s" + id, Map.of());
  }

  private float drawn(int id, int epoch) {
    return augmentation.image(BLACK, sample(id), epoch).values()[0];
  }

  @Test
  void everySampleAndEpochHasDrawsOfItsOwnInAnyOrder() {
    List<Float> forwards =
        IntStream.range(0, 100).mapToObj(i -> drawn(i / 10, 1 + i % 10)).toList();
    List<Float> backwards =
        IntStream.range(0, 100)
            .parallel()
            .mapToObj(i -> drawn((99 - i) / 10, 1 + (99 - i) % 10))
            .toList();
    Set<Float> different = new HashSet<>(forwards);
    assertThat(different).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(backwards.get(99 - i)).isEqualTo(forwards.get(i));
    }
  }

  @Test
  void aMaskGetsTheDrawsOfItsImage() {
    float mask = augmentation.mask(BLACK, sample(3), 2).values()[0];
    float second = drawn(3, 2) - first();
    assertThat(mask).isEqualTo(2 * first() + second);
  }

  private float first() {
    return new Augmentation(List.of(OneOfEach.chosen(new Adding())), 7, OneOfEach.fence())
        .image(BLACK, sample(3), 2)
        .values()[0];
  }

  @Test
  void allAugmentersMayWarn() {
    assertThat(augmentation.cautions(new Labels(List.of("left", "right"), 1)))
        .containsExactly("Adding is not for left.", "Adding is not for left.");
  }
}
