package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Image;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Regions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  /** Three regions of 100 pixels: dark and even, dark with a bright line, and bright. */
  private static final Image IMAGE = image();

  private static final Regions REGIONS = regions();

  private static Image image() {
    float[] values = new float[300];
    for (int p = 0; p < 300; p++) {
      boolean line = p >= 100 && p < 104;
      values[p] = line ? 0.9f : p < 200 ? 0.02f : 0.5f;
    }
    return new Image(new Shape(3, 100, 1), values);
  }

  private static Regions regions() {
    int[] numbers = new int[300];
    for (int p = 0; p < 300; p++) {
      numbers[p] = p / 100;
    }
    return new Regions(3, 100, numbers);
  }

  private static Explanation checked(Weight... weights) {
    return new Background(IMAGE)
        .checked(
            new Explanation(
                "x", 1, 0.9, REGIONS, List.of(weights), Map.of("r2", 0.8), List.of("A note.")));
  }

  @Test
  void warnsWhereAStrongRegionIsDarkAndEven() {
    Explanation explanation = checked(new Weight(0, 0.5), new Weight(1, 0.2), new Weight(2, 0.1));
    assertThat(explanation.figures())
        .containsEntry("background_regions", 1.0)
        .containsEntry("r2", 0.8);
    assertThat(explanation.notes())
        .hasSize(2)
        .contains("A note.")
        .anyMatch(note -> note.startsWith("1 of the 3 strongest regions is pure background"));
  }

  @Test
  void isSilentWhereThereIsSomethingToSee() {
    Explanation explanation = checked(new Weight(1, 0.2), new Weight(2, 0.1));
    assertThat(explanation.figures()).containsEntry("background_regions", 0.0);
    assertThat(explanation.notes()).containsExactly("A note.");
  }
}
