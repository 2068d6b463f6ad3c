package axial.audit.memory;

import axial.data.Memoriser;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.data.Thumbnail;
import axial.data.Thumbnails;
import axial.job.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares every thumbnail with every known one. */
@Component
public final class NearestThumbnail implements Memoriser {

  private final Thumbnails thumbnails;

  /** A memoriser over these thumbnails. */
  @Activate
  public NearestThumbnail(@Reference Thumbnails thumbnails) {
    this.thumbnails = thumbnails;
  }

  @Override
  public int[] recall(
      List<Sample> known, List<Sample> test, PixelReader pixels, Progress progress) {
    return recall(known, test, new int[known.size()], negative(test.size()), pixels, progress);
  }

  @Override
  public int[] recallFromOthers(
      List<Sample> known,
      List<Sample> test,
      Function<Sample, String> unit,
      PixelReader pixels,
      Progress progress) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] ofKnown = units(known, unit, numbers);
    int units = numbers.size();
    if (units == 1 && test.stream().anyMatch(sample -> numbers.containsKey(unit.apply(sample)))) {
      throw new IllegalArgumentException(
          "All known samples are of the unit %s, which may not answer about itself."
              .formatted(numbers.keySet().iterator().next()));
    }
    return recall(known, test, ofKnown, units(test, unit, numbers), pixels, progress);
  }

  private static int[] units(
      List<Sample> samples, Function<Sample, String> unit, Map<String, Integer> numbers) {
    int[] units = new int[samples.size()];
    for (int i = 0; i < units.length; i++) {
      Integer fresh = numbers.size();
      Integer former = numbers.putIfAbsent(unit.apply(samples.get(i)), fresh);
      units[i] = former == null ? fresh : former;
    }
    return units;
  }

  private static int[] negative(int count) {
    return IntStream.range(0, count).map(i -> -1).toArray();
  }

  private int[] recall(
      List<Sample> known,
      List<Sample> test,
      int[] unitOfKnown,
      int[] unitOfTest,
      PixelReader pixels,
      Progress progress) {
    if (known.isEmpty()) {
      throw new IllegalArgumentException("A memoriser must know at least one sample.");
    }
    byte[][] there = grey(known, pixels, progress);
    byte[][] asked = known.equals(test) ? there : grey(test, pixels, progress);
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, asked.length)
        .parallel()
        .map(
            i -> {
              progress.check();
              int nearest = nearest(there, unitOfKnown, asked[i], unitOfTest[i]);
              progress.at("Asking the memoriser", done.incrementAndGet(), asked.length);
              return known.get(nearest).label();
            })
        .toArray();
  }

  private byte[][] grey(List<Sample> samples, PixelReader pixels, Progress progress) {
    return thumbnails.of(samples, pixels, progress).stream()
        .map(Thumbnail::grey)
        .toArray(byte[][]::new);
  }

  private static int nearest(byte[][] there, int[] units, byte[] asked, int unit) {
    int nearest = -1;
    int least = Integer.MAX_VALUE;
    for (int k = 0; k < there.length; k++) {
      if (units[k] != unit) {
        int distance = distance(there[k], asked, least);
        if (distance < least) {
          least = distance;
          nearest = k;
        }
      }
    }
    return nearest;
  }

  /** The squared distance, or some number that is not below {@code enough}. */
  private static int distance(byte[] a, byte[] b, int enough) {
    int sum = 0;
    for (int from = 0; from < a.length && sum < enough; from += 4 * Thumbnail.SIDE) {
      for (int i = from; i < from + 4 * Thumbnail.SIDE; i++) {
        int difference = (a[i] & 0xFF) - (b[i] & 0xFF);
        sum += difference * difference;
      }
    }
    return sum;
  }
}
