package axial.it;

import axial.model.ModelFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Builds a lab's bundle with one component, from source, into a jar. */
public final class LabBundle {

  private LabBundle() {}

  /**
   * A bundle of one component {@code lab.<name>}.
   *
   * @param service the service type that it offers
   * @param body the members of the class, {@code id()} and its like
   */
  public static Path build(
      Path folder, String name, String version, Class<?> service, String imports, String body)
      throws IOException {
    String classPath = System.getProperty("java.class.path");
    return build(folder, name, version, service, imports, body, classPath, List.of());
  }

  /** The same, with more lines in its manifest. */
  public static Path build(
      Path folder,
      String name,
      String version,
      Class<?> service,
      String imports,
      String body,
      List<String> headers)
      throws IOException {
    String classPath = System.getProperty("java.class.path");
    return build(folder, name, version, service, imports, body, classPath, headers);
  }

  /** The same, compiled against more than the API. */
  public static Path build(
      Path folder,
      String name,
      String version,
      Class<?> service,
      String imports,
      String body,
      String classPath,
      List<String> headers)
      throws IOException {
    Path work = Files.createTempDirectory(folder, name);
    compile(
        work,
        "lab/" + name + ".java",
        """
        package lab;
        import axial.data.*; import axial.eval.*; import axial.explain.*; import axial.job.*;
        import axial.model.*; import java.util.*;
        public final class %s implements %s {
        %s
        }
        """
            .formatted(name, service.getName(), body),
        classPath);
    return jar(work, name, version, service, imports, headers);
  }

  /** A bundle of the model {@code lab-net}: one hidden layer of so many units. */
  public static Path net(Path folder, String version, int units) throws IOException {
    return build(
        folder,
        "LabNet",
        version,
        ModelFactory.class,
        imports(),
        named("lab-net")
            + """
            public Network network(Shape input, int classes, Settings settings) {
              return new Network("lab-net", input, List.of(new Layer.Flatten(),
                  new Layer.Dense(%d, Activation.RELU), new Layer.Dense(1, Activation.SIGMOID)),
                  Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
            }
            """
                .formatted(units));
  }

  /** A bundle that exports the package {@code lablib}, whose class answers that number. */
  public static Path library(Path folder, String version, int answer) throws IOException {
    Path work = Files.createTempDirectory(folder, "library");
    compile(
        work,
        "lablib/Library.java",
        "package lablib; public final class Library { public static int answer() { return %d; } }"
            .formatted(answer),
        System.getProperty("java.class.path"));
    Manifest manifest = manifest("lab.library", version);
    manifest.getMainAttributes().putValue("Export-Package", "lablib;version=\"" + version + "\"");
    Path jar = work.resolve("library-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      classes(work.resolve("classes"), zip);
    }
    return jar;
  }

  private static void classes(Path classes, JarOutputStream zip) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private static Manifest manifest(String symbolicName, String version) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", symbolicName);
    main.putValue("Bundle-Version", version);
    main.putValue("Bundle-Description", "A lab's extension.");
    main.putValue("Bundle-License", "MIT");
    main.putValue("Bundle-Vendor", "A lab");
    return manifest;
  }

  private static void compile(Path work, String name, String text, String classPath)
      throws IOException {
    Path source = work.resolve(name);
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "--release",
            "17",
            "-cp",
            classPath,
            "-d",
            work.resolve("classes").toString(),
            source.toString());
    if (result != 0) {
      throw new IOException("The lab bundle of " + name + " does not compile.");
    }
  }

  private static Path jar(
      Path work,
      String name,
      String version,
      Class<?> service,
      String imports,
      List<String> headers)
      throws IOException {
    Manifest manifest = manifest("lab." + name.toLowerCase(java.util.Locale.ROOT), version);
    Attributes main = manifest.getMainAttributes();
    main.putValue("Import-Package", imports);
    main.putValue("Service-Component", "OSGI-INF/component.xml");
    headers.forEach(header -> main.putValue(header.split(": ")[0], header.split(": ")[1]));
    Path jar = work.resolve(name + "-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      classes(work.resolve("classes"), zip);
      zip.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
      zip.write(
          """
          <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="lab.%s">
            <implementation class="lab.%s"/>
            <service><provide interface="%s"/></service>
          </scr:component>
          """
              .formatted(name, name, service.getName())
              .getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return jar;
  }

  /** Imports of all packages of the API that an extension may want. */
  public static String imports() {
    return String.join(
        ",",
        List.of("data", "eval", "explain", "job", "model").stream()
            .map(p -> "axial." + p + ";version=\"[1.0,2)\"")
            .toList());
  }

  /** The members that every extension has. */
  public static String named(String id) {
    return """
    public String id() { return "%s"; }
    public String description() { return "A lab's extension."; }
    public List<Setting> settings() { return List.of(); }
    """
        .formatted(id);
  }
}
