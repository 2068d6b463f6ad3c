package axial.launcher;

import axial.launcher.dl4j.Dl4jUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Installs and starts bundles: the built-in ones, then those of the lock file, then loose jars.
 * What does not start is told in one sentence, kept with its reason, and left alone.
 *
 * <p>The reasons are a service, a map from SHA-256 to a sentence, with the property {@code
 * axial.launch=set-aside}.
 */
final class Launch {

  private static final String DEADLINE_MILLIS = "10000";
  private static final String FOR_DL4J =
      "It brings classes for DL4J (%s), which would be used on after an update; describe the"
          + " network with the layers of axial.model.";

  private final BundleContext context;
  private final Starter starter;
  private final Map<String, String> setAside = new ConcurrentHashMap<>();

  Launch(BundleContext context) {
    this.context = context;
    String millis =
        Optional.ofNullable(context.getProperty("axial.extensions.deadline"))
            .orElse(DEADLINE_MILLIS);
    this.starter = new Starter(Duration.ofMillis(Long.parseLong(millis)));
    context.registerService(
        Map.class, setAside, new Hashtable<>(Map.of("axial.launch", "set-aside")));
  }

  /** Keeps reasons that are known already. */
  void setAside(Map<String, String> reasons) {
    setAside.putAll(reasons);
  }

  /**
   * Starts all.
   *
   * @param locked takes the place of a built-in bundle of its symbolic name, unless it fails
   * @param loose takes the place of a locked bundle of its symbolic name that is not newer
   */
  void start(List<BundleFile> builtIn, List<BundleFile> locked, List<BundleFile> loose) {
    List<BundleFile> own = new ArrayList<>();
    List<BundleFile> kept = newest(locked, loose, own);
    Set<String> taken = new HashSet<>();
    kept.forEach(file -> taken.add(file.symbolicName()));
    List<Bundle> installed = new ArrayList<>();
    for (BundleFile file : builtIn) {
      if (!taken.contains(file.symbolicName())) {
        install(file, Optional.empty()).ifPresent(installed::add);
      }
    }
    Set<String> works = new HashSet<>();
    Set<String> names = new HashSet<>();
    builtIn.forEach(file -> names.add(file.symbolicName()));
    Map<Bundle, BundleFile> others = new LinkedHashMap<>();
    kept.forEach(file -> install(file, Optional.empty()).ifPresent(b -> others.put(b, file)));
    for (BundleFile file : own) {
      hash(file)
          .flatMap(hash -> install(file, Optional.of(hash)))
          .ifPresent(bundle -> others.put(bundle, file));
    }
    others
        .entrySet()
        .removeIf(e -> bringsDl4j(e.getKey(), e.getValue(), own.contains(e.getValue()), names));
    installed.forEach(this::startBuiltIn);
    others.forEach(
        (bundle, file) -> {
          if (start(bundle, file)) {
            works.add(file.symbolicName());
          }
        });
    for (BundleFile file : builtIn) {
      if (taken.contains(file.symbolicName()) && !works.contains(file.symbolicName())) {
        install(file, Optional.empty()).ifPresent(this::startBuiltIn);
      }
    }
  }

  /** Of a locked bundle and a loose one of its symbolic name the newer; of two alike the loose. */
  private List<BundleFile> newest(
      List<BundleFile> locked, List<BundleFile> loose, List<BundleFile> own) {
    List<BundleFile> kept = new ArrayList<>(locked);
    for (BundleFile file : loose) {
      Optional<BundleFile> rival =
          kept.stream()
              .filter(other -> other.symbolicName().equals(file.symbolicName()))
              .filter(other -> other.version().compareTo(file.version()) > 0)
              .findFirst();
      if (rival.isPresent()) {
        tell(
            "The bundle %s was left out, as %s is installed. Remove %s."
                .formatted(file.identity(), rival.get().identity(), file.file()));
        continue;
      }
      own.add(file);
      kept.removeIf(
          other -> {
            boolean same = other.symbolicName().equals(file.symbolicName());
            if (same) {
              keepReason(other, "The loose jar " + file.file() + " takes its place.");
            }
            return same;
          });
    }
    return kept;
  }

  /** Installs a file; a loose one by its bytes, with their hash in its location. */
  private Optional<Bundle> install(BundleFile file, Optional<String> hash) {
    try {
      if (hash.isEmpty()) {
        return Optional.of(context.installBundle("reference:" + file.file().toUri()));
      }
      try (InputStream in = Files.newInputStream(file.file())) {
        return Optional.of(context.installBundle(file.file().toUri() + "#" + hash.get(), in));
      }
    } catch (BundleException | IOException broken) {
      setAside(file, Starter.words(broken));
      return Optional.empty();
    }
  }

  private Optional<String> hash(BundleFile file) {
    try {
      return Optional.of(BundleFile.sha256(file.file()));
    } catch (IOException unreadable) {
      setAside(file, "It cannot be read.");
      return Optional.empty();
    }
  }

  private static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }

  private void startBuiltIn(Bundle bundle) {
    if (isFragment(bundle)) {
      return;
    }
    try {
      bundle.start();
    } catch (BundleException broken) {
      tell(
          "The bundle %s %s could not be started and was set aside: %s"
              .formatted(bundle.getSymbolicName(), bundle.getVersion(), Starter.words(broken)));
    }
  }

  private boolean start(Bundle bundle, BundleFile file) {
    if (isFragment(bundle)) {
      return true;
    }
    Optional<String> failure = starter.start(bundle);
    failure.ifPresent(reason -> setAside(file, reason));
    return failure.isEmpty();
  }

  /**
   * DL4J would go on with the old classes after an update; Axial's own engine is kept apart. A
   * locked jar was looked through when it was installed.
   */
  private boolean bringsDl4j(Bundle bundle, BundleFile file, boolean loose, Set<String> builtIn) {
    Optional<String> use =
        builtIn.contains(file.symbolicName())
            ? Optional.empty()
            : loose ? Dl4jUse.of(bundle) : Dl4jUse.declared(bundle);
    use.ifPresent(
        words -> {
          setAside(file, FOR_DL4J.formatted(words));
          if (isFragment(bundle)) {
            withdraw(bundle);
          }
        });
    return use.isPresent();
  }

  /** A fragment would join its host, started or not. */
  private static void withdraw(Bundle bundle) {
    try {
      bundle.uninstall();
    } catch (BundleException stays) {
      System.getLogger(Launch.class.getName())
          .log(System.Logger.Level.WARNING, "A refused fragment stays.", stays);
    }
  }

  private void setAside(BundleFile file, String reason) {
    keepReason(file, reason);
    tell("The bundle %s was set aside: %s".formatted(file.identity(), reason));
  }

  /** The jar of a locked bundle is named by its hash. */
  private void keepReason(BundleFile file, String reason) {
    setAside.put(file.file().getFileName().toString().replaceFirst("\\.jar$", ""), reason);
  }

  static void tell(String sentence) {
    System.err.println("axial: " + sentence);
  }
}
