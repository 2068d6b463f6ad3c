package axial.extensions.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Namespace;

/**
 * A requirement as a person would say it.
 *
 * @param namespace such as {@code osgi.wiring.package}
 * @param name of the package, bundle or whatever the namespace holds; empty when the filter does
 *     not name one
 * @param floor lowest version that will do
 * @param ceiling first version that is too new
 */
record Need(String namespace, String name, Optional<Version> floor, Optional<Version> ceiling) {

  static final String SERVICE = "osgi.service";
  private static final String EXTENDER = "osgi.extender";

  static Need of(String namespace, Map<String, String> directives) {
    String filter = directives.getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    return new Need(
        namespace,
        find(filter, "\\(" + Pattern.quote(nameAttribute(namespace)) + "=([^()*]+)\\)").orElse(""),
        version(filter, "version>=([^()]+)\\)").or(() -> version(filter, "version=([^()]+)\\)")),
        version(filter, "\\(!\\([\\w-]*version>=([^()]+)\\)\\)")
            .filter(v -> !filter.contains("(!(version=" + v + "))")));
  }

  private static String nameAttribute(String namespace) {
    return namespace.equals(SERVICE) ? "objectClass" : namespace;
  }

  private static Optional<String> find(String text, String pattern) {
    return Optional.of(Pattern.compile(pattern).matcher(text))
        .filter(Matcher::find)
        .map(found -> found.group(1).strip());
  }

  private static Optional<Version> version(String filter, String pattern) {
    return find(filter, pattern).flatMap(Need::version);
  }

  private static Optional<Version> version(String text) {
    try {
      return Optional.of(Version.parseVersion(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The attribute in which what would meet it has its version. */
  String versionAttribute() {
    return namespace.equals(BundleNamespace.BUNDLE_NAMESPACE)
            || namespace.equals(HostNamespace.HOST_NAMESPACE)
        ? "bundle-version"
        : "version";
  }

  /** Such as {@code axial.model 1.4}, {@code the bundle lab.lib 2.0} or {@code Java 17}. */
  String words() {
    String versions = floor.map(v -> " " + Versions.brief(v)).orElse("");
    return switch (namespace) {
      case PackageNamespace.PACKAGE_NAMESPACE ->
          (floor.isEmpty() ? "the package " : "") + name + versions;
      case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE ->
          "the bundle " + name + versions;
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
          floor
              .map(v -> "Java " + (v.getMajor() == 1 ? Versions.brief(v) : "" + v.getMajor()))
              .orElse("a Java of another kind");
      case SERVICE -> "a service " + name;
      case EXTENDER -> "the extender " + name + versions;
      default -> "a capability of " + namespace + (name.isEmpty() ? "" : " " + name) + versions;
    };
  }

  /** Those of a bundle's needs that say something to a person: no Java packages, no optional. */
  static List<String> words(Described described) {
    return described.required().stream()
        .filter(part -> !"optional".equals(part.directives().get("resolution")))
        .filter(part -> !"active".equals(part.directives().get("effective")))
        .filter(part -> !part.namespace().equals(SERVICE))
        .map(part -> of(part.namespace(), part.directives()))
        .filter(need -> !need.name.matches("javax?\\..*") && !need.namespace.equals(EXTENDER))
        .map(Need::words)
        .distinct()
        .sorted()
        .toList();
  }
}
