package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Image;
import axial.data.Shape;
import axial.explain.Regions;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads the golden answers of LIME. */
final class Golden {

  private Golden() {}

  static List<Path> cases() throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden", "lime");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    try (Stream<Path> list = Files.list(topic)) {
      List<Path> cases = list.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).as("cases in " + topic).isNotEmpty();
      return cases;
    }
  }

  static double[][] csv(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  static Image image(Path file) throws IOException {
    BufferedImage read = ImageIO.read(file.toFile());
    Raster raster = read.getRaster();
    int bands = raster.getNumBands();
    Shape shape = new Shape(read.getHeight(), read.getWidth(), bands == 1 ? 1 : 3);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / shape.channels();
      values[i] =
          raster.getSample(pixel % shape.width(), pixel / shape.width(), i % shape.channels())
              / 255f;
    }
    return new Image(shape, values);
  }

  static boolean[][] masks(Path folder) throws IOException {
    double[][] rows = csv(folder.resolve("masks.csv"));
    boolean[][] masks = new boolean[rows.length][rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        masks[r][c] = rows[r][c] > 0.5;
      }
    }
    return masks;
  }

  static Regions regions(Path folder) throws IOException {
    Raster raster = ImageIO.read(folder.resolve("segments.png").toFile()).getRaster();
    return new Regions(
        raster.getHeight(), raster.getWidth(), labels(folder.resolve("segments.png")));
  }

  static int[] labels(Path file) throws IOException {
    Raster raster = ImageIO.read(file.toFile()).getRaster();
    return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
  }
}
