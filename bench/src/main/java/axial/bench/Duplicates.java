package axial.bench;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.dedup.NearDuplicates;
import axial.dedup.index.KeptLooks;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Times the duplicate finder {@code near} on drawn heads, one step a process. */
public final class Duplicates {

  private static final int SIDE = 96;
  private static final int COPY_EVERY = 100;
  private static final int CHECK = 3;
  private static final int MORE = 100;
  private static final int ROUNDS = 3;

  /** What the pictures have in common. */
  private enum Kind {
    /** Heads of their own, one in a hundred a mirrored, brighter copy of another. */
    HEADS,
    /** One head with a little noise of each picture's own: all are copies of the first. */
    EQUAL,
    /** One strong pattern with fine detail of each picture's own: equal hashes, no copies. */
    COLLIDING
  }

  private Duplicates() {}

  /**
   * The arguments are {@code make} (draw the pictures and keep their looks), {@code find} (search)
   * or {@code grow} (search, then again with 100 more pictures, the looks of which are not kept
   * yet, and time that), the kind, the count and the workspace.
   */
  public static void main(String[] arguments) {
    Kind kind = Kind.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    Dataset dataset = dataset(kind, Integer.parseInt(arguments[2]));
    KeptLooks looks = new KeptLooks(Path.of(arguments[3]), Integer.getInteger("bench.threads", 2));
    long before = System.nanoTime();
    if (arguments[0].equals("make")) {
      looks.summaries(dataset.samples(), dataset.pixels(), Progress.none());
      report("made", before, "");
    } else if (arguments[0].equals("find")) {
      report("found", before, search(looks, dataset));
    } else {
      search(looks, dataset);
      for (int round = 1; round <= ROUNDS; round++) {
        Dataset more = dataset(kind, dataset.samples().size() + round * MORE);
        before = System.nanoTime();
        report("grown", before, search(looks, more));
      }
    }
  }

  private static String search(KeptLooks looks, Dataset dataset) {
    NearDuplicates finder = new NearDuplicates(looks);
    axial.data.Duplicates found =
        finder.find(dataset, Settings.defaults(finder.id(), finder.settings()), Progress.none());
    return "groups=%d near=%d series=%d %s"
        .formatted(
            found.groups().size(),
            found.pairs(SimilarPair.Kind.NEAR).size(),
            found.pairs(SimilarPair.Kind.SERIES).size(),
            found.notes());
  }

  private static void report(String what, long before, String outcome) {
    double seconds = (System.nanoTime() - before) / 1e9;
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    double busy = 0;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      busy = system.getProcessCpuTime() / 1e9;
    }
    System.out.printf(
        Locale.ROOT,
        "%s in %.2f s (processor time of the whole process %.2f s, peak of the heap %d MB) %s%n",
        what,
        seconds,
        busy,
        heap >> 20,
        outcome);
  }

  private static Dataset dataset(Kind kind, int count) {
    List<Sample> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String source = String.format(Locale.ROOT, "no/slice (%d).png", i);
      String id = "%064x".formatted(new java.math.BigInteger(1, number(kind, i)));
      samples.add(new Sample(id, source, 0, source, Map.of("number", Integer.toString(i))));
    }
    PixelReader pixels =
        new PixelReader() {
          @Override
          public Pixels read(Sample sample) {
            return picture(kind, Integer.parseInt(sample.attributes().get("number")));
          }

          @Override
          public Optional<Pixels> mask(Sample sample) {
            return Optional.empty();
          }
        };
    return new Dataset(
        "bench",
        "bench " + kind,
        new Labels(List.of("no", "yes"), 1),
        samples,
        List.of(),
        List.of(),
        pixels);
  }

  private static byte[] number(Kind kind, int i) {
    return java.nio.ByteBuffer.allocate(16)
        .putLong(new Seed(i).derive("id " + kind).value())
        .putInt(kind.ordinal())
        .putInt(i)
        .array();
  }

  private static Pixels picture(Kind kind, int i) {
    return switch (kind) {
      case HEADS ->
          i % COPY_EVERY == COPY_EVERY - 1
              ? copy(head(new Seed(i - COPY_EVERY / 2), new Seed(i - COPY_EVERY / 2)))
              : head(new Seed(i), new Seed(i));
      case EQUAL -> head(new Seed(1), new Seed(i));
      case COLLIDING -> pattern(new Seed(i));
    };
  }

  /** A skull, a brain with ventricles and some spots, and noise. */
  private static Pixels head(Seed shape, Seed noise) {
    Draws draws = shape.draws();
    double tall = draws.uniform(0.78, 0.95);
    double wide = draws.uniform(0.62, 0.85);
    double tilt = draws.uniform(-0.15, 0.15);
    double[][] spots = new double[16][];
    for (int s = 0; s < spots.length; s++) {
      spots[s] =
          new double[] {
            draws.uniform(-0.6, 0.6),
            draws.uniform(-0.6, 0.6),
            draws.uniform(0.05, 0.3),
            draws.uniform(0.05, 0.3),
            draws.uniform(-90, 90)
          };
    }
    double ventricle = draws.uniform(0.05, 0.12);
    Draws grain = noise.draws();
    byte[] data = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double px = (2.0 * x + 1 - SIDE) / SIDE;
        double py = (2.0 * y + 1 - SIDE) / SIDE;
        double u = (px + tilt * py) / wide;
        double v = (py - tilt * px) / tall;
        data[y * SIDE + x] =
            (byte) Math.min(255, Math.max(0, value(u, v, ventricle, spots) + grain.below(9)));
      }
    }
    return new Pixels(SIDE, SIDE, 1, data);
  }

  private static double value(double u, double v, double ventricle, double[][] spots) {
    double r = u * u + v * v;
    if (r > 1) {
      return 0;
    }
    if (r > 0.86) {
      return 210;
    }
    double value = 110 + 20 * (1 - r);
    double side = Math.abs(u) - 0.15;
    if (side * side / (ventricle * ventricle) + v * v / 0.09 < 1) {
      value = 40;
    }
    for (double[] spot : spots) {
      double a = (u - spot[0]) / spot[2];
      double b = (v - spot[1]) / spot[3];
      value += a * a + b * b < 1 ? spot[4] : 0;
    }
    return value;
  }

  private static Pixels copy(Pixels original) {
    byte[] data = new byte[original.data().length];
    for (int i = 0; i < data.length; i++) {
      int from = original.data()[i / SIDE * SIDE + SIDE - 1 - i % SIDE] & 0xFF;
      data[i] = (byte) Math.min(255, Math.round(1.1 * from));
    }
    return new Pixels(SIDE, SIDE, 1, data);
  }

  /** Stripes that decide the hash, and fine checks of random signs that it does not see. */
  private static Pixels pattern(Seed seed) {
    Draws draws = seed.draws();
    int cells = SIDE / CHECK / 2;
    int[] signs = new int[cells * cells];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = draws.below(2) * 2 - 1;
    }
    byte[] data = new byte[SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      int y = i / SIDE;
      int x = i % SIDE;
      double wave = 0;
      for (int k = 1; k < 8; k++) {
        wave += Math.cos(Math.PI * k * x / SIDE + k * k) + Math.cos(Math.PI * k * y / SIDE - k);
      }
      int check = (x / CHECK + y / CHECK) % 2 * 2 - 1;
      int sign = signs[y / CHECK / 2 * cells + x / CHECK / 2];
      data[i] = (byte) (128 + 6 * wave + 40 * check * sign);
    }
    return new Pixels(SIDE, SIDE, 1, data);
  }
}
