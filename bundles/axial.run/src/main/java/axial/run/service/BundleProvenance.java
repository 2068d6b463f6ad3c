package axial.run.service;

import axial.job.Choice;
import axial.job.Machine;
import axial.model.ModelExporter;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import axial.run.Provenance;
import axial.run.RunSpec;
import axial.run.stages.Crew;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Writes down what a run is made with: bundles by version and hash, and the platform. */
final class BundleProvenance {

  private BundleProvenance() {}

  static Provenance of(
      BundleContext framework,
      Extensions extensions,
      RunSpec spec,
      Map<String, String> engine,
      String dataSha256) {
    Set<String> chosen = chosen(spec);
    List<Extensions.Status> statuses = extensions.statuses();
    List<Provenance.BundleUse> bundles = new ArrayList<>();
    Arrays.stream(framework.getBundles())
        .filter(bundle -> bundle.getSymbolicName() != null && bundle.getBundleId() != 0)
        .sorted(Comparator.comparing(Bundle::getSymbolicName).thenComparing(Bundle::getVersion))
        .forEach(
            bundle -> {
              String name = bundle.getSymbolicName() + " " + bundle.getVersion();
              List<String> services =
                  statuses.stream()
                      .filter(s -> s.bundle().equals(name) && isUsed(s, chosen))
                      .filter(s -> s.state() == Extensions.State.USABLE)
                      .map(s -> s.type() + " " + s.id())
                      .toList();
              bundles.add(
                  new Provenance.BundleUse(
                      bundle.getSymbolicName(),
                      bundle.getVersion().toString(),
                      sha256(bundle),
                      services));
            });
    return new Provenance(bundles, platform(engine, extensions), dataSha256);
  }

  /** Of the extensions that nobody chooses, prediction engines are used. */
  private static boolean isUsed(Extensions.Status status, Set<String> chosen) {
    return status.type().equals(PredictionEngine.class.getSimpleName())
        || !status.type().equals(ModelExporter.class.getSimpleName())
            && chosen.contains(status.id());
  }

  private static Set<String> chosen(RunSpec spec) {
    Set<String> ids = new HashSet<>();
    ids.add(Crew.NEAR);
    for (Choice one :
        List.of(spec.source(), spec.duplicates(), spec.splitter(), spec.model(), spec.engine())) {
      ids.add(one.id());
    }
    for (List<Choice> several :
        List.of(
            spec.augmenters(),
            spec.standardizers(),
            spec.plan().schedules(),
            spec.evaluators(),
            spec.explainers())) {
      several.forEach(choice -> ids.add(choice.id()));
    }
    return ids;
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

  /** SHA-256 of a bundle's file; "unknown" when its bytes can no longer be found. */
  private static String sha256(Bundle bundle) {
    String location = bundle.getLocation().replaceFirst("^reference:", "");
    try {
      Path file = Path.of(new URI(location));
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
