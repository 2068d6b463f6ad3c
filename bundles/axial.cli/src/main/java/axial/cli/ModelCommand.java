package axial.cli;

import axial.job.Setting;
import axial.model.ModelFactory;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a model of the zoo, or lists them. */
@Command(
    name = "model",
    description =
        "Prints the layers, parameter counts, settings and recipe of a model; without a name, lists"
            + " them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial model",
      "  ./axial model final",
      "  ./axial model final --input 224x224x1 --classes 4"
    })
final class ModelCommand implements Runnable {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A model of the zoo.")
  private @Nullable String name;

  @Mixin private ModelOptions options = new ModelOptions();

  ModelCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (name == null) {
      list();
      return;
    }
    ModelFactory factory = session.extensions().find(ModelFactory.class, name);
    session.terminal().line(factory.description());
    session.terminal().line(options.network(factory).summary().stripTrailing());
    if (!factory.settings().isEmpty()) {
      Table table = new Table(List.of("setting", "default", "allowed", "meaning"));
      for (Setting setting : factory.settings()) {
        table.add(
            List.of(
                name + "." + setting.key(),
                setting.defaultText(),
                setting.allowed(),
                setting.description()));
      }
      session.terminal().line("\n" + table.text());
    }
    if (!factory.recipe().isEmpty()) {
      session.terminal().line("\nIts recipe, unless ./axial train is given other values:");
      Table table = new Table(List.of("setting", "value"));
      new TreeMap<>(factory.recipe()).forEach((key, value) -> table.add(List.of(key, value)));
      session.terminal().line(table.text());
    }
  }

  private void list() {
    Table table = new Table(List.of("model", "description"));
    session
        .extensions()
        .all(ModelFactory.class)
        .forEach(factory -> table.add(List.of(factory.id(), factory.description())));
    session.terminal().line(table.text());
  }
}
