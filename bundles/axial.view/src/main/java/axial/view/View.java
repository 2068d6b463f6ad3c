package axial.view;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view of the workbench, offered as a service. When its bundle leaves, the window closes its part
 * and keeps its place as a named gap; when it returns, a new part fills the place.
 */
@ConsumerType
public interface View {

  /** Unique name, such as {@code data.gallery}. */
  String id();

  /** Its name on the screen, one to three words. */
  String title();

  /** Where it belongs. */
  Perspective perspective();

  /** Where it stands in its perspective until the user moves it. */
  Place place();

  /** Its order among the views of its place, the smallest first. */
  int order();

  /**
   * Makes its part. Called on the event dispatch thread, so it only builds components; what takes
   * time is a job of the desk.
   *
   * @param desk of this part alone; what is registered there is taken back when the part is closed
   */
  Part open(Desk desk);
}
