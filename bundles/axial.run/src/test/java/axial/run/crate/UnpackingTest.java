package axial.run.crate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crate that was made to do harm is refused before anything is written elsewhere. */
class UnpackingTest {

  @TempDir Path temp;

  private static String file(String name, byte[] bytes) {
    return """
    {"@id": "%s", "@type": "File", "name": "%s", "contentSize": "%d", "sha256": "%s"}\
    """
        .formatted(name, name, bytes.length, hash(bytes));
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Packing.sha256().digest(bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path crate(List<String> described, List<ZipEntry> entries, byte[] content)
      throws Exception {
    String root = "{\"@id\": \"./\", \"@type\": \"Dataset\", \"identifier\": \"first\"}";
    String graph =
        Stream.concat(Stream.of(root), described.stream()).collect(Collectors.joining(","));
    Path file = Files.createTempFile(temp, "sent", ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : entries) {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(CrateFile.METADATA));
      zip.write(bytes("{\"@graph\": [" + graph + "]}"));
      zip.closeEntry();
    }
    return file;
  }

  private String unpack(Path file) throws Exception {
    return Unpacking.unpack(file, Files.createTempDirectory(temp, "into"), () -> {});
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(() -> unpack(file))
        .isInstanceOf(Unpacking.Refused.class)
        .hasMessageContaining(why);
  }

  @Test
  void aSoundCrateIsUnpacked() throws Exception {
    byte[] text = bytes("a,b");
    Path file = crate(List.of(file("x/a.csv", text)), List.of(new ZipEntry("x/a.csv")), text);
    assertThat(unpack(file)).isEqualTo("first");
  }

  @Test
  void namesThatLeadElsewhereAreRefused() throws Exception {
    byte[] text = bytes("evil");
    for (String name : List.of("../evil", "/evil", "a/../../evil", "a\\..\\evil", "C:/evil")) {
      refused(crate(List.of(), List.of(new ZipEntry(name)), text), "leads elsewhere");
    }
  }

  @Test
  void namesThatDifferByCaseOnlyAreRefused() throws Exception {
    byte[] text = bytes("x");
    refused(
        crate(
            List.of(file("a.csv", text), file("A.csv", text)),
            List.of(new ZipEntry("a.csv"), new ZipEntry("A.csv")),
            text),
        "comes twice");
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
    byte[] zeros = new byte[64 << 20];
    refused(
        crate(List.of(file("a.csv", zeros)), List.of(new ZipEntry("a.csv")), zeros),
        "far more than it is");
  }

  @Test
  void aFullDiskIsNoFaultOfTheCrate() throws Exception {
    byte[] text = bytes("a,b");
    Path file = crate(List.of(file("a.csv", text)), List.of(new ZipEntry("a.csv")), text);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Path into = Files.createTempDirectory(temp, "into");
    assertThatThrownBy(() -> Unpacking.unpack(file, into, () -> {}, stream -> full))
        .isInstanceOf(Unpacking.Unwritable.class);
  }

  @Test
  void aFileThatIsNotWhatTheCrateSaysIsRefused() throws Exception {
    List<ZipEntry> entry = List.of(new ZipEntry("a.csv"));
    List<String> described = List.of(file("a.csv", bytes("a,b")));
    refused(crate(described, entry, bytes("a,c")), "another SHA-256");
    refused(crate(described, List.of(new ZipEntry("a.csv")), bytes("a,b,c")), "is larger");
    refused(crate(List.of(), List.of(new ZipEntry("a.csv")), bytes("a")), "does not name");
    refused(crate(described, List.of(), bytes("")), "lacks");
  }
}
