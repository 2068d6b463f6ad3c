package axial.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds versions of a bundle with the model {@code swap-net}. */
final class SwapBundles {

  private static final String SOURCE =
      """
      package lab;
      import axial.data.*; import axial.job.*; import axial.model.*; import java.util.*;
      public final class SwapNet implements ModelFactory {
        public String id() { return "swap-net"; }
        public String description() { return "%s"; }
        public List<Setting> settings() { return List.of(); }
        public Network network(Shape input, int classes, Settings settings) {
          return new Network("swap-net", input, List.of(
              new Layer.Convolution(16, 3, 3, 1, Activation.RELU), new Layer.MaxPooling(2, 2),
              new Layer.Convolution(16, 3, 3, 1, Activation.RELU), new Layer.MaxPooling(2, 2),
              new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
              Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
        }
      }
      """;

  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="lab.SwapNet">
        <implementation class="lab.SwapNet"/>
        <service><provide interface="axial.model.ModelFactory"/></service>
      </scr:component>
      """;

  private SwapBundles() {}

  /** The jar of a version; the model's description is the version. */
  static Path build(Path folder, String version) throws IOException {
    Path work = Files.createTempDirectory(folder, "swap-net");
    Path source = Files.createDirectories(work.resolve("lab")).resolve("SwapNet.java");
    Files.writeString(source, SOURCE.formatted(version));
    Path classes = work.resolve("classes");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    if (result != 0) {
      throw new IOException("The bundle of the bench does not compile.");
    }
    Path jar = work.resolve("swap-net-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest(version));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(zip, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
      put(zip, "OSGI-INF/component.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void put(JarOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new JarEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Manifest manifest(String version) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "lab.swap-net");
    main.putValue("Bundle-Version", version);
    main.putValue("Service-Component", "OSGI-INF/component.xml");
    main.putValue(
        "Import-Package",
        "axial.data;version=\"[1,2)\",axial.job;version=\"[1,2)\",axial.model;version=\"[1,2)\"");
    return manifest;
  }
}
