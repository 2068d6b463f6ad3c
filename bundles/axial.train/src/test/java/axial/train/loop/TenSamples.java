package axial.train.loop;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.train.TrainingData;
import java.util.List;

/** Ten training samples whose only value is their index, all positive but the first. */
class TenSamples implements TrainingData {

  static final Shape SHAPE = new Shape(1, 1, 1);

  @Override
  public Labels labels() {
    return new Labels(List.of("no", "yes"), 1);
  }

  @Override
  public int trainSize() {
    return 10;
  }

  @Override
  public int trainLabel(int index) {
    return index == 0 ? 0 : 1;
  }

  @Override
  public Image trainImage(int index, int epoch) {
    return new Image(SHAPE, new float[] {index});
  }

  @Override
  public int validationSize() {
    return 3;
  }

  @Override
  public int validationLabel(int index) {
    return 1;
  }

  @Override
  public Image validationImage(int index) {
    return new Image(SHAPE, new float[] {index});
  }
}
