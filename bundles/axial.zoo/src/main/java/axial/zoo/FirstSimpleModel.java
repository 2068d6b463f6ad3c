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

/** The notebook's "First Simple Model": one convolution and one unit, trained with Adam. */
@Component
public final class FirstSimpleModel implements ModelFactory {

  @Override
  public String id() {
    return "fsm";
  }

  @Override
  public String description() {
    return "First simple model of the notebook: one convolution and one output, trained with Adam.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."));
  }

  @Override
  public Map<String, String> recipe() {
    return NotebookRecipe.VALUES;
  }

  @Override
  public Network network(Shape input, int classes, Settings settings) {
    return new Network(
        id(),
        input,
        List.of(
            new Layer.Convolution(32, 3, 3, 1, Activation.RELU),
            new Layer.Flatten(),
            Head.layer(classes)),
        new Optimizer.Adam(settings.real("learning-rate"), 0.9, 0.999, 1e-7),
        Head.loss(classes));
  }
}
