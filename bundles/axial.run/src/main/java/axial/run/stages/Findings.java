package axial.run.stages;

import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.Pixels;
import axial.data.Shape;
import java.util.Optional;

/**
 * Brings masks to the size of a network's input.
 *
 * @param loader resizes them as it does images
 * @param input shape of the network's input
 */
public record Findings(ImageLoader loader, Shape input) {

  private static final float HALF = 0.5f;

  /**
   * Which pixels of the input, row by row, the mask covers by more than half; nothing when it
   * covers none.
   */
  public Optional<boolean[]> in(Pixels mask) {
    Image scaled = loader.toImage(mask, new Shape(input.height(), input.width(), 1));
    boolean[] finding = new boolean[scaled.values().length];
    boolean any = false;
    for (int p = 0; p < finding.length; p++) {
      finding[p] = scaled.values()[p] > HALF;
      any |= finding[p];
    }
    return any ? Optional.of(finding) : Optional.empty();
  }
}
