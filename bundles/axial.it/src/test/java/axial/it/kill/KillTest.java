package axial.it.kill;

import static org.assertj.core.api.Assertions.assertThat;

import axial.it.LabBundle;
import axial.model.ModelFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Axial is killed at random points while it installs or updates an extension and the library that
 * it needs. Started again, it has the old set or the new one, whole, and goes on from there.
 */
class KillTest {

  private static final int TIMES = 25;
  private static final double LONGEST = 1.2;
  private static final int PADDING = 3_000_000;

  private static final List<String> NONE = List.of();
  private static final List<String> FIRST = set("1.0.0");
  private static final List<String> SECOND = set("1.1.0");
  private static final String INSTALL_FIRST = "install=lab.wired@1.0.0";
  private static final String INSTALL_SECOND = "install=lab.wired@1.1.0";

  @TempDir static Path temp;

  private static Path bundles;
  private static Path catalog;

  private enum Hit {
    BEFORE,
    FETCHING,
    FETCHED,
    LOCKED,
    AFTER
  }

  private static List<String> set(String version) {
    return List.of(
        "has lab.library " + version + " ACTIVE ",
        "has lab.wired " + version + " ACTIVE ",
        "serves answers " + version);
  }

  @BeforeAll
  static void publish() throws Exception {
    bundles = KilledAxial.bundles(temp.resolve("bundles"));
    catalog = temp.resolve("catalog");
    Path key = temp.resolve("lab.key");
    List<String> steps = new ArrayList<>(List.of("key=" + key));
    for (String version : List.of("1.0.0", "1.1.0")) {
      Path library = padded(LabBundle.library(temp, version, 4));
      for (Path jar : List.of(library, wired(version, library))) {
        steps.add("publish=" + jar + "|" + catalog + "|" + key);
      }
    }
    steps.add("stay");
    try (KilledAxial axial = KilledAxial.start(bundles, temp.resolve("publisher"), steps)) {
      for (int i = 0; i < 4; i++) {
        axial.to("done publish");
      }
    }
  }

  /** Large enough that it is not written in one go. */
  private static Path padded(Path jar) throws IOException {
    byte[] padding = new byte[PADDING];
    new Random(1).nextBytes(padding);
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.write(zip.getPath("padding"), padding);
    }
    return jar;
  }

  private static Path wired(String version, Path library) throws IOException {
    String range = version.equals("1.0.0") ? "[1.0,1.1)" : "[1.1,1.2)";
    return LabBundle.build(
        temp,
        "Wired",
        version,
        ModelFactory.class,
        LabBundle.imports() + ",lablib;version=\"" + range + "\"",
        """
        public String id() { return "lab-wired"; }
        public String description() { return "answers %s"; }
        public List<Setting> settings() { return List.of(); }
        public Network network(Shape input, int classes, Settings settings) {
          return new Network("lab-wired", input, List.of(new Layer.Flatten(),
              new Layer.Dense(lablib.Library.answer(), Activation.RELU),
              new Layer.Dense(1, Activation.SIGMOID)),
              Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
        }
        """
            .formatted(version),
        System.getProperty("java.class.path") + File.pathSeparator + library,
        List.of());
  }

  /** One workspace whose Axial is killed again and again. */
  private static final class Victim {
    private final Path workspace;
    private final List<String> steps;
    private final List<String> old;
    private final List<String> wanted;
    private final Random random;
    private final Map<Hit, Integer> hits = new EnumMap<>(Hit.class);
    private long usual;

    /**
     * A new workspace.
     *
     * @param there and back to the old set, then the change that is killed
     */
    Victim(String name, long seed, String back, String there, List<String> old, List<String> now) {
      workspace = temp.resolve(name);
      random = new Random(seed);
      steps = List.of("look", there, "look", back, "clear", "look", "begin", there, "look", "stay");
      this.old = old;
      wanted = now;
    }

    void begin() throws Exception {
      List<String> first = List.of("add=" + catalog, steps.get(3), "stay");
      try (KilledAxial axial = KilledAxial.start(bundles, workspace, first)) {
        axial.to("done " + steps.get(3).split("=")[0]);
      }
      try (KilledAxial axial = KilledAxial.start(bundles, workspace, steps)) {
        axial.to("begin");
        axial.to("done look");
        usual = axial.nanos("install");
      }
    }

    /** Kills at any point, or at one of the last, where the steps are shorter. */
    void killAndLookAgain(boolean late) throws Exception {
      String before = Files.readString(lock());
      try (KilledAxial axial = KilledAxial.start(bundles, workspace, steps)) {
        List<String> found = axial.to("done look");
        assertThat(without(without(found, "kept "), "left ")).isIn(List.of(old, wanted));
        axial.to("done install");
        assertThat(without(without(axial.to("done look"), "kept "), "at ")).isEqualTo(wanted);
        axial.to("done clear");
        assertThat(axial.to("done look")).isEqualTo(old);
        axial.to("begin");
        before = Files.readString(lock());
        if (late) {
          axial.to("at Fetching lab.wired");
        }
        axial.kill((long) (random.nextDouble() * LONGEST * usual));
        hits.merge(hit(axial, before), 1, Integer::sum);
      }
    }

    private static List<String> without(List<String> lines, String but) {
      return lines.stream().filter(line -> !line.startsWith(but)).sorted().toList();
    }

    private Path lock() {
      return workspace.resolve("extensions/extensions.lock");
    }

    private Hit hit(KilledAxial axial, String before) throws IOException {
      if (axial.hasDone("install")) {
        usual = axial.nanos("install");
        return Hit.AFTER;
      }
      if (!Files.readString(lock()).equals(before)) {
        return Hit.LOCKED;
      }
      int there = old.isEmpty() ? 0 : 2;
      try (Stream<Path> files = Files.list(workspace.resolve("extensions/store"))) {
        List<Path> store = files.toList();
        long whole = store.stream().filter(f -> f.toString().endsWith(".jar")).count();
        return store.size() == there ? Hit.BEFORE : whole < there + 2 ? Hit.FETCHING : Hit.FETCHED;
      }
    }

    private int hits(Hit hit) {
      return hits.getOrDefault(hit, 0);
    }

    void run() throws Exception {
      begin();
      for (int i = 0; i < TIMES; i++) {
        killAndLookAgain(i % 2 == 1);
      }
      System.out.println(workspace.getFileName() + " was killed " + hits + " of " + usual + " ns");
      assertThat(hits(Hit.FETCHING) + hits(Hit.FETCHED) + hits(Hit.LOCKED))
          .as("killed in the middle: %s", hits)
          .isGreaterThanOrEqualTo(TIMES / 4);
    }
  }

  @Test
  void killedWhileItInstallsItHasNothingOrAll() throws Exception {
    new Victim("install", 7, "empty", INSTALL_FIRST, NONE, FIRST).run();
  }

  @Test
  void killedWhileItUpdatesItHasTheOldSetOrTheNewOne() throws Exception {
    new Victim("update", 11, INSTALL_FIRST, INSTALL_SECOND, FIRST, SECOND).run();
  }
}
