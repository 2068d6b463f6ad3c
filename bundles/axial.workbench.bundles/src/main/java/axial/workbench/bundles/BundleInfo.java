package axial.workbench.bundles;

import axial.run.Extensions.State;
import axial.run.Extensions.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known of an installed bundle. Immutable.
 *
 * @param id number that the framework gave it
 * @param symbolicName its name
 * @param version its version
 * @param lifecycle how the framework holds it
 * @param missing what it lacks, one sentence; empty when it lacks nothing
 * @param origin where it came from
 * @param bytes size of its file; below 0 when unknown
 * @param extensions the extensions that it offers, the refused ones included
 * @param views titles of the views that it brings
 * @param services full names of the service types that it has registered
 * @param neededBy symbolic names of the bundles that use its packages
 * @param wants packages that it imports, with their versions
 * @param gives packages that it exports, with their versions
 * @param headers its manifest's headers by name
 */
record BundleInfo(
    long id,
    String symbolicName,
    String version,
    Lifecycle lifecycle,
    String missing,
    Origin origin,
    long bytes,
    List<Status> extensions,
    List<String> views,
    List<String> services,
    List<String> neededBy,
    List<String> wants,
    List<String> gives,
    Map<String, String> headers) {

  /** How the framework holds a bundle. */
  enum Lifecycle {
    /** Something that it needs is missing. */
    UNRESOLVED,
    /** Complete, but not started. */
    STOPPED,
    /** Starts once it is needed. */
    WAITING,
    /** Started. */
    STARTED,
    /** A part of another bundle, which cannot be started by itself. */
    FRAGMENT
  }

  /** Where a bundle came from. */
  enum Origin {
    /** Comes with Axial. */
    BUILT_IN("part of Axial"),
    /** Was plugged in by the lab. */
    PLUGGED_IN("plugged in"),
    /** The framework itself. */
    FRAMEWORK("the framework");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** How well a bundle does, the worst first. */
  enum Health {
    /** It cannot be used. */
    FAILED,
    /** One of its extensions failed. */
    PARTLY,
    /** It is not started. */
    STOPPED,
    /** It does what it should. */
    WORKS
  }

  /** Copies the collections. */
  BundleInfo {
    extensions = List.copyOf(extensions);
    views = List.copyOf(views);
    services = List.copyOf(services);
    neededBy = List.copyOf(neededBy);
    wants = List.copyOf(wants);
    gives = List.copyOf(gives);
    headers = Map.copyOf(headers);
  }

  /** Symbolic name and version, as {@link Status#bundle()} has them. */
  String identity() {
    return symbolicName + " " + version;
  }

  /** How well it does. */
  Health health() {
    return switch (lifecycle) {
      case UNRESOLVED -> Health.FAILED;
      case STOPPED -> Health.STOPPED;
      case WAITING, STARTED, FRAGMENT ->
          extensions.stream().anyMatch(BundleInfo::failed) ? Health.PARTLY : Health.WORKS;
    };
  }

  /** How it stands, in a few words. */
  String state() {
    return switch (lifecycle) {
      case UNRESOLVED -> "Cannot be used";
      case STOPPED -> "Stopped";
      case WAITING -> health() == Health.PARTLY ? "Works in part" : "Starts when needed";
      case FRAGMENT -> "Part of another bundle";
      case STARTED ->
          health() == Health.PARTLY
              ? "Works in part"
              : shadowed() ? "Works, outranked by another" : "Works";
    };
  }

  /** Why it does not do all that it should, one sentence each; empty when it does. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (lifecycle == Lifecycle.UNRESOLVED) {
      reasons.add(missing.isEmpty() ? "Something that it needs is missing." : missing);
    }
    for (Status status : extensions) {
      if (status.state() != State.USABLE
          && !status.reason().isEmpty()
          && !reasons.contains(status.reason())) {
        reasons.add(
            status.type().equals("Bundle")
                ? status.reason()
                : "%s \"%s\": %s"
                    .formatted(ExtensionWords.of(status.type()), status.id(), status.reason()));
      }
    }
    return reasons;
  }

  private boolean shadowed() {
    return extensions.stream().anyMatch(status -> status.state() == State.SHADOWED);
  }

  private static boolean failed(Status status) {
    return status.state() == State.BROKEN || status.state() == State.UNRESOLVED;
  }
}
