package axial.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A running framework with the bundles that were resolved for the product. The API comes from the
 * test's own class path, so that tests speak with services directly.
 */
public final class Axial implements AutoCloseable {

  private static final Pattern EXPORT =
      Pattern.compile("(axial\\.\\w+);(?:uses:=\"[^\"]*\";)?(version=\"[^\"]+\")");

  private final Framework framework;

  private Axial(Framework framework) {
    this.framework = framework;
  }

  /** The top of the source tree. */
  public static Path home() {
    return Path.of(System.getProperty("axial.home", "../..")).toAbsolutePath().normalize();
  }

  static Path bundles() {
    return home().resolve("run-configs/target/export/headless");
  }

  /** The jar of a bundle of the command line. */
  static Path jar(String symbolicName) throws IOException {
    try (Stream<Path> jars = Files.list(bundles())) {
      return jars.filter(f -> f.getFileName().toString().startsWith(symbolicName + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  static Axial start(Path temp) throws BundleException, IOException {
    return start(temp, bundles(), Map.of());
  }

  /**
   * Starts the bundles of a folder.
   *
   * @param more properties of the framework
   */
  public static Axial start(Path temp, Path bundles, Map<String, String> more)
      throws BundleException, IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put(Constants.FRAMEWORK_STORAGE, temp.resolve("framework").toString());
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, api());
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "sun.*,com.sun.*");
    settings.put("felix.log.level", "0");
    settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    settings.put("axial.bundles", bundles.toString());
    settings.put("axial.workspace", temp.resolve("workspace").toString());
    Framework framework = new FrameworkFactory().newFramework(settings);
    framework.start();
    Axial axial = new Axial(framework);
    List<Bundle> installed = new ArrayList<>();
    try (Stream<Path> jars = Files.list(bundles)) {
      for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        if (!jar.getFileName().toString().startsWith("axial.api-")) {
          installed.add(axial.context().installBundle("reference:" + jar.toUri()));
        }
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
    return axial;
  }

  /** What the bundle of the API exports, with its versions. */
  private static String api() throws IOException {
    try (Stream<Path> jars = Files.list(bundles())) {
      Path jar =
          jars.filter(f -> f.getFileName().toString().startsWith("axial.api-"))
              .findFirst()
              .orElseThrow();
      try (JarFile file = new JarFile(jar.toFile())) {
        return EXPORT
            .matcher(file.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE))
            .results()
            .map(export -> export.group(1) + ";" + export.group(2))
            .collect(Collectors.joining(","));
      }
    }
  }

  /** The framework, to look into. */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** A service, waited for with a deadline. */
  public <T> T service(Class<T> type) throws InterruptedException {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
    tracker.open();
    T service = tracker.waitForService(20_000);
    if (service == null) {
      throw new AssertionError("There is no service " + type.getName());
    }
    return service;
  }

  /** Installs and starts a bundle from a file. */
  public Bundle install(Path jar) throws BundleException {
    Bundle bundle = context().installBundle(jar.toUri().toString());
    bundle.start();
    return bundle;
  }

  @Override
  public void close() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(20_000);
  }
}
