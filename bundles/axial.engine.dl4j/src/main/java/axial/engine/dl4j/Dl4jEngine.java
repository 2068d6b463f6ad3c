package axial.engine.dl4j;

import axial.data.Labels;
import axial.engine.dl4j.layers.DropoutSeed;
import axial.engine.dl4j.layers.OwnLayers;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.model.Engine;
import axial.model.Network;
import axial.model.Profile;
import axial.model.TrainableModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The engine {@code dl4j}: trains networks with Deeplearning4j on the processor. */
@Component
public final class Dl4jEngine implements Engine {

  private final Nd4jRuntime runtime;

  /** An engine in a framework, whose property {@code axial.cache} says where natives may go. */
  @Activate
  public Dl4jEngine(BundleContext framework) {
    this(framework::getProperty);
  }

  /**
   * An engine outside a framework, that reads these properties: {@code axial.cache}, {@code
   * axial.threads}, {@code axial.layers}.
   */
  public Dl4jEngine(UnaryOperator<@Nullable String> properties) {
    this.runtime = new Nd4jRuntime(properties);
  }

  @Override
  public String id() {
    return "dl4j";
  }

  @Override
  public String description() {
    return "Deeplearning4j 1.0.0-M2.1 on the processor.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Map<String, String> platform() {
    return runtime.platform();
  }

  @Override
  public long nativeBytes() {
    return runtime.held();
  }

  @Override
  public TrainableModel create(Network network, Labels labels, Seed seed) {
    return runtime.use(
        () -> {
          Dl4jModel model = build(network, labels);
          model.initialise(seed);
          return model;
        });
  }

  @Override
  public TrainableModel load(Path file, Network network, Labels labels) {
    return runtime.use(
        () -> {
          Dl4jModel model = build(network, labels);
          try {
            model.restore(file);
            return model;
          } catch (ProblemException refused) {
            model.close();
            throw refused;
          }
        });
  }

  @Override
  public Profile profile(Network network, int images, int steps, Progress progress) {
    List<String> names = IntStream.range(0, network.classes()).mapToObj(i -> "class" + i).toList();
    try (Dl4jModel model = (Dl4jModel) create(network, new Labels(names, 1), new Seed(1))) {
      return new Profiler(model, images).measure(steps, progress);
    }
  }

  private Dl4jModel build(Network network, Labels labels) {
    if (network.classes() != labels.count()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The network %s tells %d classes apart, but the data has %d."
              .formatted(network.name(), network.classes(), labels.count()),
          "Choose a model for that many classes.");
    }
    return Memory.needed(
        () -> new Dl4jModel(runtime, network, labels, computation(network)),
        "the network %s with %,d parameters".formatted(network.name(), network.parameters()),
        "Choose a smaller model or smaller images.");
  }

  private Computation computation(Network network) {
    DropoutSeed dropout = new DropoutSeed();
    return runtime
        .dnn()
        .<Computation>map(
            dnn ->
                new OwnComputation(network, new OwnLayers(dnn, runtime.chunks(), dropout), dropout))
        .orElseGet(() -> new StockComputation(network));
  }
}
