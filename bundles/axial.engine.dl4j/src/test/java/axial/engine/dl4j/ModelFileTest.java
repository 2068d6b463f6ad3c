package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.job.Draws;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.TrainableModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelFileTest {

  private static final Network NETWORK = Small.convolutional(Optimizer.Adam.keras());
  private static final int IMAGES = 6;

  @TempDir Path folder;
  private final Dl4jEngine engine = Small.engine();
  private Path file;

  @BeforeEach
  void saveAModelOfThreeSteps() {
    file = folder.resolve("model.zip");
    try (TrainableModel model = engine.create(NETWORK, Small.TWO, new Seed(1))) {
      train(model, 0, 3);
      model.save(file);
    }
  }

  private static double train(TrainableModel model, int from, int to) {
    double loss = 0;
    for (int step = from; step < to; step++) {
      int[] truth = Small.truth(IMAGES, Small.TWO);
      loss = model.fit(Small.batch(IMAGES, step), truth, Small.ones(IMAGES), new Seed(step)).loss();
    }
    return loss;
  }

  @Test
  void aLoadedModelGoesOnWhereTheSavedOneStood() {
    for (Optimizer optimizer :
        new Optimizer[] {
          Optimizer.Adam.keras(), Optimizer.RmsProp.keras(), new Optimizer.Sgd(0.1)
        }) {
      Path half = folder.resolve(optimizer.getClass().getSimpleName());
      try (TrainableModel whole =
          engine.create(Small.convolutional(optimizer), Small.TWO, new Seed(1))) {
        train(whole, 0, 3);
        whole.save(half);
        double loss = train(whole, 3, 8);
        try (TrainableModel loaded = engine.load(half, whole.network(), Small.TWO)) {
          assertThat(train(loaded, 3, 8)).isEqualTo(loss);
          assertThat(loaded.predict(Small.batch(5, 1)))
              .isDeepEqualTo(whole.predict(Small.batch(5, 1)));
        }
      }
    }
  }

  @Test
  void theSameModelGivesTheSameBytesInEveryTimeZone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    try (TrainableModel model = engine.load(file, NETWORK, Small.TWO)) {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      Path again = folder.resolve("again.zip");
      model.save(again);
      assertThat(again).hasSameBinaryContentAs(file);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void plainDl4jCanReadIt() throws IOException {
    try (TrainableModel model = engine.load(file, NETWORK, Small.TWO)) {
      MultiLayerNetwork plain = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
      for (Batch batch : List.of(Small.batch(1, 5), Small.batch(1, 6))) {
        assertThat(plain.output(nchw(batch)).getDouble(0))
            .isCloseTo(model.predict(batch)[0][1], within(1e-6));
      }
      plain.close();
    }
  }

  @Test
  void plainDl4jCanReadANetworkWithResidualBlocks() throws IOException {
    Network network =
        Small.softmax(
            Optimizer.Adam.keras(),
            new Layer.Convolution(4, 3, 3, 1, Activation.TANH),
            new Layer.Residual(
                List.of(
                    new Layer.Convolution(6, 3, 3, 2, Activation.RELU),
                    new Layer.BatchNormalization(0.9, 1e-3)),
                List.of(new Layer.Convolution(6, 1, 1, 2, Activation.LINEAR)),
                Activation.RELU),
            new Layer.Residual(
                List.of(new Layer.Convolution(6, 2, 2, 1, Activation.SELU)),
                List.of(),
                Activation.LINEAR),
            new Layer.Flatten(),
            new Layer.Dense(5, Activation.RELU));
    Path saved = folder.resolve("residual.zip");
    try (TrainableModel model = engine.create(network, Small.THREE, new Seed(1))) {
      int[] truth = Small.truth(IMAGES, Small.THREE);
      model.fit(Small.batch(IMAGES, 1), truth, Small.ones(IMAGES), new Seed(1));
      model.save(saved);
      ComputationGraph plain = ModelSerializer.restoreComputationGraph(saved.toFile(), false);
      double[] expected = model.predict(Small.batch(1, 5))[0];
      for (int c = 0; c < 3; c++) {
        assertThat(plain.outputSingle(nchw(Small.batch(1, 5))).getDouble(c))
            .isCloseTo(expected[c], within(1e-6));
      }
      plain.close();
      try (TrainableModel loaded = engine.load(saved, network, Small.THREE)) {
        assertThat(train(loaded, truth)).isEqualTo(train(model, truth));
      }
    }
  }

  private static double train(TrainableModel model, int[] truth) {
    double loss = 0;
    for (int step = 0; step < 3; step++) {
      loss = model.fit(Small.batch(IMAGES, 2), truth, Small.ones(IMAGES), new Seed(step)).loss();
    }
    return loss;
  }

  private static INDArray nchw(Batch batch) {
    return Nd4j.createFromArray(batch.values())
        .reshape(batch.size(), Small.INPUT.height(), Small.INPUT.width(), Small.INPUT.channels())
        .permute(0, 3, 1, 2)
        .dup('c');
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() {
    try (TrainableModel model = engine.load(file, NETWORK, Small.TWO)) {
      for (Path taken : new Path[] {file, folder.resolve("missing").resolve("model.zip")}) {
        assertThatThrownBy(() -> model.save(taken))
            .isInstanceOfSatisfying(
                ProblemException.class,
                told -> assertThat(told.problem().kind()).isEqualTo(Problem.Kind.OUTPUT))
            .hasMessageContaining(taken.toString());
      }
      assertThat(engine.load(file, NETWORK, Small.TWO)).isNotNull();
    }
  }

  @Test
  void aFileOfAnotherNetworkIsRefused() {
    Network otherActivation =
        new Network(
            NETWORK.name(),
            NETWORK.input(),
            NETWORK.layers().stream()
                .map(
                    layer ->
                        layer instanceof Layer.Convolution c && c.filters() == 6
                            ? new Layer.Convolution(6, 2, 2, 1, Activation.RELU)
                            : layer)
                .toList(),
            NETWORK.optimizer(),
            NETWORK.loss());
    assertRefused(file, otherActivation, "another network");
    assertRefused(file, Small.convolutional(Optimizer.RmsProp.keras()), "its optimiser is another");
    assertRefused(file, Small.sigmoid(NETWORK.optimizer(), new Layer.Flatten()), "another network");
  }

  @Test
  void whatIsNoModelFileIsRefused() throws IOException {
    assertRefused(folder.resolve("none.zip"), NETWORK, "it is not there");
    assertRefused(folder, NETWORK, "cannot be read");
    Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
    assertRefused(text, NETWORK, "it is no zip with the entries");
    byte[] whole = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
    assertRefused(cut, NETWORK, "cannot be read");
  }

  @Test
  void anEntryTooManyOrTooFewIsRefused() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("preprocessor.bin", serialised());
    assertRefused(zip(entries), NETWORK, "the entry \"preprocessor.bin\"");
    entries.remove("preprocessor.bin");
    entries.remove("optimizer.bin");
    assertRefused(zip(entries), NETWORK, "it is no zip with the entries");
  }

  @Test
  void anEntryOfTheWrongLengthIsRefused() throws IOException {
    for (String name : new String[] {"coefficients.bin", "optimizer.bin", "network.txt"}) {
      for (int change : new int[] {-1, 1, 1 << 24}) {
        Map<String, byte[]> entries = entries();
        entries.put(name, Arrays.copyOf(entries.get(name), entries.get(name).length + change));
        assertRefused(zip(entries), NETWORK, "cannot be used");
      }
      Map<String, byte[]> entries = entries();
      entries.put(name, new byte[0]);
      assertRefused(zip(entries), NETWORK, "cannot be used");
    }
    Map<String, byte[]> entries = entries();
    entries.put("configuration.json", new byte[1 << 25]);
    assertRefused(zip(entries), NETWORK, "larger than 1 MiB");
  }

  @Test
  void aDamagedByteIsRefusedOrHarmless() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Draws draws = new Seed(11).draws();
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      damaged[draws.below(damaged.length)] ^= (byte) (1 << draws.below(8));
      Path at = Files.write(folder.resolve("damaged.zip"), damaged);
      try {
        engine.load(at, NETWORK, Small.TWO).close();
      } catch (ProblemException told) {
        assertThat(told.problem().kind()).isEqualTo(Problem.Kind.INPUT);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(40);
  }

  private void assertRefused(Path refused, Network network, String why) {
    assertThatThrownBy(() -> engine.load(refused, network, Small.TWO))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> assertThat(told.problem().kind()).isEqualTo(Problem.Kind.INPUT))
        .hasMessageContaining(refused.toString())
        .hasMessageContaining(why);
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path made = folder.resolve("made.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return made;
  }

  private static byte[] serialised() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new java.util.ArrayList<String>());
    }
    return bytes.toByteArray();
  }
}
