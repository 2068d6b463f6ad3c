package axial.predict.onnx;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.model.Model;
import axial.model.Network;
import axial.model.Parameter;
import axial.model.PredictionEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Predicts with ONNX Runtime on the processor. When the service goes, its models are closed, after
 * the calls that are under way.
 */
@Component
public final class OnnxPredictionEngine implements PredictionEngine {

  private final OnnxRuntimeLibrary library;
  private final Set<OnnxModel> open = new HashSet<>();
  private boolean stopped;

  /** An engine in a framework, whose property {@code axial.cache} says where natives may go. */
  @Activate
  public OnnxPredictionEngine(BundleContext framework) {
    this(framework::getProperty);
  }

  /** An engine that reads {@code axial.cache} from these properties. */
  OnnxPredictionEngine(UnaryOperator<@Nullable String> properties) {
    this.library = new OnnxRuntimeLibrary(properties);
  }

  @Deactivate
  void stop() {
    List<OnnxModel> last;
    synchronized (open) {
      stopped = true;
      last = List.copyOf(open);
    }
    last.forEach(OnnxModel::close);
  }

  @Override
  public String id() {
    return "onnx";
  }

  @Override
  public String description() {
    return "ONNX Runtime " + OnnxRuntimeLibrary.VERSION + " on the processor.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Map<String, String> platform() {
    return library.platform();
  }

  @Override
  public Model prepare(Network network, Labels labels, List<Parameter> parameters) {
    byte[] file = OnnxFile.of(network, labels, parameters).toBytes();
    synchronized (open) {
      if (stopped) {
        throw ProblemException.of(
            Problem.Kind.EXTENSION,
            "The prediction engine onnx was stopped.",
            "Plug its bundle in again.");
      }
      OnnxModel model =
          new OnnxModel(
              network,
              labels,
              library.environment(),
              library.session(file, network.name()),
              this::forget);
      open.add(model);
      return model;
    }
  }

  private void forget(OnnxModel model) {
    synchronized (open) {
      open.remove(model);
    }
  }

  /** How many of its models are not closed yet. */
  int open() {
    synchronized (open) {
      return open.size();
    }
  }
}
