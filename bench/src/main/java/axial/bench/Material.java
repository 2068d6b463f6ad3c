package axial.bench;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.job.Settings;
import axial.model.Batch;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Parameter;
import axial.zoo.FinalModel;
import axial.zoo.FirstSimpleModel;
import axial.zoo.ResidualModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all peers work on: the networks, and in the folder {@code bench.data} images and weights.
 */
final class Material {

  static final Shape INPUT = new Shape(150, 150, 3);
  static final Labels LABELS = new Labels(List.of("no", "yes"), 1);
  static final int IMAGES = 128;
  static final Path FOLDER = Path.of(System.getProperty("bench.data", "."));
  static final Path INPUT_FILE = FOLDER.resolve("images.f32");

  private static final List<ModelFactory> ZOO =
      List.of(new FinalModel(), new FirstSimpleModel(), new ResidualModel());

  private Material() {}

  static List<Network> networks() {
    return ZOO.stream()
        .map(f -> f.network(INPUT, LABELS.count(), Settings.defaults(f.id(), f.settings())))
        .toList();
  }

  static Network network(String name) {
    return networks().stream()
        .filter(network -> network.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnsupportedOperationException("the zoo has no " + name));
  }

  static Batch batch(int size) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(INPUT_FILE)).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[size * INPUT.size()];
    bytes.asFloatBuffer().get(values);
    return new Batch(size, INPUT, values);
  }

  static Image image() throws IOException {
    return new Image(INPUT, batch(1).values());
  }

  static int[] truth(int size) {
    int[] truth = new int[size];
    Arrays.setAll(truth, i -> i % 2);
    return truth;
  }

  static Path parametersFile(String network) {
    return FOLDER.resolve(network + ".parameters");
  }

  static List<Parameter> parameters(String network) throws IOException {
    Path file = parametersFile(network);
    if (!Files.exists(file)) {
      throw new UnsupportedOperationException("there are no weights of " + network);
    }
    List<Parameter> all = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        List<Integer> shape = new ArrayList<>();
        for (int axes = in.readInt(); axes > 0; axes--) {
          shape.add(in.readInt());
        }
        float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
        ByteBuffer.wrap(in.readNBytes(4 * values.length)).asFloatBuffer().get(values);
        all.add(new Parameter(name, shape, values));
      }
    }
    return all;
  }
}
