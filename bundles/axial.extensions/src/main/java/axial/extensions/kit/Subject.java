package axial.extensions.kit;

import axial.extensions.set.Causes;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The bundle that is checked; it can be installed and removed again and again. */
final class Subject {

  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final byte[] jar;

  Subject(BundleContext context, ServiceComponentRuntime components, byte[] jar) {
    this.context = context;
    this.components = components;
    this.jar = jar;
  }

  Bundle install() throws BundleException {
    return context.installBundle("axial-check:" + jar.length, new ByteArrayInputStream(jar));
  }

  /**
   * Starts the bundle and has all its components made.
   *
   * @throws ProblemException of kind EXTENSION when one of them cannot be made
   */
  void start(Bundle bundle) throws BundleException {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
      bundle.start(Bundle.START_TRANSIENT);
    }
    List<ServiceReference<?>> references = references(bundle);
    for (ServiceReference<?> reference : references) {
      @Nullable Object service = context.getService(reference);
      context.ungetService(reference);
      if (service == null) {
        throw broken(failures(bundle, "its service " + types(reference) + " cannot be made"));
      }
    }
    String failures = failures(bundle, "");
    if (!failures.isEmpty()) {
      throw broken(failures);
    }
  }

  private static ProblemException broken(String why) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "The bundle does not work: " + why + ".",
        "Mend the constructor or the references of that component.");
  }

  private String failures(Bundle bundle, String otherwise) {
    List<String> failures = new ArrayList<>();
    var descriptions = components.getComponentDescriptionDTOs(bundle);
    if (descriptions.isEmpty() && bundle.getHeaders("").get("Service-Component") != null) {
      failures.add("the descriptions of its components cannot be read");
    }
    for (ComponentDescriptionDTO description : descriptions) {
      for (ComponentConfigurationDTO made : components.getComponentConfigurationDTOs(description)) {
        if (made.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
          failures.add(
              "its component %s fails (%s)"
                  .formatted(
                      description.name,
                      made.failure == null ? "without a word" : Causes.ofTrace(made.failure)));
        } else if (made.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
          failures.add(
              "its component %s waits for a service that Axial has not (%s)"
                  .formatted(description.name, made.unsatisfiedReferences[0].name));
        }
      }
    }
    return failures.isEmpty() ? otherwise : String.join(", and ", failures);
  }

  /** Hands each service of the bundle to a reader. */
  void services(Bundle bundle, Consumer<Object> reader) {
    for (ServiceReference<?> reference : references(bundle)) {
      @Nullable Object service = context.getService(reference);
      if (service != null) {
        try {
          reader.accept(service);
        } finally {
          context.ungetService(reference);
        }
      }
    }
  }

  /** The types that the bundle offers services of. */
  List<String> offered(Bundle bundle) {
    return references(bundle).stream().map(Subject::types).toList();
  }

  private static String types(ServiceReference<?> reference) {
    return reference.getProperty(Constants.OBJECTCLASS) instanceof String[] types
        ? String.join(", ", types)
        : "";
  }

  private static List<ServiceReference<?>> references(Bundle bundle) {
    ServiceReference<?> @Nullable [] references = bundle.getRegisteredServices();
    return references == null ? List.of() : List.of(references);
  }
}
