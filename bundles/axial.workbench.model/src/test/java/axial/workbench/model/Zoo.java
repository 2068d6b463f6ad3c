package axial.workbench.model;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Extension;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Engine;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.Profile;
import axial.model.TrainableModel;
import axial.run.Extensions;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up extensions: models of some convolutions, and two schedules. */
final class Zoo implements Extensions {

  final List<Extension> all = new ArrayList<>();
  final List<String> broken = new ArrayList<>();

  Zoo() {
    all.add(new Net("compact", 5));
    all.add(new Net("small", 2));
    all.add(new Fall("cosine"));
    all.add(new Fall("plateau-loss"));
  }

  @Override
  public <T extends Extension> List<T> all(Class<T> type) {
    return all.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparing(Extension::id))
        .toList();
  }

  @Override
  public <T extends Extension> T find(Class<T> type, String id) {
    return all(type).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public List<Status> statuses() {
    return List.of();
  }

  @Override
  public void reportFailure(Extension extension, Throwable cause) {
    broken.add(extension.id());
  }

  /** A model of so many convolutions. */
  record Net(String id, int stages) implements ModelFactory {
    @Override
    public String description() {
      return stages
          + " convolutions with pooling and batch normalisation for small grey images,"
          + " trained with Adam along a cosine.";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          new Setting.Real("learning-rate", 0.001, 1e-9, 1, "Learning rate to begin with."),
          new Setting.Whole("filters", 16, 1, 256, "Filters of the first convolution."));
    }

    @Override
    public Map<String, String> recipe() {
      return Map.of(
          "run.input",
          "80x80x1",
          "train.epochs",
          "40",
          "run.schedules",
          "cosine",
          "cosine.warm-up",
          "1",
          "train.class-weights",
          "balanced");
    }

    @Override
    public Network network(Shape input, int classes, Settings settings) {
      List<Layer> layers = new ArrayList<>();
      for (int stage = 0; stage < stages; stage++) {
        layers.add(
            new Layer.Convolution(
                settings.whole("filters") << Math.min(3, stage), 3, 3, 1, Activation.RELU));
        layers.add(new Layer.MaxPooling(2, 2));
        layers.add(new Layer.BatchNormalization(0.9, 1e-3));
      }
      layers.add(new Layer.Flatten());
      layers.add(new Layer.Dropout(0.2));
      layers.add(
          classes == 2
              ? new Layer.Dense(1, Activation.SIGMOID)
              : new Layer.Dense(classes, Activation.SOFTMAX));
      return new Network(
          id,
          input,
          layers,
          Optimizer.Adam.keras(),
          classes == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.CATEGORICAL_CROSS_ENTROPY);
    }
  }

  /** A schedule that does nothing. */
  record Fall(String id) implements LearningRateSchedule {
    @Override
    public String description() {
      return "Lowers the learning rate.";
    }

    @Override
    public List<Setting> settings() {
      return List.of(new Setting.Whole("warm-up", 0, 0, 1000, "Epochs in which the rate rises."));
    }

    @Override
    public Course begin(Settings settings, int epochs) {
      return new Course() {
        @Override
        public double after(Epoch epoch, double learningRate) {
          return learningRate;
        }
      };
    }
  }

  /** An engine that needs half a second for an image, two fifths of that to predict it. */
  static final class Clock implements Engine {
    final AtomicInteger measured = new AtomicInteger();

    @Override
    public String id() {
      return "dl4j";
    }

    @Override
    public String description() {
      return "Measures nothing.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public Profile profile(Network network, int images, int steps, Progress progress) {
      measured.incrementAndGet();
      return new Profile(
          images,
          List.of(new Profile.Row("all", network.input(), 0.2 * images, 0.3 * images)),
          0.5 * images);
    }

    @Override
    public TrainableModel create(Network network, Labels labels, Seed seed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TrainableModel load(Path file, Network network, Labels labels) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> platform() {
      return Map.of("threads", "1");
    }
  }
}
