package axial.zoo;

import axial.data.Shape;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The notebook's final model: four convolutions with pooling and dropout, trained with RMSprop. */
@Component
public final class FinalModel implements ModelFactory {

  @Override
  public String id() {
    return "final";
  }

  @Override
  public String description() {
    return "Final model of the notebook: four convolutions with pooling and dropout, trained with"
        + " RMSprop.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."),
        new Setting.Flag("dropout", true, "Whether the three dropout layers are used."));
  }

  @Override
  public Map<String, String> recipe() {
    return NotebookRecipe.VALUES;
  }

  @Override
  public Network network(Shape input, int classes, Settings settings) {
    boolean dropout = settings.flag("dropout");
    return new Network(
        id(),
        input,
        List.of(
            new Layer.Convolution(32, 3, 3, 1, Activation.RELU),
            new Layer.MaxPooling(2, 2),
            new Layer.Convolution(64, 2, 2, 1, Activation.RELU),
            new Layer.Dropout(dropout ? 0.15 : 0),
            new Layer.MaxPooling(2, 2),
            new Layer.Convolution(64, 3, 3, 1, Activation.RELU),
            new Layer.Dropout(dropout ? 0.2 : 0),
            new Layer.MaxPooling(2, 2),
            new Layer.Convolution(64, 3, 3, 1, Activation.SELU),
            new Layer.Flatten(),
            new Layer.Dense(128, Activation.RELU),
            new Layer.Dropout(dropout ? 0.1 : 0),
            Head.layer(classes)),
        new Optimizer.RmsProp(settings.real("learning-rate"), 0.9, 1e-7),
        Head.loss(classes));
  }
}
