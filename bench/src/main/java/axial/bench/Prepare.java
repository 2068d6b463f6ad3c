package axial.bench;

import axial.data.Dataset;
import axial.data.Sample;
import axial.data.image.BilinearLoader;
import axial.data.phantom.PhantomSource;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.ModelExporter;
import axial.model.Network;
import axial.model.Parameter;
import axial.model.TrainableModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * Writes what the peers work on: the networks as JSON, images of phantoms, and for each network its
 * initial weights, Axial's model file and the ONNX file, where they can be had.
 */
public final class Prepare {

  private Prepare() {}

  /** Writes into the folder {@code bench.data}; says a line on what it has to leave out. */
  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(Material.FOLDER);
    Files.writeString(Material.FOLDER.resolve("networks.json"), Json.of(Material.networks()));
    writeImages();
    for (Network network : Material.networks()) {
      try {
        write(network);
      } catch (Exception | LinkageError failed) {
        System.out.println(network.name() + ": " + Serve.sentence(failed));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void write(Network network) throws IOException {
    List<Parameter> parameters;
    try (TrainableModel model = AxialPeer.engine().create(network, Material.LABELS, new Seed(1))) {
      parameters = model.parameters();
      model.save(Material.FOLDER.resolve(network.name() + ".zip"));
    }
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(Material.parametersFile(network.name()))))) {
      out.writeInt(parameters.size());
      for (Parameter parameter : parameters) {
        out.writeUTF(parameter.name());
        out.writeInt(parameter.shape().size());
        for (int side : parameter.shape()) {
          out.writeInt(side);
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 * parameter.values().length);
        bytes.asFloatBuffer().put(parameter.values());
        out.write(bytes.array());
      }
    }
    Components.make(ModelExporter.class, "axial.predict.onnx.OnnxExporter")
        .export(
            network,
            Material.LABELS,
            parameters,
            Material.FOLDER.resolve(network.name() + ".onnx"));
  }

  private static void writeImages() throws IOException {
    PhantomSource source = new PhantomSource();
    Settings settings =
        Settings.of(
            source.id(),
            source.settings(),
            Map.of("patients", "" + Material.IMAGES, "slices", "1"));
    Dataset phantoms = source.open("phantom", settings, Progress.none());
    BilinearLoader loader = new BilinearLoader();
    ByteBuffer bytes =
        ByteBuffer.allocate(4 * Material.IMAGES * Material.INPUT.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Sample sample : phantoms.samples().subList(0, Material.IMAGES)) {
      for (float value : loader.toImage(phantoms.pixels().read(sample), Material.INPUT).values()) {
        bytes.putFloat(value);
      }
    }
    Files.write(Material.INPUT_FILE, bytes.array());
  }
}
