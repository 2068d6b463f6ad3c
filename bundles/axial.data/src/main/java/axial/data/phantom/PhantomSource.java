package axial.data.phantom;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.curation.EditsSetting;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Component;

/**
 * Computed slices in three planes and three contrasts, with and without a tumour, in groups by
 * patient, with planted duplicates. The same seed gives the same bytes on every machine.
 */
@Component
public final class PhantomSource implements DatasetSource {

  private static final Labels LABELS = new Labels(List.of("no tumour", "tumour"), 1);

  @Override
  public String id() {
    return "phantom";
  }

  @Override
  public String description() {
    return "Computed brain-like slices with and without a tumour; needs no files.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Whole("patients", 96, 6, 100_000, "How many patients."),
        new Setting.Whole("slices", 3, 1, 100, "How many slices of each patient."),
        new Setting.Real("ill", 0.5, 0.05, 0.95, "Share of the patients that have a tumour."),
        new Setting.Whole("exact-duplicates", 12, 0, 10_000, "Planted copies of equal pixels."),
        new Setting.Whole("near-duplicates", 6, 0, 10_000, "Planted copies, brighter and shifted."),
        new Setting.Whole("seed", 2020, 0, Long.MAX_VALUE, "Decides every pixel."),
        EditsSetting.SETTING);
  }

  @Override
  public boolean accepts(String address) {
    return address.equals("phantom");
  }

  /** None: phantoms are drawn anew from their settings. */
  @Override
  public Map<String, Path> files(String address, List<Sample> samples) {
    return Map.of();
  }

  @Override
  public Dataset open(String address, Settings settings, Progress progress) {
    Seed seed = new Seed(Long.parseLong(settings.text("seed")));
    Map<String, Drawing> drawings = new TreeMap<>();
    List<Drawing> originals = new ArrayList<>();
    int patients = settings.whole("patients");
    Set<Integer> ill = ill(seed.derive("ill"), patients, settings.real("ill"));
    for (int p = 0; p < patients; p++) {
      for (int s = 0; s < settings.whole("slices"); s++) {
        Drawing drawing = Drawing.of(seed, p, s, ill.contains(p));
        drawings.put(drawing.source(), drawing);
        originals.add(drawing);
      }
    }
    plant(drawings, originals, settings, seed.derive("copies").draws());
    AtomicInteger done = new AtomicInteger();
    List<Sample> samples =
        drawings.values().parallelStream()
            .map(
                drawing -> {
                  progress.checkCancelled(); // on threads that others share
                  Sample sample = drawing.sample();
                  progress.at("Drawing phantoms", done.incrementAndGet(), drawings.size());
                  return sample;
                })
            .sorted(Comparator.comparing(Sample::source))
            .toList();
    return EditsSetting.apply(
        new Dataset(
            "phantoms",
            address,
            LABELS,
            samples,
            List.of(),
            List.of("These slices are computed; they show no person."),
            new Reader(Map.copyOf(drawings))),
        settings);
  }

  /** The wanted share of the patients at random, one at least and never all. */
  private static Set<Integer> ill(Seed seed, int patients, double share) {
    List<Integer> order = new ArrayList<>();
    for (int p = 0; p < patients; p++) {
      order.add(p);
    }
    seed.draws().shuffle(order);
    int ill = (int) Math.round(patients * share);
    return Set.copyOf(order.subList(0, Math.min(Math.max(ill, 1), patients - 1)));
  }

  /** Takes originals in random order, each once before any is taken again. */
  private static void plant(
      Map<String, Drawing> drawings, List<Drawing> originals, Settings settings, Draws draws) {
    draws.shuffle(originals);
    int exact = settings.whole("exact-duplicates");
    int near = settings.whole("near-duplicates");
    for (int i = 0; i < exact + near; i++) {
      boolean same = i < exact;
      String source =
          String.format(Locale.ROOT, "copies/%s-%04d.png", same ? "exact" : "near", i + 1);
      int changes = same ? 0 : 1 + (i - exact) / originals.size();
      drawings.put(source, originals.get(i % originals.size()).copy(source, changes));
    }
  }

  /** Draws slices anew at each call. */
  private record Reader(Map<String, Drawing> drawings) implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      return drawing(sample).picture();
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.of(drawing(sample).mask());
    }

    private Drawing drawing(Sample sample) {
      Drawing drawing = drawings.get(sample.source());
      if (drawing == null) {
        throw new IllegalArgumentException("There is no phantom " + sample.source());
      }
      return drawing;
    }
  }
}
