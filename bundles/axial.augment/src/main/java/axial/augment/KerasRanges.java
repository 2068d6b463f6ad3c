package axial.augment;

import axial.augment.geometry.Affine;
import axial.data.Shape;
import axial.job.Draws;

/**
 * What Keras 2.4's {@code ImageDataGenerator} draws its transforms from. All draws are made, in its
 * order, whether or not they are used; so one range never changes what another one draws.
 *
 * @param rotation largest either way, in degrees
 * @param heightShift along the rows' axis
 * @param widthShift along the columns' axis
 * @param shear largest either way, in degrees
 * @param leastZoom of both axes; below 1 magnifies
 * @param largestZoom of both axes
 * @param channelShift largest either way, in [0, 1]
 * @param leastBrightness factor
 * @param largestBrightness factor
 */
record KerasRanges(
    double rotation,
    ShiftRange heightShift,
    ShiftRange widthShift,
    double shear,
    double leastZoom,
    double largestZoom,
    boolean horizontalFlip,
    boolean verticalFlip,
    double channelShift,
    double leastBrightness,
    double largestBrightness) {

  KerasTransform draw(Shape shape, Draws draws) {
    double theta = draws.uniform(-rotation, rotation);
    double tx = heightShift.draw(shape.height(), draws);
    double ty = widthShift.draw(shape.width(), draws);
    double shearAngle = draws.uniform(-shear, shear);
    double zx = draws.uniform(leastZoom, largestZoom);
    double zy = draws.uniform(leastZoom, largestZoom);
    boolean horizontal = draws.uniform() < 0.5 && horizontalFlip;
    boolean vertical = draws.uniform() < 0.5 && verticalFlip;
    double channel = draws.uniform(-channelShift, channelShift);
    double brightness = draws.uniform(leastBrightness, largestBrightness);
    return new KerasTransform(
        new Affine(theta, tx, ty, shearAngle, zx, zy, horizontal, vertical), channel, brightness);
  }
}
