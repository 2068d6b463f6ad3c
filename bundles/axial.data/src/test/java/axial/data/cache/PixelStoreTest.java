package axial.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.image.BilinearLoader;
import axial.data.phantom.PhantomSource;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelStoreTest {

  private static final Shape SHAPE = new Shape(32, 30, 3);
  private static final long AMPLE = 1L << 30;
  private static final BilinearLoader LOADER = new BilinearLoader();

  @TempDir Path folder;
  private final Gradients gradients = new Gradients(20, 1);

  private PixelStore store(long most) {
    return new PixelStore(folder, most, LOADER, UnaryOperator.identity());
  }

  private PixelStore store() {
    return store(AMPLE);
  }

  private void assertRight(ImageStore.Images images) {
    assertRight(images, gradients, SHAPE);
  }

  /** Every image has the very bits that it has without a store. */
  private static void assertRight(ImageStore.Images images, Gradients of, Shape shape) {
    for (Sample sample : of.samples()) {
      Image expected = LOADER.toImage(of.picture(sample), shape);
      assertThat(images.image(sample).values()).isEqualTo(expected.values());
      assertThat(images.image(sample).shape()).isEqualTo(shape);
    }
  }

  private List<Path> files(String ending) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private void fill() {
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
      assertThat(images.note()).isEmpty();
    }
    assertThat(gradients.reads()).isEqualTo(20);
  }

  @Test
  void eachImageIsReadOnceWhateverTheNumberOfEpochsAndRuns() {
    fill();
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
    }
    assertThat(gradients.reads()).isZero();
  }

  @Test
  void greyAndColouredImagesOfEachShapeAreTheSameBitByBit() {
    for (Shape shape : List.of(new Shape(40, 7, 1), new Shape(1, 1, 3), SHAPE)) {
      for (int run = 0; run < 2; run++) {
        try (ImageStore.Images images = store().open(gradients.dataset(), shape)) {
          assertRight(images, gradients, shape);
        }
      }
    }
    assertThat(gradients.reads()).isEqualTo(60);
  }

  @Test
  void computedPicturesAreKeptAsFilesAre() {
    PhantomSource source = new PhantomSource();
    Settings small = Settings.of("phantom", source.settings(), Map.of("patients", "6"));
    Dataset phantoms = source.open("phantom", small, Progress.none());
    Sample first = phantoms.samples().get(0);
    float[] expected = LOADER.toImage(phantoms.pixels().read(first), SHAPE).values();
    for (int run = 0; run < 2; run++) {
      try (ImageStore.Images images = store().open(phantoms, SHAPE)) {
        assertThat(images.image(first).values()).isEqualTo(expected);
      }
    }
    assertThat(store().usage().bytes()).isEqualTo(SHAPE.size() + Entry.BYTES);
  }

  @Test
  void eightThreadsGetWhatOneGets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      List<Future<?>> pending = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        pending.add(threads.submit(() -> assertRight(images)));
      }
      for (Future<?> one : pending) {
        one.get();
      }
      assertThat(images.note()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
    gradients.reads();
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
    }
    assertThat(gradients.reads()).isZero();
  }

  @Test
  void anInterruptedThreadStopsNobody() {
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      Thread.currentThread().interrupt();
      assertRight(images);
      assertThat(Thread.interrupted()).isTrue();
      assertRight(images);
      assertThat(images.note()).isEmpty();
    }
  }

  @Test
  void damagedBytesAreReadAnewAndKeptAgain() throws IOException {
    fill();
    for (String ending : List.of(Segment.PIXELS, Segment.IDS)) {
      try (RandomAccessFile file = new RandomAccessFile(files(ending).get(0).toFile(), "rw")) {
        for (long at = 3; at < file.length(); at += file.length() / 3) {
          file.seek(at);
          int before = file.read();
          file.seek(at);
          file.write(before ^ 0x10);
        }
      }
    }
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
    }
    assertThat(gradients.reads()).isBetween(3, 6);
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
    }
    assertThat(gradients.reads()).isZero();
  }

  @Test
  void filesOfAnyLengthAreReadAsFarAsTheyGo() throws IOException {
    fill();
    for (String ending : List.of(Segment.PIXELS, Segment.IDS)) {
      for (int part = 4; part >= 0; part--) {
        Path file =
            files(ending).stream()
                .max(Comparator.comparingLong(f -> f.toFile().length()))
                .orElseThrow();
        cut(file, Files.size(file) * part / 5 + part);
        try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
          assertRight(images);
        }
      }
    }
    Files.write(files(Segment.IDS).get(0), new byte[1_000_000]);
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
    }
  }

  @Test
  void filesThatAreCutWhileTheyAreReadCostNothingButTime() throws IOException {
    fill();
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
      cut(files(Segment.PIXELS).get(0), 5L * SHAPE.size() + 1);
      assertRight(images);
      assertThat(gradients.reads()).isEqualTo(15);
      assertRight(images);
      assertThat(gradients.reads()).isZero();
    }
  }

  @Test
  void deletingEverythingWhileItIsUsedIsSafe() throws IOException {
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      for (int time = 0; time < 3; time++) {
        assertRight(images);
        assertThat(gradients.reads()).isEqualTo(20);
        assertRight(images);
        assertThat(gradients.reads()).isZero();
        assertThat(store().usage().bytes()).isEqualTo(20L * (SHAPE.size() + Entry.BYTES));
        deleteAll();
        assertThat(store().usage().bytes()).isZero();
      }
      assertThat(images.note()).isEmpty();
    }
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(length);
    }
  }

  /** A file system that has room for so many bytes. */
  private static UnaryOperator<OutputStream> disk(long room) {
    long[] left = {room};
    return file ->
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            int fits = (int) Math.min(count, left[0]);
            file.write(bytes, from, fits);
            left[0] -= fits;
            if (fits < count) {
              throw new IOException("No space left on device");
            }
          }

          @Override
          public void close() throws IOException {
            file.close();
          }
        };
  }

  @Test
  void aFullDiskIsToldAndImagesAreReadAnew() {
    for (long room : new long[] {0, 100, 7L * SHAPE.size() + 3 * Entry.BYTES + 17}) {
      PixelStore full = new PixelStore(folder, AMPLE, LOADER, disk(room));
      try (ImageStore.Images images = full.open(gradients.dataset(), SHAPE)) {
        assertRight(images);
        assertThat(images.note())
            .hasValueSatisfying(
                note ->
                    assertThat(note)
                        .contains("No space left on device", folder.toString(), "make room"));
        assertRight(images);
      }
    }
    gradients.reads();
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertRight(images);
      assertThat(images.note()).isEmpty();
    }
    assertThat(gradients.reads()).isLessThan(20);
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "here first");
    PixelStore store =
        new PixelStore(file.resolve("pixels"), AMPLE, LOADER, UnaryOperator.identity());
    try (ImageStore.Images images = store.open(gradients.dataset(), SHAPE)) {
      assertRight(images);
      assertThat(images.note()).hasValueSatisfying(n -> assertThat(n).contains("cannot be kept"));
    }
    assertThat(file).hasContent("here first");
  }

  @Test
  void itStaysWithinItsSizeAndSaysSo() {
    long most = 5L * (SHAPE.size() + Entry.BYTES) + 10;
    try (ImageStore.Images images = store(most).open(gradients.dataset(), SHAPE)) {
      assertRight(images);
      assertThat(images.note())
          .hasValueSatisfying(n -> assertThat(n).contains("has reached its size"));
    }
    assertThat(store().usage().bytes()).isEqualTo(most - 10);
  }

  @Test
  void whatWasLongestNotInUseMakesRoom() throws IOException {
    long one = SHAPE.size() + Entry.BYTES;
    long most = 25 * one;
    Gradients others = new Gradients(5, 2);
    Gradients newest = new Gradients(10, 3);
    try (ImageStore.Images images = store(most).open(others.dataset(), SHAPE)) {
      assertRight(images, others, SHAPE);
    }
    backdate();
    try (ImageStore.Images images = store(most).open(gradients.dataset(), SHAPE)) {
      assertRight(images);
      assertThat(images.note()).isEmpty();
    }
    try (ImageStore.Images images = store(most).open(gradients.dataset(), SHAPE)) {
      assertThat(images.note()).isEmpty();
    }
    assertThat(store(most).usage().bytes()).isEqualTo(most);
    gradients.reads();
    others.reads();
    backdate();
    try (ImageStore.Images used = store(most).open(others.dataset(), SHAPE)) {
      assertRight(used, others, SHAPE);
    }
    assertThat(others.reads()).isZero();
    try (ImageStore.Images images = store(most).open(newest.dataset(), SHAPE)) {
      assertRight(images, newest, SHAPE);
      assertThat(images.note()).isEmpty();
    }
    assertThat(store(most).usage().bytes()).isEqualTo(15 * one);
    try (ImageStore.Images used = store(most).open(others.dataset(), SHAPE)) {
      assertRight(used, others, SHAPE);
    }
    assertThat(others.reads()).isZero();
  }

  private void backdate() throws IOException {
    for (Path file : files("s")) {
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
    }
    for (Path file : files("x")) {
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
    }
  }

  @Test
  void aSizeOfNothingKeepsNothing() throws IOException {
    try (ImageStore.Images images = store(0).open(gradients.dataset(), SHAPE)) {
      assertRight(images);
    }
    assertThat(files("")).containsExactly(folder);
    assertThat(store(0).usage()).isEqualTo(new ImageStore.Usage(folder, 0, 0));
  }

  @Test
  void theSizeIsGivenInMebibytes() {
    assertThat(PixelStore.bytes("3")).isEqualTo(3 << 20);
    assertThat(PixelStore.bytes("0")).isZero();
    for (String none : new String[] {null, "", "-1", "lots", "1e9", "9999999999999"}) {
      assertThat(PixelStore.bytes(none)).isEqualTo(10_240L << 20);
    }
  }

  @Test
  void aPictureThatChangedSinceTheDataWasOpenedIsAProblemAndNeverKept() {
    Sample changed = gradients.samples().get(3);
    gradients.change(changed);
    try (ImageStore.Images images = store().open(gradients.dataset(), SHAPE)) {
      assertThatThrownBy(() -> images.image(changed))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INPUT))
          .hasMessageContaining("p3 has changed");
    }
    assertThat(store().usage().bytes()).isZero();
  }

  @Test
  void aSampleWhoseIdIsNoContentIdIsNotKept() {
    Sample real = gradients.samples().get(0);
    Sample odd = new Sample("short", real.source(), 0, "g", Map.of());
    try (ImageStore.Images images = store().open(gradients.dataset(List.of(odd)), SHAPE)) {
      assertThat(images.image(odd).values())
          .isEqualTo(LOADER.toImage(gradients.picture(real), SHAPE).values());
    }
    assertThat(store().usage().bytes()).isZero();
  }

  /** A loader whose values are no whole levels of 8 bits. */
  private record Finer(String version, float factor) implements ImageLoader {
    @Override
    public Pixels decode(Path file) {
      return LOADER.decode(file);
    }

    @Override
    public Image toImage(Pixels pixels, Shape shape) {
      float[] values = LOADER.toImage(pixels, shape).values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
      return new Image(shape, values);
    }
  }

  @Test
  void imagesThatEightBitsDoNotHoldAreNotKept() {
    Finer finer = new Finer("finer", 0.999f);
    PixelStore store = new PixelStore(folder, AMPLE, finer, UnaryOperator.identity());
    for (int run = 0; run < 2; run++) {
      try (ImageStore.Images images = store.open(gradients.dataset(), SHAPE)) {
        Sample sample = gradients.samples().get(0);
        assertThat(images.image(sample).values())
            .isEqualTo(finer.toImage(gradients.picture(sample), SHAPE).values());
      }
    }
    assertThat(store.usage().bytes()).isZero();
  }

  @Test
  void anotherVersionOfTheLoaderTakesNothingOver() {
    fill();
    ImageLoader dark = new Finer("dark", 0);
    PixelStore store = new PixelStore(folder, AMPLE, dark, UnaryOperator.identity());
    try (ImageStore.Images images = store.open(gradients.dataset(), SHAPE)) {
      assertThat(images.image(gradients.samples().get(0)).values()).containsOnly(0f);
    }
  }

  @Test
  void imagesStayGoodAfterTheStoreWasClosed() {
    ImageStore.Images images = store().open(gradients.dataset(), SHAPE);
    Image before = images.image(gradients.samples().get(0));
    images.close();
    assertThat(before.values())
        .isEqualTo(LOADER.toImage(gradients.picture(gradients.samples().get(0)), SHAPE).values());
    assertRight(images);
  }

  private Process process(int count, long seed) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            classes,
            PixelStoreProcess.class.getName(),
            folder.toString(),
            Integer.toString(count),
            Long.toString(seed))
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.add(line);
      if (line.equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("The process ended early: " + seen);
  }

  @Test
  void aProcessThatIsKilledWhileItWritesLeavesNothingWrong() throws Exception {
    Gradients many = new Gradients(1500, 9);
    Process process = process(1500, 9);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      awaitLine(lines, "200");
      process.destroyForcibly().waitFor();
    }
    try (ImageStore.Images images = store().open(many.dataset(), new Shape(64, 64, 3))) {
      assertRight(images, many, new Shape(64, 64, 3));
    }
    assertThat(many.reads()).isLessThanOrEqualTo(1300);
  }

  @Test
  void twoProcessesAtOnceDoNotDisturbEachOther() throws Exception {
    Gradients shared = new Gradients(400, 11);
    Shape shape = new Shape(64, 64, 3);
    Process first = process(400, 11);
    Process second = process(400, 11);
    try (BufferedReader one =
            new BufferedReader(
                new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8));
        BufferedReader two =
            new BufferedReader(
                new InputStreamReader(second.getInputStream(), StandardCharsets.UTF_8));
        ImageStore.Images images = store().open(shared.dataset(), shape)) {
      awaitLine(one, "1");
      awaitLine(two, "1");
      assertRight(images, shared, shape);
      awaitLine(one, "400");
      awaitLine(two, "400");
      assertThat(first.waitFor() + second.waitFor()).isZero();
    }
    shared.reads();
    try (ImageStore.Images images = store().open(shared.dataset(), shape)) {
      assertRight(images, shared, shape);
    }
    assertThat(shared.reads()).isZero();
  }
}
