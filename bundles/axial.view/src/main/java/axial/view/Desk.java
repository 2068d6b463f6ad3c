package axial.view;

import axial.job.Problem;
import axial.view.figure.Figure;
import axial.view.run.Trainings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JComponent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the workbench gives to a part. Each part has a desk of its own, and what it registers there
 * (listeners, commands, jobs) is taken back when the part is closed. Only on the event dispatch
 * thread.
 */
@ProviderType
public interface Desk {

  /** What the former part of this view left, {@link Part#state()}; empty at first. */
  Map<String, String> state();

  /** What the lab owns: data sets, runs, plug-ins. */
  Path workspace();

  /** The data that the window works on; empty before any is opened. */
  Watched<Optional<WorkingData>> data();

  /** The image that is selected in whatever view; empty when none is. */
  Watched<Optional<Picked>> picked();

  /** The finished or running run that the views show: its folder; empty when none is chosen. */
  Watched<Optional<Path>> run();

  /** Trainings: what waits, what runs, what they report. */
  Trainings trainings();

  /** Long work. */
  Jobs jobs();

  /** Offers a command; its key works in that component and whatever is in it. */
  void command(JComponent where, Command command);

  /** Offers a command in the palette only. */
  void command(Command command);

  /**
   * Takes files and folders that are dropped anywhere on the window.
   *
   * @param what is wanted, such as "a folder of scans"
   * @param accepts whether it is such a thing; looks at the name and the kind of file only
   * @param action takes those of one drop together
   */
  void drops(String what, Predicate<Path> accepts, Consumer<List<Path>> action);

  /** Records what was done, so that Ctrl-Z takes it back. */
  void done(Change change);

  /** Tells the user of a problem, with its details folded. */
  void tell(Problem problem);

  /** Says in the status bar what happened, for some seconds. */
  void note(String text);

  /** Shows the view of that id in its perspective. */
  void reveal(String view);

  /**
   * Gives a component the menu and keys of a figure: copy, export as PNG, SVG and PDF with its data
   * as CSV, copy as methods text.
   */
  void figure(JComponent on, Figure figure);
}
