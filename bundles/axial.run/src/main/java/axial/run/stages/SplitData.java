package axial.run.stages;

import axial.data.HoldOuts;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.train.TrainingData;

/** The training and validation part as the trainer sees them. */
final class SplitData implements TrainingData {

  private final Labels labels;
  private final Split split;
  private final ImageStore.Images images;
  private final Augmentation augmentation;
  private final Standardization standardization;

  /** Refuses frozen images, whatever the splitter did. */
  SplitData(
      Labels labels,
      Split split,
      ImageStore.Images images,
      Augmentation augmentation,
      Standardization standardization,
      HoldOuts holdOuts) {
    holdOuts.requireFree(split.train());
    holdOuts.requireFree(split.validation());
    this.labels = labels;
    this.split = split;
    this.images = images;
    this.augmentation = augmentation;
    this.standardization = standardization;
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
    return standardization.apply(augmentation.image(images.image(sample), sample, epoch));
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
    return standardization.apply(images.image(split.validation().get(index)));
  }
}
