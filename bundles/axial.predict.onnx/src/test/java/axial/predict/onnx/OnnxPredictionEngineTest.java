package axial.predict.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Machine;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Batch;
import axial.model.Model;
import axial.model.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxPredictionEngineTest {

  private static final int IMAGES = 75; // a full piece and a part of one

  @TempDir Path folder;

  private final OnnxPredictionEngine engine = Nets.engine();
  private final Network network = Nets.mixed();
  private final Batch batch = Nets.batch(Nets.INPUT, IMAGES, 1);

  private Model model() {
    return engine.prepare(network, Nets.TWO, Nets.weights(network, 2));
  }

  private double[][] written(Model model) {
    int size = Nets.INPUT.size();
    return model.predict(IMAGES, (i, values) -> values.put(batch.values(), i * size, size));
  }

  @Test
  void imagesWrittenInPlaceGiveWhatABatchGives() {
    try (Model model = model()) {
      assertThat(written(model)).isDeepEqualTo(model.predict(batch));
      Batch other = Nets.batch(new Shape(7, 9, 2), 1, 1);
      assertThatThrownBy(() -> model.predict(other)).hasMessageContaining("7x9x2");
    }
  }

  @Test
  void aSingleUnitIsTheProbabilityOfThePositiveClass() {
    Labels turned = new Labels(List.of("yes", "no"), 0);
    try (Model model = model();
        Model other = engine.prepare(network, turned, Nets.weights(network, 2))) {
      double[] row = model.predict(batch)[0];
      assertThat(other.predict(batch)[0]).containsExactly(row[1], row[0]);
      assertThat(row[0]).isEqualTo(1 - row[1]);
    }
  }

  @Test
  void manyCallersAtOnceGetTheSameAnswers() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(9);
    try (Model model = model()) {
      double[][] expected = model.predict(batch);
      List<Callable<double[][]>> calls = new ArrayList<>();
      for (int i = 0; i < 90; i++) {
        calls.add(i % 2 == 0 ? () -> model.predict(batch) : () -> written(model));
      }
      for (Future<double[][]> answer : callers.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        assertThat(answer.get()).isDeepEqualTo(expected);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void stoppingTheServiceClosesItsModelsInTheMiddleOfTheirWork() throws Exception {
    Model model = model();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      Future<double[][]> work =
          caller.submit(
              () ->
                  model.predict(
                      IMAGES,
                      (i, values) -> {
                        begun.countDown();
                        awaitQuietly(stopped);
                      }));
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      engine.stop();
      stopped.countDown();
      assertThatThrownBy(() -> work.get(20, TimeUnit.SECONDS))
          .hasRootCauseMessage("The model small is closed.");
      assertThat(engine.open()).isZero();
      assertThatThrownBy(this::model).hasMessageContaining("was stopped");
    } finally {
      caller.shutdownNow();
    }
    model.close();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aClosedModelIsForgotten() {
    model().close();
    assertThat(engine.open()).isZero();
  }

  @Test
  void aLibraryThatDoesNotStartIsToldInWordsAndExportGoesOn() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    OnnxPredictionEngine refused = new OnnxPredictionEngine(key -> file.toString());
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> refused.prepare(network, Nets.TWO, Nets.weights(network, 2)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              told -> assertThat(told.problem().kind()).isEqualTo(Problem.Kind.MACHINE))
          .hasMessageContaining("ONNX Runtime")
          .hasMessageContaining(file.toString());
    }
    Path model = folder.resolve("model.onnx");
    new OnnxExporter().export(network, Nets.TWO, Nets.weights(network, 2), model);
    assertThat(model).isNotEmptyFile();
  }

  @Test
  void itSaysWhatItRunsOn() {
    assertThat(engine.platform())
        .containsEntry("backend", "ONNX Runtime " + OnnxRuntimeLibrary.VERSION)
        .containsKeys("native", "threads", "cache");
  }

  /** A program that predicts once and dies without a word. */
  static final class Halted {
    private Halted() {}

    public static void main(String[] arguments) {
      OnnxPredictionEngine engine = new OnnxPredictionEngine(key -> arguments[0]);
      Network network = Nets.mixed();
      engine
          .prepare(network, Nets.TWO, Nets.weights(network, 2))
          .predict(Nets.batch(Nets.INPUT, 1, 1));
      Runtime.getRuntime().halt(7);
    }
  }

  @Test
  void nativesStayInTheCacheAndNothingInTheTemporaryFolder() throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path cache = folder.resolve("cache");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Halted.class.getName(),
                cache.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(7);
    assertThat(temporary).isEmptyDirectory();
    try (Stream<Path> files = Files.list(cache.resolve("natives/onnxruntime-1.29.0"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
    }
  }

  @Test
  void threadsAreThoseOfTheEnvironmentOrThePhysicalCores() {
    assertThat(Machine.threads("3")).hasValue(3);
    assertThat(Machine.threads("4,2")).hasValue(4);
    assertThat(Machine.threads("")).isEmpty();
    assertThat(Machine.threads("0")).isEmpty();
    assertThat(Machine.threads("many")).isEmpty();
    List<String> cpuinfo = new ArrayList<>();
    for (int cpu = 0; cpu < 4; cpu++) {
      cpuinfo.addAll(List.of("processor : " + cpu, "physical id : 0", "core id : " + cpu % 2));
    }
    assertThat(Machine.physicalCores(cpuinfo)).hasValue(2);
    assertThat(Machine.physicalCores(List.of("processor : 0"))).isEmpty();
    assertThat(Nets.engine().platform())
        .containsEntry("threads", Integer.toString(Machine.threads(key -> null)));
  }
}
