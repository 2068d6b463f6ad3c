package axial.extensions.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temp;

  @Test
  void aKeyIsReadBackAndOnlyItsOwnerMayReadIt() throws Exception {
    Path file = temp.resolve("lab.key");
    Fingerprint made = KeyFile.make(file);
    KeyFile key = KeyFile.read(file);
    assertThat(key.publisher().fingerprint()).isEqualTo(made);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(temp.resolve("lab.key.pub")).content().contains("BEGIN PUBLIC KEY");
    assertThat(key.publisher().signed(MESSAGE, key.sign(MESSAGE))).isTrue();
    assertThat(key.sign(MESSAGE).bytes()).isEqualTo(key.sign(MESSAGE).bytes());
  }

  @Test
  void anotherMessageAndAnotherKeyAreNoMatch() {
    KeyFile.make(temp.resolve("a"));
    KeyFile.make(temp.resolve("b"));
    KeyFile a = KeyFile.read(temp.resolve("a"));
    KeyFile b = KeyFile.read(temp.resolve("b"));
    assertThat(a.publisher().signed("a massage".getBytes(StandardCharsets.UTF_8), a.sign(MESSAGE)))
        .isFalse();
    assertThat(b.publisher().signed(MESSAGE, a.sign(MESSAGE))).isFalse();
    assertThat(b.publisher().signed(MESSAGE, a.sign(MESSAGE).and(b.sign(MESSAGE)))).isTrue();
  }

  @Test
  void aKeyIsNeverOverwritten() {
    Path file = temp.resolve("lab.key");
    KeyFile.make(file);
    assertThatThrownBy(() -> KeyFile.make(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("lab.key");
  }

  @Test
  void aKeyThatOthersMayReadOrWhosePublicKeyIsAnothersIsRefused() throws Exception {
    Path file = temp.resolve("lab.key");
    KeyFile.make(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("by others than its owner");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    KeyFile.make(temp.resolve("other"));
    Files.copy(
        temp.resolve("other.pub"),
        temp.resolve("lab.key.pub"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("belongs to another");
    Files.writeString(temp.resolve("lab.key.pub"), "nonsense");
    assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("is no Ed25519 key");
    assertThatThrownBy(() -> KeyFile.read(temp.resolve("none"))).hasMessageContaining("not there");
  }

  @Test
  void aFingerprintIsReadHoweverItWasTyped() {
    Fingerprint made = KeyFile.make(temp.resolve("lab.key"));
    assertThat(made.text()).hasSize(79).matches("[0-9a-f-]+");
    assertThat(Fingerprint.parse(made.text().toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
        .isEqualTo(made);
    assertThatThrownBy(() -> Fingerprint.parse("12-34"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("12-34");
  }

  @Test
  void aRevokedKeyStaysRevoked() throws Exception {
    TrustFolder trust = new TrustFolder(temp.resolve("trust"));
    Fingerprint key = KeyFile.make(temp.resolve("lab.key"));
    assertThat(trust.revoked(key)).isFalse();
    trust.revoke(key);
    assertThat(new TrustFolder(temp.resolve("trust")).revoked(key)).isTrue();
    assertThat(temp.resolve("trust/revoked")).content().contains(key.text() + "\n");
  }
}
