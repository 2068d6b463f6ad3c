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
import org.osgi.service.component.annotations.Component;

/** x. */
@Component
public final class CompactModel implements ModelFactory {

  private static final Layer NORMALISED = new Layer.BatchNormalization(0.9, 1e-3);

  @Override
  public String id() {
    return "compact";
  }

  @Override
  public String description() {
    return "Small";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."),
        new Setting.Whole("filters", 16, 1, 256, "f"),
        new Setting.Whole("variant", 0, 0, 256, "f"),
        new Setting.Real("dropout", 0.2, 0, 0.9, "Share of values dropped before the output."));
  }

  @Override
  public Network network(Shape input, int classes, Settings settings) {
    List<Layer> layers = new ArrayList<>();
    int f = settings.whole("filters");
    int v = settings.whole("variant");
    int stages = v == 1 || v == 3 ? 5 : 4;
    for (int s = 0; s < stages; s++) {
      int n = f << Math.min(s, 3);
      layers.add(new Layer.Convolution(n, 3, 3, 1, Activation.RELU));
      if (v >= 2 && s >= 1) {
        layers.add(NORMALISED);
        layers.add(new Layer.Convolution(n, 3, 3, 1, Activation.RELU));
      }
      if (s < stages - 1) {
        layers.add(new Layer.MaxPooling(2, 2));
      }
      layers.add(NORMALISED);
    }
    layers.add(new Layer.GlobalAveragePooling());
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
