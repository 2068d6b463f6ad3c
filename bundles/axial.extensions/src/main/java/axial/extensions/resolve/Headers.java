package axial.extensions.resolve;

import static org.osgi.framework.Constants.BUNDLE_SYMBOLICNAME;

import axial.extension.BundleName;
import axial.extensions.resolve.Described.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;

/** Reads what a bundle offers and requires out of its manifest (OSGi Core 8, chapters 3 and 8). */
public final class Headers {

  private static final String VERSION = Constants.VERSION_ATTRIBUTE;
  private static final String BUNDLE_VERSION = Constants.BUNDLE_VERSION_ATTRIBUTE;

  private final UnaryOperator<@Nullable String> headers;
  private final List<Part> offered = new ArrayList<>();
  private final List<Part> required = new ArrayList<>();

  private Headers(UnaryOperator<@Nullable String> headers) {
    this.headers = headers;
  }

  /**
   * Describes a bundle.
   *
   * @param headers main attributes of a manifest by name; null for one that is not there
   * @throws IllegalArgumentException with what is wrong, when they are not those of a bundle
   */
  public static Described describe(UnaryOperator<@Nullable String> headers) {
    return new Headers(headers).read();
  }

  private Described read() {
    List<Clause> names = clauses(BUNDLE_SYMBOLICNAME);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("it has no Bundle-SymbolicName, so it is no bundle");
    }
    if (!"2".equals(header(Constants.BUNDLE_MANIFESTVERSION))) {
      throw new IllegalArgumentException("its Bundle-ManifestVersion is not 2");
    }
    Clause naming = names.get(0);
    String symbolic = naming.paths().get(0);
    String stated = header(Constants.BUNDLE_VERSION);
    Version version = Version.parseVersion(stated.isEmpty() ? null : stated);
    BundleName name = new BundleName(symbolic, version.toString());
    identity(symbolic, version, naming);
    packages(symbolic, version);
    for (Clause clause : clauses(Constants.PROVIDE_CAPABILITY)) {
      offered.add(new Part(one(clause), typed(clause.attributes()), clause.directives()));
    }
    for (Clause clause : clauses(Constants.REQUIRE_CAPABILITY)) {
      required.add(
          new Part(one(clause), typed(clause.attributes()), clause.directives()).checked());
    }
    return new Described(name, offered, required);
  }

  private void identity(String symbolic, Version version, Clause naming) {
    boolean fragment = !clauses(Constants.FRAGMENT_HOST).isEmpty();
    Map<String, Object> identity = new HashMap<>(typed(naming.attributes()));
    identity.put(IdentityNamespace.IDENTITY_NAMESPACE, symbolic);
    identity.put(VERSION, version);
    identity.put(
        IdentityNamespace.CAPABILITY_TYPE_ATTRIBUTE,
        fragment ? IdentityNamespace.TYPE_FRAGMENT : IdentityNamespace.TYPE_BUNDLE);
    offered.add(new Part(IdentityNamespace.IDENTITY_NAMESPACE, identity, naming.directives()));
    if (fragment) {
      Clause host = clauses(Constants.FRAGMENT_HOST).get(0);
      required.add(requirement(HostNamespace.HOST_NAMESPACE, host.paths().get(0), host));
      return;
    }
    Map<String, Object> bundle = new HashMap<>(typed(naming.attributes()));
    bundle.put(BUNDLE_VERSION, version);
    bundle.put(BundleNamespace.BUNDLE_NAMESPACE, symbolic);
    offered.add(new Part(BundleNamespace.BUNDLE_NAMESPACE, bundle, naming.directives()));
    if (!"never".equals(naming.directives().get(Constants.FRAGMENT_ATTACHMENT_DIRECTIVE))) {
      bundle.remove(BundleNamespace.BUNDLE_NAMESPACE);
      bundle.put(HostNamespace.HOST_NAMESPACE, symbolic);
      offered.add(new Part(HostNamespace.HOST_NAMESPACE, bundle, naming.directives()));
    }
  }

  private void packages(String symbolic, Version version) {
    for (Clause clause : clauses(Constants.EXPORT_PACKAGE)) {
      for (String path : clause.paths()) {
        Map<String, Object> export = new HashMap<>(typed(clause.attributes()));
        export.put(PackageNamespace.PACKAGE_NAMESPACE, path);
        export.put(VERSION, versionOf(clause.attributes().get(VERSION)));
        export.put(Constants.BUNDLE_SYMBOLICNAME_ATTRIBUTE, symbolic);
        export.put(BUNDLE_VERSION, version);
        offered.add(new Part(PackageNamespace.PACKAGE_NAMESPACE, export, clause.directives()));
      }
    }
    for (Clause clause : clauses(Constants.IMPORT_PACKAGE)) {
      for (String path : clause.paths()) {
        required.add(requirement(PackageNamespace.PACKAGE_NAMESPACE, path, clause));
      }
    }
    for (Clause clause : clauses(Constants.REQUIRE_BUNDLE)) {
      required.add(requirement(BundleNamespace.BUNDLE_NAMESPACE, clause.paths().get(0), clause));
    }
  }

  private static Part requirement(String namespace, String path, Clause clause) {
    StringBuilder filter = new StringBuilder("(&(" + namespace + "=" + escaped(path) + ")");
    clause.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              boolean range = entry.getKey().matches(".*version");
              filter.append(
                  range
                      ? range(entry.getKey(), entry.getValue())
                      : "(" + untyped(entry.getKey()) + "=" + escaped(entry.getValue()) + ")");
            });
    Map<String, String> directives = new HashMap<>(clause.directives());
    String text = filter + ")";
    directives.put(Constants.FILTER_DIRECTIVE, text);
    return new Part(namespace, Map.of(), directives).checked();
  }

  /** The filter of a range of versions: only a floor for a single version. */
  private static String range(String name, String text) {
    String filter = new VersionRange(text).toFilterString(name);
    return filter.startsWith("(&") ? filter.substring(2, filter.length() - 1) : filter;
  }

  private static String escaped(String value) {
    return value.replaceAll("[\\\\()*]", "\\\\$0");
  }

  private static String untyped(String name) {
    return name.replaceFirst(":.*", "").strip();
  }

  private static Map<String, Object> typed(Map<String, String> attributes) {
    Map<String, Object> typed = new HashMap<>();
    attributes.forEach((name, text) -> typed.put(untyped(name), Types.value(typeOf(name), text)));
    return typed;
  }

  private static String typeOf(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "String" : name.substring(colon + 1).strip();
  }

  private static Version versionOf(@Nullable String text) {
    return Version.parseVersion(text);
  }

  private static String one(Clause clause) {
    if (clause.paths().size() != 1) {
      throw new IllegalArgumentException("a capability has one namespace, not " + clause.paths());
    }
    return clause.paths().get(0);
  }

  private List<Clause> clauses(String name) {
    return Clause.parse(header(name));
  }

  private String header(String name) {
    String value = headers.apply(name);
    return value == null ? "" : value.strip();
  }
}
