package axial.cli;

import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What shapes the network of a model of the zoo. */
final class ModelOptions {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,4})");

  @Option(
      names = "--input",
      paramLabel = "HxWxC",
      description = "Shape of an image. Default: that of the model's recipe, else 150x150x3.")
  private @Nullable String input;

  @Option(names = "--classes", paramLabel = "N", description = "Number of classes: 2.")
  private int classes = 2;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the model.")
  private List<String> set = new ArrayList<>();

  /** The network that they ask for. */
  Network network(ModelFactory factory) {
    if (classes < 2) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A model cannot tell " + classes + " classes apart.",
          "Give 2 or more.");
    }
    String name = factory.id();
    Map<String, String> own = new LinkedHashMap<>();
    Assignments.parse(set)
        .forEach(
            (key, value) -> own.put(key.replaceFirst("^" + Pattern.quote(name + "."), ""), value));
    Settings settings = Settings.of("the model " + name, factory.settings(), own);
    return factory.network(
        shape(input == null ? factory.recipe().getOrDefault("run.input", "150x150x3") : input),
        classes,
        settings);
  }

  private static Shape shape(String input) {
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
