package axial.extensions.resolve;

import axial.extension.BundleName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** A bundle that is not installed: what it offers and requires, as OSGi's resolver asks. */
public final class Described implements Resource {

  private final BundleName name;
  private final List<Capability> offered;
  private final List<Requirement> required;

  /**
   * A bundle.
   *
   * @param offered its identity first
   */
  public Described(BundleName name, List<Part> offered, List<Part> required) {
    this.name = name;
    this.offered = offered.stream().<Capability>map(part -> new Offered(this, part)).toList();
    this.required = required.stream().<Requirement>map(part -> new Required(this, part)).toList();
  }

  /**
   * Something offered or required.
   *
   * @param namespace such as {@code osgi.wiring.package}
   * @param attributes String, Version, Long, Double or lists of those, by name
   * @param directives by name, such as {@code filter}
   */
  public record Part(
      String namespace, Map<String, Object> attributes, Map<String, String> directives) {
    /** Copies the maps. */
    public Part {
      attributes = Map.copyOf(attributes);
      directives = Map.copyOf(directives);
    }

    /**
     * This part, when its filter can be read or it has none.
     *
     * @throws IllegalArgumentException that says which filter cannot
     */
    public Part checked() {
      @Nullable String filter = directives.get(Constants.FILTER_DIRECTIVE);
      try {
        if (filter != null) {
          FrameworkUtil.createFilter(filter);
        }
        return this;
      } catch (InvalidSyntaxException broken) {
        throw new IllegalArgumentException("the filter " + filter + " cannot be read", broken);
      }
    }
  }

  /** Symbolic name and version. */
  public BundleName name() {
    return name;
  }

  /** What it offers. */
  public List<Part> offered() {
    return offered.stream()
        .map(c -> new Part(c.getNamespace(), c.getAttributes(), c.getDirectives()))
        .toList();
  }

  /** What it requires. */
  public List<Part> required() {
    return required.stream()
        .map(r -> new Part(r.getNamespace(), r.getAttributes(), r.getDirectives()))
        .toList();
  }

  @Override
  public List<Capability> getCapabilities(@Nullable String namespace) {
    return offered.stream()
        .filter(c -> namespace == null || c.getNamespace().equals(namespace))
        .toList();
  }

  @Override
  public List<Requirement> getRequirements(@Nullable String namespace) {
    return required.stream()
        .filter(r -> namespace == null || r.getNamespace().equals(namespace))
        .toList();
  }

  @Override
  public String toString() {
    return name.toString();
  }

  /** A part that is this bundle's own; equal to itself only. */
  private abstract static class Owned {
    private final Described owner;
    final Part part;

    Owned(Described owner, Part part) {
      this.owner = owner;
      this.part = part;
    }

    public String getNamespace() {
      return part.namespace();
    }

    public Map<String, String> getDirectives() {
      return part.directives();
    }

    public Map<String, Object> getAttributes() {
      return part.attributes();
    }

    public Resource getResource() {
      return owner;
    }
  }

  private static final class Offered extends Owned implements Capability {
    Offered(Described owner, Part part) {
      super(owner, part);
    }

    @Override
    public String toString() {
      return part.namespace() + " " + part.attributes().getOrDefault(part.namespace(), "");
    }
  }

  private static final class Required extends Owned implements Requirement {
    Required(Described owner, Part part) {
      super(owner, part);
    }

    @Override
    public String toString() {
      return part.namespace() + " " + part.directives().getOrDefault("filter", "");
    }
  }
}
