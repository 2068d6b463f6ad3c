package axial.data.folder;

import axial.data.image.ImageFile;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Looks at image files for their content ids, and decodes those that are not known already.
 *
 * @param cache where it is kept what files are; nothing keeps nothing
 * @param clock tells how long ago a file was changed
 * @param decoder decodes a file; the text is its name for messages
 */
record ImageLook(
    Optional<Path> cache,
    InstantSource clock,
    BiFunction<Path, String, ImageFile.Decoded> decoder) {

  /** Decodes every file at each look. */
  static ImageLook always() {
    return new ImageLook(Optional.empty(), InstantSource.system(), ImageFile::decode);
  }

  /** What is known of the images below a folder. */
  KnownImages known(Path folder) {
    return KnownImages.of(cache, folder);
  }

  /**
   * What a file is.
   *
   * @throws ProblemException of kind INPUT when it cannot be used
   */
  KnownImages.Known at(Path file, String source, KnownImages known) {
    if (cache.isEmpty()) {
      return decoded(file, source);
    }
    FileStamp stamp;
    try {
      stamp = FileStamp.of(file, clock.instant());
    } catch (IOException gone) {
      return decoded(file, source); // which says in words what is wrong with it
    }
    Optional<KnownImages.Known> before = known.get(stamp);
    if (before.isPresent()) {
      return before.get();
    }
    KnownImages.Known now = decoded(file, source);
    known.put(stamp, now);
    return now;
  }

  private KnownImages.Known decoded(Path file, String source) {
    ImageFile.Decoded decoded = decoder.apply(file, source);
    return new KnownImages.Known(
        decoded.pixels().contentId(),
        decoded.pixels().width(),
        decoded.pixels().height(),
        decoded.format(),
        decoded.bytes());
  }
}
