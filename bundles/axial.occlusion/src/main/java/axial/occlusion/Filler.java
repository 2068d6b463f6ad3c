package axial.occlusion;

import axial.data.Image;
import axial.data.Shape;

/** What is seen where a patch lies: a value for each value of the image. */
enum Filler {
  /** The mean of the whole image, of each channel. */
  MEAN {
    @Override
    float[] of(Image image, int patch) {
      int channels = image.shape().channels();
      double[] sums = new double[channels];
      for (int i = 0; i < image.values().length; i++) {
        sums[i % channels] += image.values()[i];
      }
      float[] filler = new float[image.values().length];
      for (int i = 0; i < filler.length; i++) {
        filler[i] = (float) (sums[i % channels] * channels / filler.length);
      }
      return filler;
    }
  },
  /** Black. */
  BLACK {
    @Override
    float[] of(Image image, int patch) {
      return new float[image.values().length];
    }
  },
  /** The image without its detail: at each pixel the mean of the square of a patch's side. */
  BLURRED {
    @Override
    float[] of(Image image, int patch) {
      Shape shape = image.shape();
      float[] filler = new float[shape.size()];
      for (int c = 0; c < shape.channels(); c++) {
        double[][] sums = sums(image, c);
        for (int y = 0; y < shape.height(); y++) {
          int top = Math.max(0, y - patch / 2);
          int bottom = Math.min(shape.height(), y - patch / 2 + patch);
          for (int x = 0; x < shape.width(); x++) {
            int left = Math.max(0, x - patch / 2);
            int right = Math.min(shape.width(), x - patch / 2 + patch);
            double sum = sums[bottom][right] - sums[top][right] - sums[bottom][left];
            filler[(y * shape.width() + x) * shape.channels() + c] =
                (float) ((sum + sums[top][left]) / ((bottom - top) * (right - left)));
          }
        }
      }
      return filler;
    }
  };

  /** The filler of an image for patches of that side. */
  abstract float[] of(Image image, int patch);

  /** The sum of a channel above and left of each corner between pixels. */
  private static double[][] sums(Image image, int channel) {
    Shape shape = image.shape();
    double[][] sums = new double[shape.height() + 1][shape.width() + 1];
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        sums[y + 1][x + 1] = image.at(y, x, channel) + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
      }
    }
    return sums;
  }
}
