package axial.run.extensions;

import axial.job.Extension;
import axial.run.Extensions.State;
import axial.run.Extensions.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What the component runtime knows of extension components that did not come up. */
final class BrokenComponents {

  private final ServiceComponentRuntime components;

  BrokenComponents(ServiceComponentRuntime components) {
    this.components = components;
  }

  /** Why the component of an offer failed, as " (reason)"; empty when nobody knows. */
  String reason(OfferedServices.Offer<?> offer) {
    return components.getComponentDescriptionDTOs().stream()
        .filter(description -> description.name.equals(offer.component()))
        .flatMap(description -> failure(description).stream())
        .findFirst()
        .map(text -> " (" + text + ")")
        .orElse("");
  }

  /** Components that offer one of the types, wait for a reference, and are not listed yet. */
  List<Status> statuses(List<Class<? extends Extension>> types, List<Status> known) {
    List<Status> statuses = new ArrayList<>();
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs()) {
      for (Class<? extends Extension> type : types) {
        if (Arrays.asList(description.serviceInterfaces).contains(type.getName())) {
          unsatisfied(description, type).ifPresent(statuses::add);
        }
      }
    }
    statuses.removeAll(known);
    return statuses;
  }

  private Optional<Status> unsatisfied(
      ComponentDescriptionDTO description, Class<? extends Extension> type) {
    for (ComponentConfigurationDTO configuration :
        components.getComponentConfigurationDTOs(description)) {
      if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
        List<String> missing =
            Arrays.stream(configuration.unsatisfiedReferences).map(r -> r.name).toList();
        return Optional.of(
            new Status(
                type.getSimpleName(),
                description.name,
                description.bundle.symbolicName + " " + description.bundle.version,
                State.BROKEN,
                "It waits for a service that no bundle brings: "
                    + String.join(", ", missing)
                    + "."));
      }
    }
    return Optional.empty();
  }

  private Optional<String> failure(ComponentDescriptionDTO description) {
    return components.getComponentConfigurationDTOs(description).stream()
        .filter(c -> c.state == ComponentConfigurationDTO.FAILED_ACTIVATION && c.failure != null)
        .map(c -> rootCause(c.failure))
        .findFirst();
  }

  /** The last "Caused by" of a stack trace, without the package of its class. */
  private static String rootCause(String trace) {
    String cause = trace.lines().findFirst().orElse("");
    for (String line : trace.lines().toList()) {
      if (line.startsWith("Caused by: ")) {
        cause = line.substring("Caused by: ".length());
      }
    }
    int colon = cause.indexOf(':');
    String type = colon < 0 ? cause : cause.substring(0, colon);
    return type.substring(type.lastIndexOf('.') + 1) + (colon < 0 ? "" : cause.substring(colon));
  }
}
