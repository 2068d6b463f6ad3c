package axial.workbench.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the controller asks of the table on the screen. On the event dispatch thread. */
interface RunsScreen {

  /**
   * Shows rows.
   *
   * @param rows that match the search, the newest first
   * @param all how many there are without the search
   */
  void show(List<RunRow> rows, int all);

  /** Marks rows without telling that they were selected. */
  void mark(List<Path> selected);

  /** Shows what belongs to the selected run; nothing when none or several are selected. */
  void detail(Optional<RunRow> row);

  /** Whether the user agrees. */
  boolean confirm(String question, String yes);
}
