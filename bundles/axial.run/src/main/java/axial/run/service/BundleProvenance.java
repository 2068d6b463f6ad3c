package axial.run.service;

import axial.job.Machine;
import axial.model.ModelExporter;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import axial.run.Provenance;
import axial.run.lease.LeasedExtensions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Writes down what a run is made with: bundles by version and hash, and the platform. */
final class BundleProvenance {

  private static final Pattern INSTALLED_BY = Pattern.compile("[/#]([0-9a-f]{64})(\\.jar)?$");

  private BundleProvenance() {}

  /**
   * What the call of a run holds.
   *
   * @param workshop of that call
   */
  static Provenance of(Workshop workshop, Map<String, String> engine, String dataSha256) {
    Map<String, String> platform = platform(engine, workshop.extensions());
    Map<Bundle, List<String>> services = services(workshop.extensions());
    Set<Bundle> used = UsedBundles.of(services.keySet(), workshop.services());
    Set<String> usedNames = used.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
    List<Provenance.BundleUse> bundles =
        Arrays.stream(workshop.framework().getBundles())
            .filter(bundle -> bundle.getSymbolicName() != null && bundle.getBundleId() != 0)
            // of two versions of a bundle the run is made with those that it uses
            .filter(b -> used.contains(b) || !usedNames.contains(b.getSymbolicName()))
            .sorted(Comparator.comparing(Bundle::getSymbolicName).thenComparing(Bundle::getVersion))
            .map(
                bundle ->
                    new Provenance.BundleUse(
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        sha256(bundle),
                        services.getOrDefault(bundle, List.of())))
            .toList();
    return new Provenance(bundles, platform, dataSha256);
  }

  /** The extensions that the call has found, as "ModelFactory fsm", by their bundles. */
  private static Map<Bundle, List<String>> services(LeasedExtensions extensions) {
    Map<Bundle, List<String>> services = new HashMap<>();
    for (LeasedExtensions.Found found : extensions.found()) {
      @Nullable Bundle bundle = FrameworkUtil.getBundle(found.extension().getClass());
      if (bundle != null && found.type() != ModelExporter.class) {
        services
            .computeIfAbsent(bundle, b -> new ArrayList<>())
            .add(found.type().getSimpleName() + " " + found.id());
      }
    }
    services.values().forEach(Collections::sort);
    return services;
  }

  private static Map<String, String> platform(Map<String, String> engine, Extensions extensions) {
    Map<String, String> platform = new TreeMap<>();
    for (String key :
        List.of(
            "java.version", "java.vendor", "java.vm.name", "os.name", "os.version", "os.arch")) {
      platform.put(key, System.getProperty(key, "unknown"));
    }
    platform.put("processor", Machine.processor(Machine.cpuinfo()));
    platform.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    platform.put("heap.max.bytes", Long.toString(Runtime.getRuntime().maxMemory()));
    put(platform, "engine.", engine);
    for (PredictionEngine prediction : extensions.all(PredictionEngine.class)) {
      try {
        put(platform, "prediction." + prediction.id() + ".", prediction.platform());
      } catch (RuntimeException | LinkageError broken) {
        platform.put("prediction." + prediction.id(), "does not start");
      }
    }
    return platform;
  }

  private static void put(Map<String, String> platform, String prefix, Map<String, String> engine) {
    engine.forEach(
        (key, value) -> {
          if (!key.equals("cache")) {
            platform.put(prefix + key, value);
          }
        });
  }

  /**
   * SHA-256 of a bundle's file: the one that it was installed by, which its location ends with, or
   * that of the file at its location. "unknown" when its bytes can no longer be found.
   */
  private static String sha256(Bundle bundle) {
    String location = bundle.getLocation().replaceFirst("^reference:", "");
    Matcher installedBy = INSTALLED_BY.matcher(location);
    if (installedBy.find()) {
      return installedBy.group(1);
    }
    try {
      URI address = new URI(location);
      if (!"file".equals(address.getScheme())) {
        return "unknown";
      }
      Path file = Path.of(address);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (URISyntaxException | IllegalArgumentException | IOException notAFile) {
      return "unknown";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
