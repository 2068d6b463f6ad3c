package axial.extensions.kit;

import axial.data.Shape;
import axial.extension.ContractKit.Check;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/** Whether the services of a bundle say who they are, and models describe networks. */
final class ServicesCheck {

  static final String SERVICES = "its services say what they are";
  static final String NETWORKS = "its networks can be built";

  private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final String INPUT = "150x150x3";
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,3})");

  private final Subject subject;

  ServicesCheck(Subject subject) {
    this.subject = subject;
  }

  /** Whether there are services of Axial, each with id, description and settings. */
  Check services(Bundle bundle) {
    List<String> offered = subject.offered(bundle);
    if (offered.stream().noneMatch(types -> types.contains("axial."))) {
      throw problem(
          "It offers no service of Axial.",
          "Annotate the class with @Component, or name its component in Service-Component.");
    }
    Set<String> ids = new TreeSet<>();
    subject.services(
        bundle,
        service -> {
          if (service instanceof Extension extension) {
            describe(extension);
            ids.add(extension.id());
          }
        });
    return Checks.ok(SERVICES, ids.isEmpty() ? String.join(", ", offered) : String.join(", ", ids));
  }

  private static void describe(Extension extension) {
    String type = extension.getClass().getName();
    String id = extension.id();
    if (id == null || !ID.matcher(id).matches()) {
      throw problem(
          "%s has the id \"%s\", by which nobody can choose it.".formatted(type, id),
          "Let id() return small letters and digits, words joined by \"-\".");
    }
    if (extension.description() == null || extension.description().isBlank()) {
      throw problem(
          "%s has no description.".formatted(id),
          "Let description() return one sentence for a researcher.");
    }
    Set<String> keys = new HashSet<>();
    for (Setting setting : extension.settings()) {
      if (setting.key().isBlank() || !keys.add(setting.key()) || setting.description().isBlank()) {
        throw problem(
            "The setting \"%s\" of %s is twice there or has no key or description."
                .formatted(setting.key(), id),
            "Give each setting a key of its own and a sentence.");
      }
    }
    if (!id.equals(extension.id())
        || !extension.description().equals(extension.description())
        || !extension.settings().equals(extension.settings())) {
      throw problem(
          "%s does not say the same of itself twice.".formatted(id),
          "Return constants from id(), description() and settings().");
    }
  }

  /** Whether each model builds a network at its recipe's input for two and for three classes. */
  Check networks(Bundle bundle) {
    Set<String> built = new TreeSet<>();
    subject.services(
        bundle,
        service -> {
          if (service instanceof ModelFactory model) {
            built.add(build(model));
          }
        });
    return built.isEmpty()
        ? Checks.skipped(NETWORKS, "It brings no model.")
        : Checks.ok(NETWORKS, String.join(", ", built));
  }

  private static String build(ModelFactory model) {
    Settings settings = Settings.defaults("the model " + model.id(), model.settings());
    String text = model.recipe().getOrDefault("run.input", INPUT);
    var sides = SHAPE.matcher(text);
    if (!sides.matches()) {
      throw problem(
          "The recipe of %s has the input \"%s\".".formatted(model.id(), text),
          "Give height x width x channels, such as 96x96x1.");
    }
    Shape input =
        new Shape(
            Integer.parseInt(sides.group(1)),
            Integer.parseInt(sides.group(2)),
            Integer.parseInt(sides.group(3)));
    Network two = model.network(input, 2, settings);
    if (!two.input().equals(input) || two.classes() != 2) {
      throw problem(
          "%s was asked for a network of input %s and 2 classes and gave one of %s and %d."
              .formatted(model.id(), input, two.input(), two.classes()),
          "Use the input and the number of classes that network() is given.");
    }
    if (!two.equals(model.network(input, 2, settings))) {
      throw problem(
          "%s gives another network each time.".formatted(model.id()),
          "Let network() depend on nothing but what it is given.");
    }
    return "%s at %s: %,d parameters%s"
        .formatted(model.id(), input, two.parameters(), three(model, input, settings));
  }

  /** A model may refuse more than two classes in words. */
  private static String three(ModelFactory model, Shape input, Settings settings) {
    try {
      int classes = model.network(input, 3, settings).classes();
      if (classes != 3) {
        throw problem(
            "%s was asked for 3 classes and gave a network of %d.".formatted(model.id(), classes),
            "End with a dense layer of as many units, or refuse in words.");
      }
      return "";
    } catch (ProblemException refused) {
      if (refused.problem().kind() == Problem.Kind.USAGE) {
        return " (two classes only)";
      }
      throw refused;
    }
  }

  static ProblemException problem(String wrong, String remedy) {
    return ProblemException.of(Problem.Kind.EXTENSION, wrong, remedy);
  }
}
