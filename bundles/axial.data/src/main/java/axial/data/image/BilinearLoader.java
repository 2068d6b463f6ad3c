package axial.data.image;

import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.Pixels;
import axial.data.Shape;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/**
 * Resizes as OpenCV's {@code INTER_LINEAR} does for 8 bits: half-pixel centres, clamped at the
 * edges, no antialiasing, weights of 11 bits, the result rounded to 8 bits. Exactly half the size
 * both ways is the mean of 2 x 2, as there.
 */
@Component
public final class BilinearLoader implements ImageLoader {

  private static final int ONE = 1 << 11;

  @Override
  public Pixels decode(Path file) {
    return ImageFile.decode(file).pixels();
  }

  @Override
  public String version() {
    return "bilinear-1";
  }

  @Override
  public Image toImage(Pixels pixels, Shape shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "An image has 1 or 3 channels, not " + shape.channels() + ".");
    }
    Pixels resized = resize(pixels, shape.width(), shape.height());
    float[] values = new float[shape.size()];
    int from = resized.channels();
    byte[] data = resized.data();
    for (int p = 0; p < shape.height() * shape.width(); p++) {
      if (from == shape.channels()) {
        for (int c = 0; c < from; c++) {
          values[p * from + c] = (data[p * from + c] & 0xFF) / 255f;
        }
      } else if (from == 1) {
        for (int c = 0; c < 3; c++) {
          values[p * 3 + c] = (data[p] & 0xFF) / 255f;
        }
      } else {
        values[p] = luma(data, p * 3) / 255f;
      }
    }
    return new Image(shape, values);
  }

  /** ITU-R BT.601 in 14 bits, as OpenCV's RGB2GRAY. */
  private static int luma(byte[] data, int at) {
    int r = data[at] & 0xFF;
    int g = data[at + 1] & 0xFF;
    int b = data[at + 2] & 0xFF;
    return (r * 4899 + g * 9617 + b * 1868 + (1 << 13)) >> 14;
  }

  static Pixels resize(Pixels in, int width, int height) {
    if (in.width() == width && in.height() == height) {
      return in;
    }
    if (in.width() == 2 * width && in.height() == 2 * height) {
      return halved(in, width, height);
    }
    Axis across = Axis.of(in.width(), width, true);
    Axis down = Axis.of(in.height(), height, false);
    int channels = in.channels();
    byte[] out = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      int share = down.weight[y];
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          int top = across.between(in, down.first[y], x, c);
          int bottom = across.between(in, down.second[y], x, c);
          // OpenCV's VResizeLinear cuts each product to 10 bits before it adds and rounds.
          int sum = ((ONE - share) * (top >> 4) >> 16) + (share * (bottom >> 4) >> 16);
          out[(y * width + x) * channels + c] = (byte) ((sum + 2) >> 2);
        }
      }
    }
    return new Pixels(width, height, channels, out);
  }

  private static Pixels halved(Pixels in, int width, int height) {
    int channels = in.channels();
    byte[] out = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          int sum =
              in.at(2 * y, 2 * x, c)
                  + in.at(2 * y, 2 * x + 1, c)
                  + in.at(2 * y + 1, 2 * x, c)
                  + in.at(2 * y + 1, 2 * x + 1, c);
          out[(y * width + x) * channels + c] = (byte) ((sum + 2) >> 2);
        }
      }
    }
    return new Pixels(width, height, channels, out);
  }

  /** For each output position the two input positions and the weight of the second, of 2048. */
  private static final class Axis {
    private final int[] first;
    private final int[] second;
    private final int[] weight;

    private Axis(int size) {
      first = new int[size];
      second = new int[size];
      weight = new int[size];
    }

    /** Only across does OpenCV clamp the weight as well; down it clamps the rows alone. */
    static Axis of(int from, int to, boolean clampWeight) {
      Axis axis = new Axis(to);
      double scale = 1.0 / ((double) to / from);
      for (int i = 0; i < to; i++) {
        float position = (float) ((i + 0.5) * scale - 0.5);
        int floor = (int) Math.floor(position);
        boolean beyond = floor < 0 || floor >= from - 1;
        axis.first[i] = Math.min(Math.max(floor, 0), from - 1);
        axis.second[i] = Math.min(Math.max(floor + 1, 0), from - 1);
        axis.weight[i] = clampWeight && beyond ? 0 : (int) Math.rint((position - floor) * ONE);
      }
      return axis;
    }

    /** The mix of the two pixels of a row, times 2048. */
    private int between(Pixels in, int row, int x, int channel) {
      return in.at(row, first[x], channel) * (ONE - weight[x])
          + in.at(row, second[x], channel) * weight[x];
    }
  }
}
