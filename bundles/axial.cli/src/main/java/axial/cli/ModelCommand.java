package axial.cli;

import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.ModelFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a model of the zoo, or lists them. */
@Command(
    name = "model",
    description = "Prints the layers and parameter counts of a model; without a name, lists them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial model",
      "  ./axial model final",
      "  ./axial model final --input 224x224x1 --classes 4"
    })
final class ModelCommand implements Runnable {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,4})");

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A model of the zoo.")
  private @Nullable String name;

  @Option(names = "--input", paramLabel = "HxWxC", description = "Shape of an image: 150x150x3.")
  private String input = "150x150x3";

  @Option(names = "--classes", paramLabel = "N", description = "Number of classes: 2.")
  private int classes = 2;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the model.")
  private List<String> set = new ArrayList<>();

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
    if (classes < 2) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A model cannot tell " + classes + " classes apart.",
          "Give 2 or more.");
    }
    Map<String, String> own = new LinkedHashMap<>();
    Assignments.parse(set)
        .forEach(
            (key, value) -> own.put(key.replaceFirst("^" + Pattern.quote(name + "."), ""), value));
    Settings settings = Settings.of("the model " + name, factory.settings(), own);
    session.terminal().line(factory.description());
    session.terminal().line(factory.network(shape(), classes, settings).summary().stripTrailing());
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
  }

  private void list() {
    Table table = new Table(List.of("model", "description"));
    session
        .extensions()
        .all(ModelFactory.class)
        .forEach(factory -> table.add(List.of(factory.id(), factory.description())));
    session.terminal().line(table.text());
  }

  private Shape shape() {
    Matcher matcher = SHAPE.matcher(input);
    if (matcher.matches()) {
      int height = Integer.parseInt(matcher.group(1));
      int width = Integer.parseInt(matcher.group(2));
      int channels = Integer.parseInt(matcher.group(3));
      if (height > 0 && width > 0 && channels > 0) {
        return new Shape(height, width, channels);
      }
    }
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "An input shape cannot be \"" + input + "\".",
        "Give height, width and channels, such as 150x150x3.");
  }
}
