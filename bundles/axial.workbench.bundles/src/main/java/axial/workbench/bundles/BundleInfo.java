package axial.workbench.bundles;

import axial.extension.Installation;
import axial.extension.LockedBundle;
import axial.run.Extensions.State;
import axial.run.Extensions.Status;
import axial.workbench.bundles.change.Users;
import axial.workbench.bundles.part.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known of an installed bundle. Immutable.
 *
 * @param id number that the framework gave it; below 0 when it is not there
 * @param symbolicName its name
 * @param version its version
 * @param lifecycle how the framework holds it
 * @param missing what it lacks, one sentence; empty when it lacks nothing
 * @param origin what sort of bundle it is
 * @param from the address or file that it came from; empty when it came with Axial
 * @param bytes size of its file; below 0 when unknown
 * @param extensions the extensions that it offers, the refused ones included
 * @param views titles of the views that it brings
 * @param holders who uses it now, such as "training of final"
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
    String from,
    long bytes,
    List<Status> extensions,
    List<String> views,
    List<String> holders,
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
    FRAGMENT,
    /** Works for those who use it, and goes when they let it go. */
    RETIRING,
    /** Installed, and not started as Axial was started without extensions. */
    SET_ASIDE,
    /** Installed, and started in processes of their own only. */
    ISOLATED
  }

  /** Where a bundle came from. */
  enum Origin {
    /** Comes with Axial. */
    BUILT_IN("part of Axial"),
    /** An extension of the workspace. */
    INSTALLED("extension"),
    /** A jar of the folder {@code plugins}. */
    PLUGGED_IN("jar in plugins"),
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

  /** Copies the collections. */
  BundleInfo {
    extensions = List.copyOf(extensions);
    views = List.copyOf(views);
    holders = List.copyOf(holders);
    neededBy = List.copyOf(neededBy);
    wants = List.copyOf(wants);
    gives = List.copyOf(gives);
    headers = Map.copyOf(headers);
  }

  /** An extension of the workspace that is not in the framework. */
  static BundleInfo absent(Installation.Installed one) {
    LockedBundle bundle = one.bundle();
    return new BundleInfo(
        -1,
        bundle.name().symbolicName(),
        bundle.name().version(),
        switch (one.state()) {
          case SET_ASIDE -> Lifecycle.SET_ASIDE;
          case ISOLATED -> Lifecycle.ISOLATED;
          case ACTIVE, RETIRING, FAILED -> Lifecycle.UNRESOLVED;
        },
        one.reason(),
        Origin.INSTALLED,
        from(bundle),
        bundle.bytes(),
        List.of(),
        List.of(),
        one.holders(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** Where an extension came from, in words. */
  static String from(LockedBundle bundle) {
    return bundle.origin().map(LockedBundle.Origin::catalog).orElse("a file");
  }

  /** Whether a catalog has newer versions of it. */
  boolean isOfCatalog() {
    return origin == Origin.INSTALLED && !from.equals("a file");
  }

  /** Symbolic name and version, as {@link Status#bundle()} has them. */
  String identity() {
    return symbolicName + " " + version;
  }

  /** How well it does. */
  Health health() {
    return switch (lifecycle) {
      case UNRESOLVED -> Health.FAILED;
      case STOPPED, SET_ASIDE -> Health.STOPPED;
      case RETIRING, ISOLATED -> Health.WORKS;
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
      case RETIRING -> holders.isEmpty() ? "Is about to go" : "Ends with " + Users.words(holders);
      case SET_ASIDE -> "Set aside by safe mode";
      case ISOLATED -> "Runs in a process of its own";
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
