package axial.view.run;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Compares runs, offered as a service by the view that shows comparisons. Only on the event
 * dispatch thread.
 */
@ProviderType
public interface Comparing {

  /** Id of the view in which a comparison is seen. */
  String view();

  /**
   * Shows the others beside the first in the view; whoever asks reveals it.
   *
   * @param runs folders of at least two runs
   */
  void compare(List<Path> runs);
}
