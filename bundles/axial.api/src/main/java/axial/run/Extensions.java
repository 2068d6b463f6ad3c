package axial.run;

import axial.job.Extension;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The extensions that are there at the moment, from whatever bundle. Thread-safe. */
@ProviderType
public interface Extensions {

  /** The usable extensions of a type, one for each id, in the order of their ids. */
  <T extends Extension> List<T> all(Class<T> type);

  /**
   * The extension of that id.
   *
   * @throws axial.job.ProblemException of kind USAGE that names those that are there
   */
  <T extends Extension> T find(Class<T> type, String id);

  /** Every extension that a bundle has offered, the refused and broken ones included. */
  List<Status> statuses();

  /**
   * How an extension stands.
   *
   * @param type simple name of its service type, such as {@code ModelFactory}
   * @param id its id; the component's name when it is too broken to say
   * @param bundle symbolic name and version of its bundle, joined by a space
   * @param reason one sentence; empty when it is usable
   */
  record Status(String type, String id, String bundle, State state, String reason) {}

  /** How an extension can stand. */
  enum State {
    /** It can be used. */
    USABLE,
    /** Another one of the same id has a higher service ranking. */
    SHADOWED,
    /** Its bundle goes, or a newer one of the same symbolic name works beside it. */
    RETIRING,
    /** Its constructor or one of its methods threw. */
    BROKEN,
    /** Its bundle could not be resolved or started. */
    UNRESOLVED
  }

  /** Says that a usable extension threw, so that it is listed as broken until it is replaced. */
  void reportFailure(Extension extension, Throwable cause);
}
