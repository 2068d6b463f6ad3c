package axial.run.stages;

import axial.data.Augmenter;
import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.job.Settings;
import axial.run.stages.Crew.Chosen;
import java.util.ArrayList;
import java.util.List;

/**
 * The augmenters of a run, one after the other. Each draw comes from the run's seed, the epoch and
 * the sample. Thread-safe.
 */
public final class Augmentation {

  private final List<Chosen<Augmenter>> augmenters;
  private final Seed seed;
  private final Fence fence;

  /**
   * The augmentation of one run.
   *
   * @param seed of the run
   */
  public Augmentation(List<Chosen<Augmenter>> augmenters, long seed, Fence fence) {
    this.augmenters = augmenters;
    this.seed = new Seed(seed).derive("augment");
    this.fence = fence;
  }

  /** What a sample's image becomes in an epoch, from 1 on. */
  public Image image(Image image, Sample sample, int epoch) {
    return vary(Augmenter::augment, image, sample, epoch);
  }

  /** What the mask of that image becomes. */
  public Image mask(Image mask, Sample sample, int epoch) {
    return vary(Augmenter::augmentMask, mask, sample, epoch);
  }

  private interface Variation {
    Image of(Augmenter augmenter, Image image, Settings settings, Seed seed);
  }

  private Image vary(Variation variation, Image image, Sample sample, int epoch) {
    Seed own = seed.derive(epoch).derive(sample.id());
    Image varied = image;
    for (int a = 0; a < augmenters.size(); a++) {
      varied = vary(variation, augmenters.get(a), varied, own.derive(a));
    }
    return varied;
  }

  private Image vary(Variation variation, Chosen<Augmenter> chosen, Image image, Seed own) {
    Augmenter augmenter = chosen.extension();
    Image varied =
        fence.call(
            Augmenter.class,
            augmenter,
            () -> variation.of(augmenter, image, chosen.settings(), own));
    if (!varied.shape().equals(image.shape())) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "The augmenter \"%s\" made an image of %s out of one of %s."
              .formatted(augmenter.id(), varied.shape(), image.shape()),
          "Update or remove its bundle, or leave it out with --set run.augmenters=none.");
    }
    return varied;
  }

  /** What its augmenters have to say about such classes, one sentence each. */
  public List<String> cautions(Labels labels) {
    List<String> all = new ArrayList<>();
    for (Chosen<Augmenter> chosen : augmenters) {
      Augmenter augmenter = chosen.extension();
      all.addAll(
          fence.call(
              Augmenter.class, augmenter, () -> augmenter.cautions(chosen.settings(), labels)));
    }
    return all;
  }
}
