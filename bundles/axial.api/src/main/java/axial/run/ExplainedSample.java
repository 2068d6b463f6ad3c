package axial.run;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Sample;
import axial.explain.Explanation;
import java.util.Optional;

/**
 * An explanation with the image that it is about.
 *
 * @param sample the sample
 * @param image as the network saw it
 * @param predicted the class that the network decided for
 * @param mask where the finding is, grey, 255 inside, if the source knows
 * @param predictedBy which engines answered the explainer
 */
public record ExplainedSample(
    Sample sample,
    Image image,
    int predicted,
    Explanation explanation,
    Optional<Pixels> mask,
    PredictedBy predictedBy) {}
