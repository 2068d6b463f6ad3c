package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;

/** Class loaders that should be collected. */
final class ClassLoaders {

  private ClassLoaders() {}

  static void assertGone(List<WeakReference<ClassLoader>> former) {
    for (int i = 0; i < 50 && former.stream().anyMatch(r -> r.get() != null); i++) {
      System.gc();
      System.runFinalization();
    }
    assertThat(former.stream().filter(r -> r.get() != null).count()).isZero();
  }
}
