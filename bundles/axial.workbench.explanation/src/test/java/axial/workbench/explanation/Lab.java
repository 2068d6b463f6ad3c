package axial.workbench.explanation;

import axial.data.Dataset;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.job.CancelledException;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Model;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.Extensions;
import axial.run.LeakCertificate;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.train.TrainingPlan;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A run with twelve test images, and services that answer for it at once. */
final class Lab {

  static final Path RUN = Path.of("runs", "heads");
  private static final int IMAGES = 12;

  /** What was asked to be explained. */
  final List<ExplainRequest> requests = new CopyOnWriteArrayList<>();

  /** Counted down to let explanations go on. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  /** Source of an image that cannot be explained. */
  volatile String unreadable = "";

  /** Explanations of former days. */
  final List<ExplainedSample> kept = new CopyOnWriteArrayList<>();

  /** Id of an explainer that fails. */
  volatile String broken = "";

  /** Whether the first explainer says something of the third image before it is done. */
  volatile boolean early;

  /** What must be said of the run. */
  volatile boolean leaks;

  final ExplanationBoard board = new ExplanationBoard();
  final Runs runs =
      proxy(Runs.class, (self, method, arguments) -> run(method.getName(), arguments));
  final Extensions extensions =
      new Extensions() {
        @Override
        public <T extends Extension> List<T> all(Class<T> type) {
          return type == Explainer.class
              ? List.of(type.cast(LIME), type.cast(OCCLUSION))
              : List.of();
        }

        @Override
        public <T extends Extension> T find(Class<T> type, String id) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Status> statuses() {
          return List.of();
        }

        @Override
        public void reportFailure(Extension extension, Throwable cause) {}
      };

  private static final Explainer LIME =
      new NamedExplainer(
          "lime",
          List.of(
              new Setting.Whole("num-samples", 1000, 10, 100_000, "How many variations."),
              new Setting.Choice(
                  "segmenter",
                  "quickshift",
                  List.of("quickshift", "slic", "felzenszwalb"),
                  "What cuts the image into superpixels."),
              new Setting.Real("kernel-width", 0.25, 0.01, 100, "How fast weight is lost.")));

  private static final Explainer OCCLUSION =
      new NamedExplainer(
          "occlusion",
          List.of(
              new Setting.Whole("patch", 0, 0, 4096, "Side of the patch in pixels; 0: an eighth."),
              new Setting.Choice(
                  "fill", "mean", List.of("mean", "black", "blurred"), "What the patch shows.")));

  private record NamedExplainer(String id, List<Setting> settings) implements Explainer {
    @Override
    public String description() {
      return "Explains in a test.";
    }

    @Override
    public Explanation explain(
        Model model, Image image, int label, Settings values, Seed seed, Progress progress) {
      throw new UnsupportedOperationException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  RunPictures pictures() {
    ImageStore store =
        new ImageStore() {
          @Override
          public Images open(Dataset dataset, Shape shape) {
            return new Images() {
              @Override
              public Image image(Sample sample) {
                return Phantoms.image(sample);
              }

              @Override
              public Optional<String> note() {
                return Optional.empty();
              }

              @Override
              public void close() {}
            };
          }

          @Override
          public Usage usage() {
            throw new UnsupportedOperationException();
          }
        };
    return new RunPictures(store, extensions);
  }

  private Object run(String method, Object[] arguments) {
    return switch (method) {
      case "open" -> record();
      case "explanations" ->
          kept.stream()
              .filter(one -> ((List<?>) arguments[2]).contains(one.sample().source()))
              .toList();
      case "explain" ->
          explain(
              (ExplainRequest) arguments[1],
              (RunListener) arguments[2],
              (Progress) arguments[3],
              partial(arguments[4]));
      default -> throw new UnsupportedOperationException(method);
    };
  }

  @SuppressWarnings("unchecked") // as Runs has it
  private static Consumer<ExplainedSample> partial(Object argument) {
    return (Consumer<ExplainedSample>) argument;
  }

  private List<ExplainedSample> explain(
      ExplainRequest request,
      RunListener listener,
      Progress progress,
      Consumer<ExplainedSample> partial) {
    requests.add(request);
    if (early) {
      partial.accept(Phantoms.explained(samples().get(2), request.explainers().get(0)));
    }
    while (gate.getCount() > 0) {
      if (progress.cancelled()) {
        throw new CancelledException("The job");
      }
      Thread.onSpinWait();
    }
    List<String> names = ((ExplainRequest.Named) request.choice()).names();
    if (names.contains(unreadable)) {
      throw ProblemException.of(Problem.Kind.INPUT, unreadable + " cannot be read.", "Restore it.");
    }
    List<ExplainedSample> explained = new ArrayList<>();
    for (String id : request.explainers()) {
      if (id.equals(broken)) {
        listener.on(new RunEvent.ExtensionFailed("heads", id, "lab.heat 1.0.0", "it is broken"));
        continue;
      }
      samples().stream()
          .filter(sample -> names.contains(sample.source()))
          .forEach(sample -> explained.add(Phantoms.explained(sample, id)));
    }
    return explained;
  }

  static List<Sample> samples() {
    return IntStream.rangeClosed(1, IMAGES).mapToObj(Phantoms::sample).toList();
  }

  /** Images 3 and 8 were decided wrongly. */
  RunRecord record() {
    List<Prediction> predictions = new ArrayList<>();
    for (Sample sample : samples()) {
      boolean wrong = sample.id().equals("id3") || sample.id().equals("id8");
      double ill = (sample.label() == 1) != wrong ? 0.87 : sample.id().equals("id3") ? 0.04 : 0.2;
      predictions.add(
          new Prediction(
              sample.id(), sample.source(), sample.label(), new double[] {1 - ill, ill}));
    }
    LeakCertificate certificate =
        new LeakCertificate(leaks ? List.of("id1") : List.of(), List.of());
    return new RunRecord(
        "heads",
        RUN,
        RunRecord.Status.DONE,
        Instant.EPOCH,
        spec(),
        network(),
        Optional.of(
            new RunRecord.DataRecord(
                "phantom",
                Phantoms.LABELS,
                samples(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                certificate)),
        Optional.empty(),
        List.of(),
        1,
        Optional.of(new Predictions(Phantoms.LABELS, predictions)),
        Optional.empty(),
        Optional.empty(),
        PredictedBy.nobody(),
        Optional.empty(),
        List.of(),
        0,
        List.of(),
        Optional.empty(),
        MemoryPeaks.UNKNOWN);
  }

  private static Network network() {
    return new Network(
        "small",
        new Shape(96, 96, 1),
        List.of(
            new Layer.Convolution(2, 3, 3, 1, Activation.RELU),
            new Layer.GlobalAveragePooling(),
            new Layer.Dense(1, Activation.SIGMOID)),
        Optimizer.Adam.keras(),
        Loss.BINARY_CROSS_ENTROPY);
  }

  private static RunSpec spec() {
    Map<String, String> none = Map.of();
    return new RunSpec(
        "phantom",
        new Choice("phantom", none),
        new Choice("near", none),
        new Choice("stratified", none),
        List.of(),
        new Choice("small", none),
        new Shape(96, 96, 1),
        new Choice("dl4j", none),
        new TrainingPlan(1, 8, false, 0, List.of()),
        List.of(),
        List.of(new Choice("lime", Map.of("num-samples", "500"))),
        0,
        42,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }
}
