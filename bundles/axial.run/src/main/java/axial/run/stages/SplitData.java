package axial.run.stages;

import axial.data.Augmenter;
import axial.data.HoldOuts;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.run.stages.Crew.Chosen;
import axial.train.TrainingData;
import java.util.List;

/** The training and validation part as the trainer sees them. */
final class SplitData implements TrainingData {

  private final Labels labels;
  private final Split split;
  private final ImageStore.Images images;
  private final List<Chosen<Augmenter>> augmenters;
  private final Seed seed;
  private final Fence fence;

  /** Refuses frozen images, whatever the splitter did. */
  SplitData(
      Labels labels,
      Split split,
      ImageStore.Images images,
      List<Chosen<Augmenter>> augmenters,
      Seed seed,
      Fence fence,
      HoldOuts holdOuts) {
    holdOuts.requireFree(split.train());
    holdOuts.requireFree(split.validation());
    this.labels = labels;
    this.split = split;
    this.images = images;
    this.augmenters = augmenters;
    this.seed = seed;
    this.fence = fence;
  }

  @Override
  public Labels labels() {
    return labels;
  }

  @Override
  public int trainSize() {
    return split.train().size();
  }

  @Override
  public int trainLabel(int index) {
    return split.train().get(index).label();
  }

  @Override
  public Image trainImage(int index, int epoch) {
    Sample sample = split.train().get(index);
    Image image = images.image(sample);
    Seed own = seed.derive(epoch).derive(sample.id());
    for (int a = 0; a < augmenters.size(); a++) {
      image = vary(augmenters.get(a), image, own.derive(a));
    }
    return image;
  }

  private Image vary(Chosen<Augmenter> chosen, Image image, Seed own) {
    Augmenter augmenter = chosen.extension();
    Image varied =
        fence.call(
            Augmenter.class, augmenter, () -> augmenter.augment(image, chosen.settings(), own));
    if (!varied.shape().equals(image.shape())) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "The augmenter \"%s\" made an image of %s out of one of %s."
              .formatted(augmenter.id(), varied.shape(), image.shape()),
          "Update or remove its bundle, or leave it out with --set run.augmenters=none.");
    }
    return varied;
  }

  @Override
  public int validationSize() {
    return split.validation().size();
  }

  @Override
  public int validationLabel(int index) {
    return split.validation().get(index).label();
  }

  @Override
  public Image validationImage(int index) {
    return images.image(split.validation().get(index));
  }
}
