package axial.bench;

import axial.extension.BundleName;
import axial.extension.LockedBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/** Axial in a framework of this process; the API is that of the class path. */
final class SwapFramework implements AutoCloseable {

  private static final Pattern EXPORT =
      Pattern.compile("(axial\\.\\w+);(?:uses:=\"[^\"]*\";)?(version=\"[^\"]+\")");

  private final Map<String, ServiceTracker<Object, Object>> held = new ConcurrentHashMap<>();
  private final Framework framework;
  private final Path workspace;

  SwapFramework(Path bundles, Path work) throws Exception {
    workspace = work.resolve("workspace");
    List<Path> jars;
    try (Stream<Path> files = Files.list(bundles)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, work.resolve("framework").toString());
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exports(api(jars)));
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "sun.*,com.sun.*");
    settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    settings.put("felix.log.level", "0");
    settings.put("axial.bundles", bundles.toString());
    settings.put("axial.workspace", workspace.toString());
    framework = new FrameworkFactory().newFramework(settings);
    framework.start();
    List<Bundle> installed = new ArrayList<>();
    for (Path jar : jars) {
      if (!jar.equals(api(jars))) {
        installed.add(context().installBundle("reference:" + jar.toUri()));
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
  }

  private static Path api(List<Path> jars) {
    return jars.stream()
        .filter(jar -> jar.getFileName().toString().startsWith("axial.api-"))
        .findFirst()
        .orElseThrow();
  }

  private static String exports(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return EXPORT
          .matcher(file.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE))
          .results()
          .map(export -> export.group(1) + ";" + export.group(2))
          .collect(Collectors.joining(","));
    }
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  Path plugins() {
    return workspace.resolve("plugins");
  }

  <T> T service(Class<T> type) throws InterruptedException {
    return type.cast(service(type.getName()));
  }

  private Object service(String type) throws InterruptedException {
    ServiceTracker<Object, Object> tracker = held.computeIfAbsent(type, this::hold);
    Object service = tracker.waitForService(30_000);
    if (service == null) {
      throw new IllegalStateException("There is no service " + type);
    }
    return service;
  }

  private ServiceTracker<Object, Object> hold(String type) {
    ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context(), type, null);
    tracker.open();
    return tracker;
  }

  /** Puts a jar into the store of the workspace. */
  LockedBundle store(Path jar, String version) throws Exception {
    byte[] bytes = Files.readAllBytes(jar);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Path store = Files.createDirectories(workspace.resolve("extensions/store"));
    Files.copy(jar, store.resolve(hash + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    BundleName name = new BundleName("lab.swap-net", version);
    return new LockedBundle(name, hash, bytes.length, Optional.empty());
  }

  /** Makes these the set; the service is of a package that its bundle keeps to itself. */
  void become(List<LockedBundle> wanted) throws Exception {
    Object set = service("axial.extensions.set.RunningSet");
    set.getClass().getMethod("become", List.class, String.class).invoke(set, wanted, "Swapped.");
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(30_000);
  }
}
