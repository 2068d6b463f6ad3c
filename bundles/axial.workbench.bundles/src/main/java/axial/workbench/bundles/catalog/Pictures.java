package axial.workbench.bundles.catalog;

import axial.data.ImageLoader;
import axial.extension.Catalogs;
import axial.extension.Catalogs.Release;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.view.part.Bitmaps;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pictures that publishers show of their extensions. They are fetched only when a user asks, and
 * read like scans: by the one reader of images that looks at the header first. Background threads.
 */
final class Pictures {

  private static final int MOST = 6;
  private static final int WIDEST = 1200;

  private final Catalogs catalogs;
  private final ImageLoader images;

  Pictures(Catalogs catalogs, ImageLoader images) {
    this.catalogs = catalogs;
    this.images = images;
  }

  /** What was loaded, and why the rest was not. */
  record Loaded(List<BufferedImage> pictures, List<String> troubles) {}

  /** Loads the pictures of a release. */
  Loaded load(Release release, Progress progress) {
    List<String> paths = release.screenshots().stream().limit(MOST).toList();
    List<BufferedImage> pictures = new ArrayList<>();
    List<String> troubles = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      progress.at("Loading pictures", i, paths.size());
      progress.check();
      try {
        pictures.add(picture(release, paths.get(i), progress));
      } catch (ProblemException refused) {
        // A temporary file's name would tell the user nothing.
        troubles.add("A picture cannot be shown: " + refused.problem().summary());
      }
    }
    return new Loaded(List.copyOf(pictures), List.copyOf(troubles));
  }

  private BufferedImage picture(Release release, String path, Progress progress) {
    byte[] bytes = catalogs.screenshot(release, path, progress);
    Optional<Path> file = Optional.empty();
    try {
      file = Optional.of(Files.createTempFile("picture", ".png"));
      Files.write(file.get(), bytes);
      return smaller(Bitmaps.of(images.decode(file.get())));
    } catch (IOException full) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "there is no room for it among the temporary files.",
              "Make room on that disk."),
          full);
    } finally {
      file.ifPresent(Pictures::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      System.getLogger(Pictures.class.getName())
          .log(System.Logger.Level.DEBUG, "A temporary file stays: {0}", file);
    }
  }

  private static BufferedImage smaller(BufferedImage picture) {
    if (picture.getWidth() <= WIDEST) {
      return picture;
    }
    int height = Math.max(1, (int) ((long) picture.getHeight() * WIDEST / picture.getWidth()));
    BufferedImage small = new BufferedImage(WIDEST, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, WIDEST, height, null);
    graphics.dispose();
    return small;
  }
}
