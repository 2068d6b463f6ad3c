package axial.zoo;

import axial.data.Shape;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * The default: five convolutions, each pooled and normalised, down to a grid of a 32nd of the
 * sides. The grid is not averaged, because where a finding lies says what it is.
 */
@Component
public final class CompactModel implements ModelFactory {

  private static final int STAGES = 5;

  /** How often the filters double. */
  private static final int DOUBLINGS = 3;

  @Override
  public String id() {
    return "compact";
  }

  @Override
  public String description() {
    return "The default: five convolutions with pooling and batch normalisation for small grey"
        + " images, trained with Adam along a cosine.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."),
        new Setting.Whole("filters", 16, 1, 256, "Filters of the first convolution."),
        new Setting.Real("dropout", 0.2, 0, 0.9, "Share of values dropped before the output."));
  }

  @Override
  public Map<String, String> recipe() {
    return DefaultRecipe.with("40", "80x80x1");
  }

  @Override
  public Network network(Shape input, int classes, Settings settings) {
    List<Layer> layers = new ArrayList<>();
    for (int stage = 0; stage < STAGES; stage++) {
      int filters = settings.whole("filters") << Math.min(stage, DOUBLINGS);
      layers.add(new Layer.Convolution(filters, 3, 3, 1, Activation.RELU));
      layers.add(new Layer.MaxPooling(2, 2));
      layers.add(new Layer.BatchNormalization(0.9, 1e-3));
    }
    layers.add(new Layer.Flatten());
    layers.add(new Layer.Dropout(settings.real("dropout")));
    layers.add(Head.layer(classes));
    return new Network(
        id(),
        input,
        layers,
        new Optimizer.Adam(settings.real("learning-rate"), 0.9, 0.999, 1e-7),
        Head.loss(classes));
  }
}
