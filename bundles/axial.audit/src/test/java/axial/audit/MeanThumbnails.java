package axial.audit;

import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Thumbnail;
import axial.data.Thumbnails;
import axial.job.Progress;
import java.util.List;

/** Thumbnails of pictures whose sides are multiples of 32, or larger by far; keeps none. */
public final class MeanThumbnails implements Thumbnails {

  @Override
  public List<Thumbnail> of(List<Sample> samples, PixelReader pixels, Progress progress) {
    return samples.stream().map(sample -> of(pixels.read(sample))).toList();
  }

  private static Thumbnail of(Pixels pixels) {
    byte[] grey = new byte[Thumbnail.SIDE * Thumbnail.SIDE];
    for (int i = 0; i < grey.length; i++) {
      int row = i / Thumbnail.SIDE;
      int column = i % Thumbnail.SIDE;
      int top = row * pixels.height() / Thumbnail.SIDE;
      int bottom = Math.max(top + 1, (row + 1) * pixels.height() / Thumbnail.SIDE);
      int left = column * pixels.width() / Thumbnail.SIDE;
      int right = Math.max(left + 1, (column + 1) * pixels.width() / Thumbnail.SIDE);
      long sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          for (int c = 0; c < pixels.channels(); c++) {
            sum += pixels.at(y, x, c);
          }
        }
      }
      long count = (long) (bottom - top) * (right - left) * pixels.channels();
      grey[i] = (byte) ((sum + count / 2) / count);
    }
    return new Thumbnail(grey);
  }
}
