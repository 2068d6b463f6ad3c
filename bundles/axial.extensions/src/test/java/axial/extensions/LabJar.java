package axial.extensions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes bundles for tests; the same calls give the same bytes. */
public final class LabJar {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private LabJar() {}

  /** A bundle that may be published. */
  public static LabJar of(String name, String version) {
    return new LabJar()
        .with("Bundle-ManifestVersion", "2")
        .with("Bundle-SymbolicName", name)
        .with("Bundle-Version", version)
        .with("Bundle-Name", "Net of the lab")
        .with("Bundle-Description", "A net for tests.")
        .with("Bundle-License", "MIT;link=\"https://example.org\"")
        .with("Bundle-Vendor", "A lab");
  }

  /** With a header. */
  public LabJar with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Without a header. */
  public LabJar without(String header) {
    headers.remove(header);
    return this;
  }

  /** With an entry. */
  public LabJar entry(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  /** With an entry that makes its bytes others. */
  public LabJar salted(String salt) {
    return entry("salt.txt", salt.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of the jar. */
  public byte[] bytes() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      ZipEntry first = new ZipEntry("META-INF/MANIFEST.MF");
      first.setTime(0);
      jar.putNextEntry(first);
      manifest.write(jar);
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(each.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Writes the jar into a folder. */
  public Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.write(Files.createTempFile(folder, "lab-", ".jar"), bytes());
  }
}
