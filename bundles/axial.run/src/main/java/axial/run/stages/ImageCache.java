package axial.run.stages;

import axial.data.Dataset;
import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.data.Shape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The images of a run as its network sees them. Each is decoded once and kept in 8 bits, in which
 * the loader leaves it, while a quarter of the heap suffices; beyond that it is decoded anew.
 */
public final class ImageCache {

  private static final float[] UNPACKED = new float[256];

  static {
    for (int level = 0; level < UNPACKED.length; level++) {
      UNPACKED[level] = level / 255f;
    }
  }

  private final PixelReader reader;
  private final ImageLoader loader;
  private final Shape shape;
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
  private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 4);

  /** The images of a data set in one shape. */
  public ImageCache(Dataset dataset, ImageLoader loader, Shape shape) {
    this.reader = dataset.pixels();
    this.loader = loader;
    this.shape = shape;
  }

  /** The image of a sample. Thread-safe. */
  public Image image(Sample sample) {
    byte[] bytes = kept.get(sample.id());
    if (bytes != null) {
      return unpack(bytes);
    }
    Image image = loader.toImage(reader.read(sample), shape);
    if (room.addAndGet(-shape.size()) >= 0) {
      kept.putIfAbsent(sample.id(), pack(image));
    }
    return image;
  }

  private static byte[] pack(Image image) {
    byte[] bytes = new byte[image.values().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(image.values()[i] * 255);
    }
    return bytes;
  }

  private Image unpack(byte[] bytes) {
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = UNPACKED[bytes[i] & 0xFF];
    }
    return new Image(shape, values);
  }
}
