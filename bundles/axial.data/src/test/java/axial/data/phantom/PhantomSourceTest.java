package axial.data.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhantomSourceTest {

  private static final PhantomSource SOURCE = new PhantomSource();
  private static final Dataset DEFAULT = open();

  private static Dataset open(String... settings) {
    Map<String, String> chosen = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      chosen.put(settings[i], settings[i + 1]);
    }
    return SOURCE.open(
        "phantom", Settings.of("phantom", SOURCE.settings(), chosen), Progress.none());
  }

  @Test
  void theSameSeedGivesTheSameBytesOnEveryMachine() {
    Dataset dataset = open("patients", "6", "exact-duplicates", "0", "near-duplicates", "0");
    assertThat(dataset.samples()).hasSize(18);
    assertThat(dataset.samples().get(0).id())
        .isEqualTo("487e584216894ce222c9adc6ac084cc8a43b535b5eb48b01cdb261024207f422");
    assertThat(dataset.samples().get(17).id())
        .isEqualTo("ea1760672aaf72b65147ea4ef3921aecf5da218a61871dbd8f153dac4559e0d4");
    assertThat(dataset.samples())
        .allMatch(s -> dataset.pixels().read(s).contentId().equals(s.id()));
    assertThat(open("patients", "6", "seed", "7").samples().get(0).id())
        .isNotEqualTo(dataset.samples().get(0).id());
  }

  @Test
  void aLocaleChangesNoName() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(open("patients", "6").samples())
          .allMatch(s -> s.source().matches("[\\x21-\\x7e]+"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyPlaneAndContrastIsThereInBothClasses() {
    Map<String, Long> kinds =
        DEFAULT.samples().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.attributes().get("plane") + s.attributes().get("weighting") + s.label(),
                    Collectors.counting()));
    assertThat(kinds).hasSize(18);
    assertThat(kinds.values()).allMatch(count -> count >= 3);
  }

  @Test
  void plantedCopiesAreExactOrNearAndStayWithTheirPatient() {
    Dataset dataset = DEFAULT;
    Map<String, List<Sample>> byId =
        dataset.samples().stream().collect(Collectors.groupingBy(Sample::id));
    List<List<Sample>> twins = byId.values().stream().filter(s -> s.size() > 1).toList();
    assertThat(dataset.samples()).hasSize(96 * 3 + 18);
    assertThat(twins).hasSize(12);
    for (List<Sample> group : twins) {
      assertThat(group.stream().map(Sample::group).distinct()).hasSize(1);
      assertThat(group.stream().map(Sample::label).distinct()).hasSize(1);
    }
    assertThat(dataset.samples()).filteredOn(s -> s.source().startsWith("copies/near")).hasSize(6);
  }

  @Test
  void theMaskCoversATumourAndNothingElse() {
    Dataset dataset = open("patients", "12");
    for (Sample sample : dataset.samples()) {
      Pixels picture = dataset.pixels().read(sample);
      Pixels mask = dataset.pixels().mask(sample).orElseThrow();
      assertThat(mask.width()).isEqualTo(picture.width());
      assertThat(mask.height()).isEqualTo(picture.height());
      int inside = 0;
      for (byte value : mask.data()) {
        inside += value != 0 ? 1 : 0;
      }
      double share = inside / (double) mask.data().length;
      if (sample.label() == 0) {
        assertThat(share).isZero();
      } else {
        assertThat(share).isBetween(0.005, 0.15);
      }
    }
  }

  @Test
  void neitherMeanBrightnessNorSizeTellsTheClasses() {
    Dataset dataset = DEFAULT;
    assertThat(bestAccuracy(dataset, dataset.samples(), PhantomSourceTest::mean)).isLessThan(0.62);
    assertThat(bestAccuracy(dataset, dataset.samples(), PhantomSourceTest::size)).isLessThan(0.62);
  }

  @Test
  void withinOneContrastAFixedLocalStatisticTellsTheClasses() {
    Dataset dataset = DEFAULT;
    for (Weighting weighting : Weighting.values()) {
      List<Sample> samples =
          dataset.samples().stream()
              .filter(s -> weighting.name().equals(s.attributes().get("weighting")))
              .toList();
      assertThat(bestAccuracy(dataset, samples, PhantomSourceTest::localContrast))
          .as(weighting.name())
          .isGreaterThan(0.85);
    }
  }

  @Test
  void cancelEndsTheDrawing() {
    assertThatThrownBy(
            () ->
                SOURCE.open(
                    "phantom",
                    Settings.defaults("phantom", SOURCE.settings()),
                    Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }

  private static double mean(Pixels pixels) {
    double sum = 0;
    for (byte value : pixels.data()) {
      sum += value & 0xFF;
    }
    return sum / pixels.data().length;
  }

  private static double size(Pixels pixels) {
    return pixels.width() * (double) pixels.height();
  }

  /** The brightest mean of a small square in the middle of the picture, over the median there. */
  private static double localContrast(Pixels pixels) {
    double best = 0;
    List<Integer> middle = new ArrayList<>();
    for (int y = pixels.height() / 4; y < pixels.height() * 3 / 4; y += 2) {
      for (int x = pixels.width() / 4; x < pixels.width() * 3 / 4; x += 2) {
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
          sum += pixels.at(y + i / SIDE, x + i % SIDE, 0);
        }
        best = Math.max(best, sum / (SIDE * SIDE));
        middle.add(pixels.at(y, x, 0));
      }
    }
    middle.sort(Comparator.naturalOrder());
    return best / middle.get(middle.size() / 2);
  }

  private static final int SIDE = 4;

  /** Balanced accuracy of the best threshold on a number, in whichever direction is better. */
  private static double bestAccuracy(
      Dataset dataset, List<Sample> samples, ToDoubleFunction<Pixels> number) {
    List<double[]> rows = new ArrayList<>();
    for (Sample sample : samples) {
      rows.add(new double[] {number.applyAsDouble(dataset.pixels().read(sample)), sample.label()});
    }
    rows.sort(Comparator.comparingDouble(row -> row[0]));
    int[] counts = new int[2];
    samples.forEach(sample -> counts[sample.label()]++);
    double best = 0.5;
    int[] below = new int[2];
    for (int i = 0; i < rows.size(); i++) {
      below[(int) rows.get(i)[1]]++;
      boolean between = i + 1 == rows.size() || rows.get(i + 1)[0] > rows.get(i)[0];
      if (between) {
        double accuracy = 0.5 * below[0] / counts[0] + 0.5 * (counts[1] - below[1]) / counts[1];
        best = Math.max(best, Math.max(accuracy, 1 - accuracy));
      }
    }
    return best;
  }
}
