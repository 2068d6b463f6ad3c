package axial.workbench.explanation;

import axial.data.Labels;
import axial.data.Sample;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the list of test images can show. Only on the event dispatch thread. */
interface ImagesScreen {

  /** Says that there is no list, and why, in a title and a sentence. */
  void nothing(String title, String text);

  /**
   * Shows images.
   *
   * @param cases those that the filter lets through
   * @param all how many there are without a filter
   */
  void show(Labels labels, List<RunCase> cases, int all);

  /** Marks an image; nothing when none of the list is selected. */
  void mark(Optional<RunCase> selected);

  /** Brings pictures of images that are shown. */
  void pictures(Map<Sample, BufferedImage> found);
}
