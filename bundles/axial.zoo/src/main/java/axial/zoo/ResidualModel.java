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
 * A small residual network (He and others 2016): a strided convolution, then four blocks of two
 * convolutions with batch normalisation, each halving rows and columns or keeping them.
 */
@Component
public final class ResidualModel implements ModelFactory {

  private static final Layer NORMALISED = new Layer.BatchNormalization(0.9, 1e-3);

  @Override
  public String id() {
    return "residual";
  }

  @Override
  public String description() {
    return "Small residual network: four residual blocks with batch normalisation, trained with"
        + " Adam; has an eighth of final's parameters.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."),
        new Setting.Real("dropout", 0.2, 0, 0.9, "Share of values dropped before the output."));
  }

  @Override
  public Map<String, String> recipe() {
    return DefaultRecipe.with("40", "80x80x1");
  }

  @Override
  public Network network(Shape input, int classes, Settings settings) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Convolution(32, 3, 3, 2, Activation.RELU));
    layers.add(NORMALISED);
    layers.add(block(32, 1));
    layers.add(block(64, 2));
    layers.add(block(64, 1));
    layers.add(block(128, 2));
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

  /** Two convolutions; a block that halves the sides or widens has a projection as shortcut. */
  private static Layer block(int filters, int stride) {
    List<Layer> body =
        List.of(
            new Layer.Convolution(filters, 3, 3, stride, Activation.RELU),
            NORMALISED,
            new Layer.Convolution(filters, 3, 3, 1, Activation.LINEAR),
            NORMALISED);
    List<Layer> shortcut =
        stride == 1
            ? List.of()
            : List.of(new Layer.Convolution(filters, 1, 1, stride, Activation.LINEAR), NORMALISED);
    return new Layer.Residual(body, shortcut, Activation.RELU);
  }
}
