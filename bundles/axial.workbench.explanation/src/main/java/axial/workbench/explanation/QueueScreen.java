package axial.workbench.explanation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** What the view of the queue can show. Only on the event dispatch thread. */
interface QueueScreen {

  /**
   * An image of the queue.
   *
   * @param picture its scan with the weights over it; nothing before it is explained
   * @param words how it stands, for a tooltip and screen readers
   */
  record Item(ExplanationBoard.Waiting waiting, Optional<BufferedImage> picture, String words) {}

  /** Shows the queue in its order. */
  void show(List<Item> items, boolean working);

  /** Marks the selected image. */
  void mark(Optional<Asked> selected);
}
