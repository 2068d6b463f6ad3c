package axial.dedup;

import axial.data.Dataset;
import axial.data.DuplicateFinder;
import axial.data.Duplicates;
import axial.dedup.index.KeptLooks;
import axial.dedup.search.Alike;
import axial.dedup.search.Limits;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds pictures that are the same though their pixels differ, and pictures that may be neighbours
 * in one series. Candidates by a perceptual hash are compared by their pixels.
 */
@Component
public final class NearDuplicates implements DuplicateFinder {

  private final KeptLooks looks;

  /** A finder that keeps what it computes of each picture there. */
  @Activate
  public NearDuplicates(@Reference KeptLooks looks) {
    this.looks = looks;
  }

  @Override
  public String id() {
    return "near";
  }

  @Override
  public String description() {
    return "Pictures that are equal, or the same picture re-encoded, resized, brightened, bordered,"
        + " mirrored or turned; neighbours in a series are reported apart.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Choice(
            "hash",
            "phash",
            List.of("phash", "dhash"),
            "Which perceptual hash proposes pairs to be compared."),
        new Setting.Whole(
            "distance",
            7,
            0,
            11,
            "How many of the 64 bits of the hash may differ; from 8 on the search takes several"
                + " times as long."),
        new Setting.Real(
            "near",
            0.04,
            0,
            0.2,
            "Share of the contrast that may differ, after fitting brightness, contrast, shift and"
                + " stretch, where two pictures are the same."),
        new Setting.Real(
            "series",
            0.3,
            0,
            0.5,
            "The same share where two upright pictures may be neighbours in one series; 0 reports"
                + " none."));
  }

  @Override
  public Duplicates find(Dataset dataset, Settings settings, Progress progress) {
    return Alike.in(
        dataset,
        new Limits(
            settings.text("hash"),
            settings.whole("distance"),
            settings.real("near"),
            settings.real("series")),
        looks,
        progress);
  }
}
