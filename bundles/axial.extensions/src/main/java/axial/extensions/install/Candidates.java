package axial.extensions.install;

import axial.extension.LockedBundle;
import axial.extensions.resolve.Described;
import axial.extensions.resolve.Versions;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * Which of the offered bundles of a name may be installed. A name belongs to one publisher: another
 * who offers the same name never takes the place of what is installed, however new it is.
 */
final class Candidates {

  private final Known.Lines lines;
  private final Collection<Described> offered;

  Candidates(Known.Lines lines, Collection<Described> offered) {
    this.lines = lines;
    this.offered = offered;
  }

  /**
   * The bundles of a name, the newest first.
   *
   * @param version the one version that is wanted, or empty for all
   * @param installed lines of that name that are installed
   * @throws ProblemException of kind INPUT when there is none, or two publishers have the name
   */
  List<Described> of(String name, String version, List<LockedBundle> installed) {
    List<Described> named =
        offered.stream().filter(each -> each.name().symbolicName().equals(name)).toList();
    if (named.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "No known catalog has an extension \"" + name + "\".",
          "See ./axial extensions search for what there is, and refresh the catalogs.");
    }
    List<Described> own = ofOnePublisher(name, named, installed);
    Optional<Version> exact = version.isEmpty() ? Optional.empty() : Optional.of(parse(version));
    List<Described> found =
        own.stream()
            .filter(each -> exact.isEmpty() || Versions.of(each.name()).equals(exact.get()))
            .sorted(newestFirst())
            .toList();
    if (found.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "No known catalog has %s %s.".formatted(name, version),
          "There is "
              + own.stream()
                  .sorted(newestFirst())
                  .map(each -> each.name().version())
                  .distinct()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return found;
  }

  /** All that is offered, those of a publisher first, then the newest. */
  List<Described> preferring(Optional<String> publisher) {
    return offered.stream()
        .sorted(
            Comparator.<Described, Boolean>comparing(each -> !publisher(each).equals(publisher))
                .thenComparing(newestFirst()))
        .toList();
  }

  private static Comparator<Described> newestFirst() {
    return Comparator.comparing(each -> Versions.of(each.name()), Comparator.reverseOrder());
  }

  private List<Described> ofOnePublisher(
      String name, List<Described> named, List<LockedBundle> installed) {
    Optional<String> owner =
        installed.stream()
            .flatMap(line -> line.origin().stream())
            .map(LockedBundle.Origin::publisher)
            .findFirst();
    List<Described> own =
        named.stream().filter(each -> owner.isEmpty() || publisher(each).equals(owner)).toList();
    if (own.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%s is installed from the publisher %s, and only other publishers offer it now."
              .formatted(name, owner.orElseThrow()),
          "Refresh the catalogs; if the publisher has changed, remove %s first.".formatted(name));
    }
    Set<String> publishers =
        own.stream().flatMap(each -> publisher(each).stream()).collect(Collectors.toSet());
    if (publishers.size() > 1) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%d publishers offer an extension %s: %s."
              .formatted(
                  publishers.size(),
                  name,
                  own.stream().map(this::catalog).distinct().collect(Collectors.joining(", "))),
          "Forget the catalogs whose %s you do not want.".formatted(name));
    }
    return own;
  }

  /** Who signed what is offered. */
  Optional<String> publisher(Described each) {
    return lines.line(each).origin().map(LockedBundle.Origin::publisher);
  }

  private String catalog(Described each) {
    return lines.line(each).origin().map(LockedBundle.Origin::catalog).orElse("a file");
  }

  private static Version parse(String version) {
    try {
      return Version.parseVersion(version);
    } catch (IllegalArgumentException none) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "\"" + version + "\" is no version.",
          "A version has up to three numbers, such as 1.0.2.");
    }
  }
}
