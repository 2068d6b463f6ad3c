package axial.it;

import axial.extension.BundleName;
import axial.extension.Installation.Done;
import axial.extension.Installation.Installed;
import axial.extension.LockedBundle;
import axial.job.Progress;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.util.tracker.ServiceTracker;

/** Changes the locked set of a running framework, past catalogs and downloads. */
public final class LockedSet {

  private static final String SERVICE = "axial.extensions.set.RunningSet";

  private final Object set;
  private final Path extensions;

  private LockedSet(Object set, Path extensions) {
    this.set = set;
    this.extensions = extensions;
  }

  /** The set of a framework. */
  public static LockedSet of(Axial axial) throws InterruptedException {
    ServiceTracker<Object, Object> tracker = new ServiceTracker<>(axial.context(), SERVICE, null);
    tracker.open();
    Object set = tracker.waitForService(20_000);
    if (set == null) {
      throw new AssertionError("There is no service " + SERVICE);
    }
    return new LockedSet(
        set, Path.of(axial.context().getProperty("axial.workspace")).resolve("extensions"));
  }

  /** The line of a jar, which is put into the store of a workspace. */
  static LockedBundle store(Path extensions, Path jar) throws Exception {
    byte[] bytes = Files.readAllBytes(jar);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Path store = Files.createDirectories(extensions.resolve("store"));
    Files.copy(jar, store.resolve(hash + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    return new LockedBundle(name(jar), hash, bytes.length, Optional.empty());
  }

  private static BundleName name(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return new BundleName(
          manifest.getMainAttributes().getValue("Bundle-SymbolicName"),
          manifest.getMainAttributes().getValue("Bundle-Version"));
    }
  }

  /** Puts a jar into the store. */
  public LockedBundle store(Path jar) throws Exception {
    return store(extensions, jar);
  }

  /** The lock file. */
  Path file() {
    return extensions.resolve("extensions.lock");
  }

  /** Makes these the set. */
  public Done become(LockedBundle... wanted) {
    return (Done) call("become", List.class, Arrays.asList(wanted), String.class, "Changed.");
  }

  @SuppressWarnings("unchecked") // the interface says so
  List<Installed> list() {
    return (List<Installed>) call("list");
  }

  /** Waits until nothing retires, with a deadline. */
  public void awaitRetired() {
    long until = System.nanoTime() + 20_000_000_000L;
    call("awaitRetired", Progress.class, Progress.cancelledWhen(() -> System.nanoTime() > until));
  }

  private Object call(String method, Object... typesAndValues) {
    Class<?>[] types = new Class<?>[typesAndValues.length / 2];
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = (Class<?>) typesAndValues[2 * i];
      values[i] = typesAndValues[2 * i + 1];
    }
    try {
      var declared = set.getClass().getMethod(method, types);
      return declared.invoke(set, values);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new AssertionError(thrown.getCause());
    } catch (ReflectiveOperationException changed) {
      throw new AssertionError(changed);
    }
  }
}
