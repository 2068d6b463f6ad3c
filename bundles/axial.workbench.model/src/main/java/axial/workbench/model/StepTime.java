package axial.workbench.model;

import axial.model.Profile;

/**
 * How long a network computes for one image, on this machine.
 *
 * @param training seconds of a training step by its images
 * @param predicting seconds going forward only, by the images; 0 where the engine does not tell
 */
record StepTime(double training, double predicting) {

  static StepTime of(Profile profile) {
    return new StepTime(
        profile.step() / profile.images(),
        profile.rows().stream().mapToDouble(Profile.Row::forward).sum() / profile.images());
  }

  /** Seconds of an epoch, without what reading and varying images takes beyond that. */
  double epoch(int images, int validated) {
    return training * images + predicting * validated;
  }
}
