package axial.workbench.explanation;

import axial.run.ExplainedSample;
import axial.view.part.Bitmaps;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The pictures of an explanation, ready to be shown. Made on a background thread.
 *
 * @param sample what is shown
 * @param top how many regions are pointed out
 * @param scan the scan itself
 * @param overlays what lies over it in each picture but the scan's
 * @param finding the outline of the finding
 */
record Drawn(
    ExplainedSample sample,
    int top,
    BufferedImage scan,
    Map<PictureKind, BufferedImage> overlays,
    BufferedImage finding) {

  /** Copies the map. */
  Drawn {
    overlays = Collections.unmodifiableMap(new EnumMap<>(overlays));
  }

  static Drawn of(ExplainedSample sample, int top) {
    Overlays overlays = new Overlays(sample);
    return new Drawn(
        sample,
        top,
        Bitmaps.of(sample.image()),
        Map.of(
            PictureKind.SUPERPIXELS,
            overlays.superpixels(),
            PictureKind.WEIGHTS,
            overlays.weights(top),
            PictureKind.FOR_AND_AGAINST,
            overlays.forAndAgainst(top),
            PictureKind.BOUNDARY,
            overlays.boundary(top)),
        overlays.finding());
  }

  /** Its caption in a picture. */
  String caption(PictureKind kind) {
    return kind.caption(sample.explanation().regions().count(), top);
  }
}
