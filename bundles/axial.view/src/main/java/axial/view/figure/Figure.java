package axial.view.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A figure as it is exported. Asked on the event dispatch thread when the user exports it. */
@ConsumerType
public interface Figure {

  /** Short lower-case name for files, such as {@code confusion-matrix}. */
  String name();

  /** What it shows, one sentence, with the id of its run where it has one. */
  String caption();

  /** Id of the run that it is about, which is written into every row of its data; empty: none. */
  default Optional<String> run() {
    return Optional.empty();
  }

  /** Size in points (1/72 inch). */
  Dimension size();

  /** Draws it in that size on a white background, in colours for paper. */
  void paint(Graphics2D graphics, Dimension size);

  /** Its data: rows of cells, the names of the columns first. */
  List<List<String>> data();

  /** How it came about, in sentences fit for the methods section of a paper. */
  String methods();
}
