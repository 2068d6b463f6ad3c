package axial.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/** A framework with its bundles started. */
final class RunningFramework implements AutoCloseable {

  private static final String COMMAND =
      "(&(objectClass=java.util.function.ToIntFunction)(axial.command=%s))";
  private static final long COMMAND_DEADLINE_MILLIS = 30_000;
  private static final long STOP_DEADLINE_MILLIS = 20_000;

  private final Framework framework;
  private final FrameworkCache cache;

  private RunningFramework(Framework framework, FrameworkCache cache) {
    this.framework = framework;
    this.cache = cache;
  }

  /**
   * Starts a framework.
   *
   * @param safeMode whether nothing but the built-in bundles is started
   */
  static RunningFramework start(Places places, boolean safeMode) throws LaunchException {
    BundleFiles folders = new BundleFiles();
    List<BundleFile> builtIn = folders.in(places.bundles());
    if (builtIn.isEmpty()) {
      throw new LaunchException(
          "There are no bundles in " + places.bundles() + ". Build Axial first: mvn package.");
    }
    FrameworkCache cache = FrameworkCache.take(places.cache());
    Map<String, String> settings = settings(places, cache);
    settings.put("axial.safe-mode", Boolean.toString(safeMode));
    Framework framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
    RunningFramework running = new RunningFramework(framework, cache);
    try {
      framework.start();
      Launch launch = new Launch(framework.getBundleContext());
      if (safeMode) {
        launch.start(builtIn, List.of(), List.of());
      } else {
        LockedFiles locked = LockedFiles.of(places);
        launch.setAside(locked.setAside());
        List<BundleFile> loose =
            folders.in(places.plugins()).stream()
                .filter(file -> !locked.isolated().contains(file.symbolicName()))
                .toList();
        locked.warnings().forEach(Launch::tell);
        launch.start(builtIn, locked.files(), loose);
      }
      folders.warnings().forEach(Launch::tell);
      return running;
    } catch (BundleException broken) {
      running.close();
      throw new LaunchException(
          "The framework could not be started: " + broken.getMessage() + ".", broken);
    } catch (LaunchException broken) {
      running.close();
      throw broken;
    }
  }

  /** Properties of the system that bundles may ask the framework for. */
  private static final List<String> PASSED_ON =
      List.of("axial.terminal", "axial.config", "axial.window.watch", "axial.extensions.deadline");

  private static Map<String, String> settings(Places places, FrameworkCache cache) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, cache.folder().toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "sun.*,com.sun.*");
    // Axial tells of broken bundles and components itself, in words.
    settings.put("felix.log.level", "0");
    settings.put("ds.loglevel", "0");
    settings.put("axial.cache", places.cache().toString());
    // A new version of a bundle is installed beside the one that is used; see axial.extensions.
    settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    settings.put("axial.bundles", places.bundles().toString());
    settings.put("axial.launcher", System.getProperty("java.class.path"));
    settings.put("axial.workspace", places.workspace().toString());
    for (String name : PASSED_ON) {
      String value = System.getProperty(name);
      if (value != null) {
        settings.put(name, value);
      }
    }
    return settings;
  }

  /**
   * The service that takes a command line.
   *
   * @param kind {@code line} for the terminal's, {@code window} for the one that opens a window
   */
  @SuppressWarnings("unchecked") // the filter says what it is
  ToIntFunction<String[]> command(String kind) throws LaunchException {
    try {
      ServiceTracker<Object, Object> tracker =
          new ServiceTracker<>(
              framework.getBundleContext(),
              framework.getBundleContext().createFilter(COMMAND.formatted(kind)),
              null);
      tracker.open();
      @Nullable Object service = tracker.waitForService(COMMAND_DEADLINE_MILLIS);
      if (service != null) {
        return (ToIntFunction<String[]>) service;
      }
      throw new LaunchException(
          "The "
              + kind
              + " did not come up; a bundle that it needs is missing or broken. Build"
              + " Axial again: mvn package.");
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException("The filter is a constant.", impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Stopped before the command began.", stopped);
    }
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      framework.stop();
      framework.waitForStop(STOP_DEADLINE_MILLIS);
    } catch (BundleException | InterruptedException ending) {
      System.getLogger(RunningFramework.class.getName())
          .log(System.Logger.Level.DEBUG, "The framework did not stop in order.", ending);
    } finally {
      cache.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
