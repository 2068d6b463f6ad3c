package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.Draws;
import axial.job.Seed;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit as a user meets it: what it prints, and what it leaves on disk. */
class AuditCommandTest {

  private static final int SIDE = 96;

  @TempDir Path temp;

  private Cli.Result axial(String... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), arguments);
  }

  /** Soft blobs at random places, unlike for each seed. */
  private static BufferedImage blobs(long seed) {
    Draws draws = new Seed(seed).draws();
    double[] values = new double[SIDE * SIDE];
    for (int blob = 0; blob < 12; blob++) {
      double y = draws.uniform(10, SIDE - 10);
      double x = draws.uniform(10, SIDE - 10);
      double width = draws.uniform(4, 14);
      double height = draws.uniform(30, 90);
      for (int i = 0; i < values.length; i++) {
        double distance = Math.hypot(i / SIDE - y, i % SIDE - x) / width;
        values[i] += height * Math.exp(-distance * distance);
      }
    }
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < values.length; i++) {
      picture.getRaster().setSample(i % SIDE, i / SIDE, 0, Math.min(255, (int) values[i]));
    }
    return picture;
  }

  private static BufferedImage mirrored(BufferedImage picture) {
    AffineTransform flip = new AffineTransform(-1, 0, 0, 1, SIDE, 0);
    return new AffineTransformOp(flip, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(picture, new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY));
  }

  private void write(String name, BufferedImage picture, String format) throws IOException {
    Path file = temp.resolve(name + "." + format);
    Files.createDirectories(file.getParent());
    assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
  }

  /** Ten pictures a class in each folder; "yes" comes as JPEG. */
  private void folders() throws IOException {
    for (int i = 0; i < 10; i++) {
      write("train/no/" + i, blobs(i), "png");
      write("train/yes/" + i, blobs(100 + i), "jpg");
      write("test/no/" + i, blobs(200 + i), "png");
      write("test/yes/" + i, blobs(300 + i), "jpg");
    }
  }

  @Test
  void twinsInTheOtherFolderAreCountedAndWrittenDown() throws Exception {
    folders();
    write("test/no/again", blobs(3), "png");
    write("test/no/mirror", mirrored(blobs(4)), "png");
    write("test/yes/mirror", mirrored(blobs(105)), "jpg");
    Path out = temp.resolve("audit");
    Cli.Result audit =
        axial(
            "audit",
            temp.resolve("test").toString(),
            "--against",
            temp.resolve("train").toString(),
            "--out",
            out.toString());
    assertThat(audit.code()).as(audit.output()).isZero();
    assertThat(audit.output())
        .contains(
            "13 % of the images of test (3 of 23; 17 % of class no tumour, 9 % of class tumour)",
            "test: 23 images",
            "train: 20 images",
            "Twins: 3 groups, 1 equal pixel by pixel; 0 groups across classes.",
            "test/no/again.png = train/no/3.png",
            "test/no/mirror.png ~ train/no/4.png",
            "each image, the other folder known",
            "The file type alone tells the class",
            "Research software, not a medical device",
            out.resolve("audit.html").toString());
    assertThat(out.resolve("audit.html")).content().contains("not a medical device", "mirrored");
    assertThat(out.resolve("twins-across.csv"))
        .content()
        .contains("test,test/no/again.png", "test,test/yes/mirror.jpg", "train,train/yes/5.jpg");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "audit.html",
              "classes.csv",
              "groups.csv",
              "pairs.csv",
              "memoriser.csv",
              "shortcuts.csv",
              "left-out.csv",
              "twins-across.csv");
    }
  }

  @Test
  void theSameSeedGivesTheSameFilesAndWithoutAPlaceTheyGoToTheWorkspace() throws Exception {
    for (String place : new String[] {"a", "b"}) {
      Cli.Result audit =
          axial(
              "audit", "phantom", "--set", "patients=12", "--out", temp.resolve(place).toString());
      assertThat(audit.code()).as(audit.output()).isZero();
    }
    for (String file : new String[] {"audit.html", "groups.csv", "pairs.csv", "shortcuts.csv"}) {
      assertThat(temp.resolve("b").resolve(file))
          .hasSameBinaryContentAs(temp.resolve("a").resolve(file));
    }
    assertThat(axial("audit", "phantom", "--set", "patients=12").code()).isZero();
    try (Stream<Path> files = Files.walk(temp.resolve("workspace/audits"))) {
      assertThat(files.filter(file -> file.endsWith("audit.html"))).hasSize(1);
    }
  }

  @Test
  void whatIsWrongIsToldAndLeavesNothing() throws Exception {
    Path out = temp.resolve("new/audit");
    String[][] wrong = {
      {"audit", "phantom", "--finder", "far", "--out", out.toString()},
      {"audit", "phantom", "--set", "near.nothing=1", "--out", out.toString()},
      {"audit", "phantom", "--set", "nothing=1", "--out", out.toString()},
      {"audit", "phantom", "--against", "nowhere", "--out", out.toString()},
    };
    String[] told = {"\"far\"", "near", "nothing", "nowhere"};
    int[] codes = {2, 2, 2, 3};
    for (int i = 0; i < wrong.length; i++) {
      Cli.Result result = axial(wrong[i]);
      assertThat(result.code()).as(result.output()).isEqualTo(codes[i]);
      assertThat(result.output()).contains(told[i]).doesNotContain("\tat ", "null", "Exception");
    }
    assertThat(temp.resolve("new")).doesNotExist();
    Path full = Files.createDirectories(temp.resolve("full"));
    Files.writeString(full.resolve("mine"), "x");
    Cli.Result refused = axial("audit", "phantom", "--out", full.toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.output()).contains("is not empty");
    assertThat(full.resolve("mine")).hasContent("x");
  }
}
