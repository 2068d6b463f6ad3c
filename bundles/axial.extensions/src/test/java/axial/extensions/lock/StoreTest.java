package axial.extensions.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.BundleName;
import axial.extension.LockedBundle;
import axial.extensions.disk.Hash;
import axial.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final byte[] JAR = "the bytes of a jar".getBytes();

  @TempDir Path temp;

  private static LockedBundle line(byte[] bytes) {
    return new LockedBundle(
        new BundleName("lab.net", "1.0.0"), Hash.of(bytes), bytes.length, Optional.empty());
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void aJarIsKeptByItsHash() {
    Store store = new Store(temp);
    LockedBundle line = line(JAR);
    assertThat(store.has(line)).isFalse();
    store.put(line, in(JAR), Progress.none());
    assertThat(store.has(line)).isTrue();
    store.verify(line);
    assertThat(temp.resolve(line.sha256() + ".jar")).hasBinaryContent(JAR);
  }

  @Test
  void otherBytesAreRefusedAndNothingStays() {
    Store store = new Store(temp);
    byte[] changed = JAR.clone();
    changed[3] ^= 1;
    assertThatThrownBy(() -> store.put(line(JAR), in(changed), Progress.none()))
        .hasMessageContaining("lab.net 1.0.0")
        .hasMessageContaining("its SHA-256 is " + Hash.of(changed));
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aStreamWithoutEndIsReadNoFurtherThanItsSize() {
    InputStream endless =
        new InputStream() {
          private long read;

          @Override
          public int read() {
            assertThat(read++).isLessThan(1 << 20);
            return 0;
          }
        };
    assertThatThrownBy(() -> new Store(temp).put(line(JAR), endless, Progress.none()))
        .hasMessageContaining("it has more than 18 bytes");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aFullDiskLeavesNothing() {
    Store store = new Store(temp, StoreTest::full);
    assertThatThrownBy(() -> store.put(line(JAR), in(JAR), Progress.none()))
        .hasMessageContaining("cannot be written");
    assertThat(temp).isEmptyDirectory();
  }

  private static OutputStream full(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length / 2);
        throw new IOException("No space left on device");
      }
    };
  }

  @Test
  void aJarThatWasChangedLaterIsFound() throws Exception {
    Store store = new Store(temp);
    LockedBundle line = line(JAR);
    store.put(line, in(JAR), Progress.none());
    Files.writeString(store.file(line.sha256()), "THE BYTES OF A JAR");
    assertThatThrownBy(() -> store.verify(line)).hasMessageContaining("was changed after");
    Files.delete(store.file(line.sha256()));
    assertThatThrownBy(() -> store.verify(line)).hasMessageContaining("is missing");
  }

  @Test
  void aJarThatHasJustLeftTheSetIsKeptForWhoeverTrainsWithIt() throws Exception {
    Store store = new Store(temp);
    LockedBundle line = line(JAR);
    store.put(line, in(JAR), Progress.none());
    Files.setLastModifiedTime(store.file(line.sha256()), FileTime.from(Instant.EPOCH));
    store.left(List.of(line));
    store.sweep(List.of());
    assertThat(store.has(line)).isTrue();
  }

  @Test
  void onlyOldJarsThatNobodyNamesAreSwept() throws Exception {
    Store store = new Store(temp);
    LockedBundle named = line(JAR);
    LockedBundle old = line("old".getBytes());
    LockedBundle fresh = line("fresh".getBytes());
    store.put(named, in(JAR), Progress.none());
    store.put(old, in("old".getBytes()), Progress.none());
    store.put(fresh, in("fresh".getBytes()), Progress.none());
    FileTime past = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(store.file(named.sha256()), past);
    Files.setLastModifiedTime(store.file(old.sha256()), past);
    store.sweep(List.of(named));
    assertThat(store.has(named)).isTrue();
    assertThat(store.has(old)).isFalse();
    assertThat(store.has(fresh)).isTrue();
  }
}
