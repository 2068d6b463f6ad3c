package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.Evaluator;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bundle with classes for DL4J is refused however it comes by them, wherever it is offered: they
 * would be used on after an update.
 */
class Dl4jRefusedTest {

  private static final int EXTENSION = 5;

  @TempDir Path temp;

  private Cli.Result axial(String... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), arguments);
  }

  private Path jar(String name, String work, List<String> headers) throws Exception {
    return LabBundle.build(
        temp,
        name,
        "1.0.0",
        Evaluator.class,
        LabBundle.imports(),
        LabBundle.named(name.toLowerCase(Locale.ROOT))
            + "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) {"
            + work
            + " return new Evaluation(\"lab\", \"\", Map.of()); }",
        headers);
  }

  /** A copy of a jar with one more entry. */
  private static Path with(Path jar, String name, byte[] bytes) throws Exception {
    Path more = jar.resolveSibling("more-" + jar.getFileName());
    try (JarInputStream in = new JarInputStream(Files.newInputStream(jar));
        OutputStream file = Files.newOutputStream(more);
        JarOutputStream out = new JarOutputStream(file, in.getManifest())) {
      for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        out.putNextEntry(new JarEntry(entry.getName()));
        in.transferTo(out);
        out.closeEntry();
      }
      out.putNextEntry(new JarEntry(name));
      out.write(bytes);
      out.closeEntry();
    }
    return more;
  }

  private void refused(Path jar, String why) throws Exception {
    String sentence = "brings classes for DL4J (" + why;
    Cli.Result installed = axial("extensions", "install", jar.toString());
    assertThat(installed.code()).as(installed.output()).isEqualTo(EXTENSION);
    assertThat(installed.output()).contains(sentence);
    assertThat(axial("extensions").output()).doesNotContain("lab.");
    Cli.Result checked = axial("extensions", "check", jar.toString());
    assertThat(checked.code()).as(checked.output()).isEqualTo(EXTENSION);
    assertThat(checked.output()).contains("FAILED  fits this Axial: It " + sentence);
    Path loose = Files.createDirectories(temp.resolve("workspace/plugins")).resolve("loose.jar");
    Files.copy(jar, loose);
    Cli.Result started = axial("bundles");
    assertThat(started.output()).contains("was set aside: It " + sentence);
    Files.delete(loose);
  }

  @Test
  void importsOfAnythingAreRefused() throws Exception {
    refused(
        jar("Greedy", "", List.of("DynamicImport-Package: *")),
        "its DynamicImport-Package \"*\" takes them too)");
  }

  @Test
  void namesForReflectionAreRefused() throws Exception {
    refused(
        jar(
            "Sly",
            "try { Class.forName(\"org.nd4j.linalg.factory.Nd4j\"); }"
                + " catch (ClassNotFoundException none) { return null; }",
            List.of()),
        "lab/Sly.class names them)");
  }

  @Test
  void carriedClassesAreRefused() throws Exception {
    refused(
        with(jar("Heavy", "", List.of()), "org/nd4j/Own.class", new byte[] {1}),
        "it carries org/nd4j/Own.class)");
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(inner)) {
      out.putNextEntry(new JarEntry("org/deeplearning4j/Own.class"));
      out.write(1);
      out.closeEntry();
    }
    refused(
        with(
            jar("Nested", "", List.of("Bundle-ClassPath: .,lib/inner.jar")),
            "lib/inner.jar",
            inner.toByteArray()),
        "it carries org/deeplearning4j/Own.class)");
  }
}
