package axial.lime;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.Arrays;
import java.util.List;

/** Cuts an image into superpixels. */
sealed interface Segmenter permits Quickshift, Slic, Felzenszwalb {

  /** The settings of all segmenters; each uses those that bear its name. */
  List<Setting> SETTINGS =
      List.of(
          new Setting.Choice(
              "segmenter",
              "quickshift",
              List.of("quickshift", "slic", "felzenszwalb"),
              "What cuts the image into superpixels."),
          new Setting.Real("kernel-size", 4, 0.5, 20, "Quickshift: kernel in pixels."),
          new Setting.Real("max-dist", 200, 1, 1000, "Quickshift: longest link."),
          new Setting.Real("ratio", 0.2, 0, 1, "Quickshift: weight of colour against place."),
          new Setting.Whole("slic-segments", 50, 1, 5000, "SLIC: about how many superpixels."),
          new Setting.Real(
              "slic-compactness", 10, 0.001, 1000, "SLIC: weight of place against colour."),
          new Setting.Real("slic-sigma", 1, 0, 20, "SLIC: smoothing in pixels before."),
          new Setting.Real(
              "felzenszwalb-scale",
              100,
              0,
              100_000,
              "Felzenszwalb: more gives larger superpixels."),
          new Setting.Real(
              "felzenszwalb-sigma", 0.5, 0, 20, "Felzenszwalb: smoothing in pixels before."),
          new Setting.Whole(
              "felzenszwalb-min-size", 50, 1, 1_000_000, "Felzenszwalb: least pixels of one."));

  /** The segmenter that settings choose. */
  static Segmenter of(Settings settings) {
    return switch (settings.text("segmenter")) {
      case "slic" ->
          new Slic(
              settings.whole("slic-segments"),
              settings.real("slic-compactness"),
              settings.real("slic-sigma"));
      case "felzenszwalb" ->
          new Felzenszwalb(
              settings.real("felzenszwalb-scale"),
              settings.real("felzenszwalb-sigma"),
              settings.whole("felzenszwalb-min-size"));
      default ->
          new Quickshift(
              settings.real("kernel-size"), settings.real("max-dist"), settings.real("ratio"));
    };
  }

  /**
   * The regions of an image of 1 or 3 channels, the same on any number of threads.
   *
   * @param seed decides what the segmenter leaves to chance, if anything
   * @throws axial.job.CancelledException when cancelled, within a fraction of a second
   */
  Regions segment(Image image, Seed seed, Progress progress);

  /**
   * Regions of pixels that have one root, numbered in the order of their roots.
   *
   * @param roots the root of each pixel, itself a pixel whose root it is
   */
  static Regions regions(int height, int width, int[] roots) {
    int[] numbers = new int[roots.length];
    int count = 0;
    for (int p = 0; p < roots.length; p++) {
      if (roots[p] == p) {
        numbers[p] = count++;
      }
    }
    return new Regions(height, width, Arrays.stream(roots).map(root -> numbers[root]).toArray());
  }
}
