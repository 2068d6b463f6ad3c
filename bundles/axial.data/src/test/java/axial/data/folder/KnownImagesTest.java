package axial.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Dataset;
import axial.data.Sample;
import axial.data.image.ImageFile;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.job.Settings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is opened again without decoding what did not change. */
class KnownImagesTest {

  private static final Duration LATER = Duration.ofHours(1);

  @TempDir Path temp;

  private final Set<String> decoded = ConcurrentHashMap.newKeySet();
  private Path scans = Path.of("");
  private Path cache = Path.of("");

  @BeforeEach
  void makeThree() throws IOException {
    scans = temp.resolve("scans");
    cache = temp.resolve("cache");
    image("no/a.png", 10);
    image("no/b.png", 20);
    image("yes/c.png", 30);
  }

  private void image(String name, int grey) throws IOException {
    Path file = scans.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 1, 0, grey);
    ImageIO.write(image, "png", file.toFile());
  }

  /** Opens the folder so long after now, and notes what is decoded. */
  private Dataset open(Duration after, Progress progress) {
    decoded.clear();
    FolderSource source =
        new FolderSource(
            new ImageLook(
                Optional.of(cache),
                () -> Instant.now().plus(after),
                (file, name) -> {
                  decoded.add(name);
                  return ImageFile.decode(file, name);
                }));
    return source.open(
        scans.toString(), Settings.of("folder", source.settings(), Map.of()), progress);
  }

  private Dataset open(Duration after) {
    return open(after, Progress.none());
  }

  /** What a source says that decodes everything. */
  private List<Sample> truth() {
    FolderSource source = new FolderSource();
    return source
        .open(scans.toString(), Settings.of("folder", source.settings(), Map.of()), Progress.none())
        .samples();
  }

  private Path kept() throws IOException {
    try (var files = Files.list(cache)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatDidNotChangeIsNotDecodedAgain() {
    assertThat(open(LATER).samples()).isEqualTo(truth());
    assertThat(decoded).containsExactlyInAnyOrder("no/a.png", "no/b.png", "yes/c.png");
    assertThat(open(LATER).samples()).isEqualTo(truth());
    assertThat(decoded).isEmpty();
    assertThat(cache).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aNewAndAChangedImageAreDecoded() throws IOException {
    open(LATER);
    image("no/b.png", 77);
    image("yes/d.png", 40);
    assertThat(open(LATER).samples()).isEqualTo(truth());
    assertThat(decoded).containsExactlyInAnyOrder("no/b.png", "yes/d.png");
  }

  @Test
  void anImageThatChangedWithoutASignInItsSizeAndTimeIsDecodedWhereTheSystemKnowsMore()
      throws IOException {
    open(LATER);
    Path file = scans.resolve("no/a.png");
    FileTime before = Files.getLastModifiedTime(file);
    Files.move(scans.resolve("no/b.png"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(file, before);
    assertThat(open(LATER).samples()).isEqualTo(truth());
  }

  @Test
  void whatChangedWithinTheLastTwoSecondsIsNotTrusted() throws IOException {
    open(Duration.ZERO);
    assertThat(decoded).hasSize(3);
    open(Duration.ZERO);
    assertThat(decoded).hasSize(3);
    open(LATER);
    assertThat(decoded).hasSize(3);
    Files.setLastModifiedTime(
        scans.resolve("yes/c.png"), FileTime.from(Instant.now().plus(LATER.multipliedBy(2))));
    open(LATER);
    assertThat(decoded).containsExactly("yes/c.png");
    open(LATER);
    assertThat(decoded).containsExactly("yes/c.png");
  }

  @Test
  void whatIsKeptMayBeDeletedOrDamagedAtAnyTime() throws IOException {
    open(LATER);
    byte[] whole = Files.readAllBytes(kept());
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(kept(), damaged);
      assertThat(open(LATER).samples()).isEqualTo(truth());
      assertThat(decoded).hasSize(3);
    }
    for (int length = 0; length < whole.length; length += 9) {
      Files.write(kept(), java.util.Arrays.copyOf(whole, length));
      assertThat(open(LATER).samples()).isEqualTo(truth());
    }
    Files.delete(kept());
    assertThat(open(LATER).samples()).isEqualTo(truth());
    assertThat(decoded).hasSize(3);
  }

  @Test
  void aFolderThatCannotKeepAnythingIsReadAllTheSame() throws IOException {
    Files.writeString(cache, "a file where a folder should be");
    assertThat(open(LATER).samples()).isEqualTo(truth());
    assertThat(open(LATER).samples()).isEqualTo(truth());
    assertThat(decoded).hasSize(3);
  }

  @Test
  void whatWasDecodedBeforeACancelIsKept() throws IOException {
    Progress afterOne = Progress.cancelledWhen(() -> !decoded.isEmpty());
    assertThatThrownBy(() -> open(LATER, afterOne)).isInstanceOf(CancelledException.class);
    int before = decoded.size();
    open(LATER);
    assertThat(decoded).hasSize(3 - before);
  }

  @Test
  void imagesThatAreGoneAreForgottenWhenTheyAreTheMost() throws IOException {
    open(LATER);
    long three = Files.size(kept());
    Files.delete(scans.resolve("no/b.png"));
    open(LATER);
    assertThat(Files.size(kept())).isEqualTo(three);
    for (int i = 0; i < 6; i++) {
      image("no/a.png", 100 + i);
      open(LATER);
      assertThat(decoded).containsExactly("no/a.png");
    }
    assertThat(Files.size(kept())).isLessThan(2 * three);
  }
}
