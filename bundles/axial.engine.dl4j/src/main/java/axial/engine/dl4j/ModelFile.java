package axial.engine.dl4j;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Network;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Model files: the zip layout of DL4J's {@code ModelSerializer} ({@code configuration.json}, {@code
 * coefficients.bin}, which plain DL4J can read), and beside them {@code network.txt}, Axial's
 * description of the input and the layers, and {@code optimizer.bin}: steps made (8 bytes), number
 * of moving averages (4), then each as 4-byte floats in the order of the coefficients, all
 * big-endian. The same model gives the same bytes.
 *
 * <p>Reading never deserialises Java objects and never parses the configuration: the network is
 * built by the caller from its neutral description, and description and numbers must fit it to the
 * byte.
 */
final class ModelFile {

  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final String OPTIMIZER = "optimizer.bin";
  private static final String NETWORK = "network.txt";
  private static final SortedSet<String> ENTRIES =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(List.of(CONFIGURATION, COEFFICIENTS, NETWORK, OPTIMIZER)));
  private static final int MOST_CONFIGURATION = 1 << 20;

  /** Early in zip's calendar, but not its first day, which Java writes with the time zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private ModelFile() {}

  /**
   * What a file holds, in DL4J's order.
   *
   * @param steps made by the optimiser
   * @param moments its moving averages
   */
  record Contents(float[] parameters, long steps, float[][] moments) {}

  static void write(Path file, Network network, StockNet net, Contents contents) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION); // weights hardly shrink, and each epoch waits
      put(zip, CONFIGURATION, net.json().getBytes(StandardCharsets.UTF_8));
      put(zip, NETWORK, description(network));
      INDArray vector = net.parameters();
      vector.assign(Nd4j.createFromArray(contents.parameters()).reshape(vector.shape()));
      put(zip, COEFFICIENTS, coefficients(vector));
      put(zip, OPTIMIZER, optimizer(contents));
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The model could not be written to %s (%s).".formatted(file, broken.getMessage()),
              "Check that the folder is there, can be written and has room."),
          broken);
    }
  }

  static Contents read(Path file, Network network, StockNet net, int averages) {
    byte[] like;
    try {
      like = coefficients(net.parameters());
    } catch (IOException impossible) {
      throw new IllegalStateException("Writing to memory failed.", impossible);
    }
    int count = Math.toIntExact(net.parameters().length());
    int header = like.length - 4 * count;
    float[] parameters = new float[count];
    float[][] moments = new float[averages][count];
    long steps = 0;
    Set<String> seen = new HashSet<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!ENTRIES.contains(name) || !seen.add(name)) {
          throw damaged(file, "it holds the entry \"" + name + "\", which has no place there");
        }
        if (name.equals(NETWORK)) {
          byte[] here = description(network);
          if (!Arrays.equals(zip.readNBytes(here.length + 1), here)) {
            throw damaged(
                file,
                "it is of another network than %s for images of %s"
                    .formatted(network.name(), network.input()));
          }
        } else if (name.equals(COEFFICIENTS)) {
          byte[] bytes = exactly(file, zip, name, like.length);
          if (!Arrays.equals(bytes, 0, header, like, 0, header)) {
            throw damaged(file, "its weights do not have the form of this network");
          }
          floats(bytes, header, parameters);
        } else if (name.equals(OPTIMIZER)) {
          steps = readOptimizer(file, zip, moments);
        } else if (zip.readNBytes(MOST_CONFIGURATION + 1).length > MOST_CONFIGURATION) {
          throw damaged(file, "its configuration is larger than 1 MiB");
        }
      }
    } catch (NoSuchFileException missing) {
      throw damaged(file, "it is not there");
    } catch (IOException | IllegalArgumentException broken) { // the latter for names in no charset
      String reason = broken.getMessage() == null ? "it ends too soon" : broken.getMessage();
      throw damaged(file, "it cannot be read (" + reason + ")");
    }
    if (!seen.equals(ENTRIES)) {
      throw damaged(file, "it is no zip with the entries " + String.join(", ", ENTRIES));
    }
    return new Contents(parameters, steps, moments);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] description(Network network) {
    StringBuilder text = new StringBuilder("input " + network.input() + "\n");
    network.layers().forEach(layer -> text.append(layer).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] coefficients(INDArray parameters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Nd4j.write(parameters, out);
    }
    return bytes.toByteArray();
  }

  private static byte[] optimizer(Contents contents) {
    int length = Arrays.stream(contents.moments()).mapToInt(m -> m.length).sum();
    ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(12, Math.multiplyExact(4, length)));
    buffer.putLong(contents.steps()).putInt(contents.moments().length);
    for (float[] moment : contents.moments()) {
      buffer.slice().asFloatBuffer().put(moment);
      buffer.position(buffer.position() + 4 * moment.length);
    }
    return buffer.array();
  }

  private static long readOptimizer(Path file, ZipInputStream zip, float[][] moments)
      throws IOException {
    DataInputStream in = new DataInputStream(zip);
    long steps = in.readLong();
    int count = in.readInt();
    if (steps < 0 || count != moments.length) {
      throw damaged(file, "its optimiser is another one");
    }
    for (float[] moment : moments) {
      byte[] bytes = zip.readNBytes(4 * moment.length);
      if (bytes.length != 4 * moment.length) {
        throw damaged(file, "the state of its optimiser is cut short");
      }
      floats(bytes, 0, moment);
    }
    if (zip.read() >= 0) {
      throw damaged(file, "the state of its optimiser is too long");
    }
    return steps;
  }

  private static byte[] exactly(Path file, ZipInputStream zip, String name, int length)
      throws IOException {
    byte[] bytes = zip.readNBytes(length);
    if (bytes.length != length || zip.read() >= 0) {
      throw damaged(file, "the length of " + name + " does not fit this network");
    }
    return bytes;
  }

  private static void floats(byte[] bytes, int from, float[] into) {
    ByteBuffer.wrap(bytes, from, bytes.length - from).asFloatBuffer().get(into);
  }

  private static ProblemException damaged(Path file, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The model file %s cannot be used: %s.".formatted(file, why),
        "Train again, or give the file of a run of this network.");
  }
}
