package axial.view.run;

import axial.data.Split;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows the pictures of a cell of a confusion matrix, offered as a service by the view that does
 * so. Only on the event dispatch thread.
 */
@ProviderType
public interface CellPictures {

  /** Id of the view in which they are seen. */
  String view();

  /** Shows them once the run is that of the desk; whoever asks sets that and reveals the view. */
  void show(Cell cell);

  /**
   * A cell.
   *
   * @param run folder of the run whose matrix it is in
   * @param epoch as of which epoch, decided at 0.5; 0 for the weights and the threshold that the
   *     run has kept
   * @param part whose images were predicted
   * @param truth the true class, from 0 on
   * @param called the class that the network decided for, from 0 on
   */
  record Cell(Path run, int epoch, Split.Part part, int truth, int called) {}
}
