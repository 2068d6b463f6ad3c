package axial.extensions.resolve;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.resolver.reason.ReasonException;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.service.resolver.ResolutionException;

/** Says in words why bundles do not fit. */
final class Reasons {

  private static final Pattern CLASH =
      Pattern.compile(
          "resource \\S+ \\[(?<who>.*?)] because it is exposed to package '(?<package>[^']+)' from"
              + " resources \\S+ \\[(?<one>.*?)] and \\S+ \\[(?<other>.*?)] via two",
          Pattern.DOTALL);
  private static final Pattern OWN_CLASH =
      Pattern.compile(
          "resource \\S+ \\[(?<who>.*?)] because it exports package '(?<package>[^']+)' and is also"
              + " exposed to it from resource \\S+ \\[(?<one>.*?)] via",
          Pattern.DOTALL);
  private static final Pattern REVISION = Pattern.compile("(\\S+) \\[\\d+]\\(R .*");

  private final Puzzle puzzle;

  Reasons(Puzzle puzzle) {
    this.puzzle = puzzle;
  }

  ProblemException inWords(ResolutionException unfit) {
    ResolutionException deepest = unfit;
    while (deepest.getCause() instanceof ResolutionException cause) {
      deepest = cause;
    }
    String message = Objects.requireNonNullElse(deepest.getMessage(), "");
    Matcher clash = CLASH.matcher(message);
    if (clash.find()) {
      return clash(clash, List.of(clash.group("one"), clash.group("other")));
    }
    Matcher own = OWN_CLASH.matcher(message);
    if (own.find()) {
      return clash(own, List.of(own.group("who"), own.group("one")));
    }
    if (deepest instanceof ReasonException reason
        && reason.getReason() == ReasonException.Reason.FragmentNotSelected) {
      return problem(
          requirer(deepest).map(Object::toString).orElse("A bundle")
              + " is a fragment of which another version is there already.",
          "Remove the other version first.",
          unfit);
    }
    Optional<Requirement> missing = deepest.getUnresolvedRequirements().stream().findFirst();
    return missing.map(m -> missing(m, unfit)).orElseGet(() -> unknown(message, unfit));
  }

  private static Optional<Resource> requirer(ResolutionException unfit) {
    return unfit.getUnresolvedRequirements().stream().findFirst().map(Requirement::getResource);
  }

  private ProblemException missing(Requirement missing, ResolutionException unfit) {
    Need need = Need.of(missing.getNamespace(), missing.getDirectives());
    String who = whoFor(missing.getResource(), unfit);
    Optional<Capability> nearest = nearest(need);
    if (nearest.isEmpty()) {
      return problem(
          "%s needs %s, which neither this Axial nor a known catalog has."
              .formatted(who, need.words()),
          "Add the catalog that has it, or install the file that brings it.",
          unfit);
    }
    Version there = version(need, nearest.get());
    boolean tooNew = need.ceiling().isPresent() && there.compareTo(need.ceiling().get()) >= 0;
    String wanted =
        need.words() + (tooNew ? " before " + Versions.brief(need.ceiling().orElseThrow()) : "");
    return problem(
        "%s needs %s; %s has %s."
            .formatted(who, wanted, owner(nearest.get().getResource()), Versions.brief(there)),
        tooNew
            ? "Take a newer version of it."
            : "Take an older version of it, or a newer Axial or bundle that has what it needs.",
        unfit);
  }

  /** The bundle that needs something, and for whose sake it was brought along. */
  private String whoFor(Resource requirer, ResolutionException unfit) {
    String who = name(requirer.toString());
    if (puzzle.wanted().contains(requirer)) {
      return who;
    }
    return requirer(unfit)
        .filter(first -> first != requirer)
        .map(first -> who + ", which " + name(first.toString()) + " needs,")
        .orElse(who);
  }

  private Optional<Capability> nearest(Need need) {
    return puzzle.offered(need.namespace()).stream()
        .filter(c -> need.name().equals(c.getAttributes().get(need.namespace())))
        .max(Comparator.comparing(c -> version(need, c)));
  }

  /** A capability of several versions, such as Java, counts by its newest. */
  private static Version version(Need need, Capability capability) {
    Object version = capability.getAttributes().get(need.versionAttribute());
    if (version instanceof List<?> versions) {
      return versions.stream()
          .filter(Version.class::isInstance)
          .map(Version.class::cast)
          .max(Comparator.naturalOrder())
          .orElse(Version.emptyVersion);
    }
    return version instanceof Version known ? known : Version.emptyVersion;
  }

  private static String owner(Resource resource) {
    return resource instanceof BundleRevision ? "this Axial" : resource.toString();
  }

  private static ProblemException clash(Matcher clash, List<String> exporters) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "%s would see the package %s twice, from %s and from %s, and these do not mix."
            .formatted(
                name(clash.group("who")),
                clash.group("package"),
                name(exporters.get(0)),
                name(exporters.get(1))),
        "Install or remove so that only one of them brings that package.");
  }

  private static ProblemException unknown(String message, ResolutionException unfit) {
    return problem(
        "The bundles do not fit: "
            + message.lines().findFirst().orElse("no reason was given")
            + ".",
        "Tell their publisher.",
        unfit);
  }

  private static String name(String resource) {
    Matcher revision = REVISION.matcher(resource);
    return revision.matches() ? revision.group(1) : resource;
  }

  private static ProblemException problem(String summary, String remedy, Throwable cause) {
    return new ProblemException(new Problem(Problem.Kind.EXTENSION, summary, remedy), cause);
  }
}
