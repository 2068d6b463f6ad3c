package axial.extensions.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a project of a model bundle, with gaps for its names. */
final class Template {

  /** Paths in the project by the names of the files that they are made of. */
  private static final Map<String, String> FILES = files();

  private final String name;
  private final String type;

  /**
   * A project of that name.
   *
   * @param name such as {@code my-net}
   */
  Template(String name) {
    this.name = name;
    this.type = type(name);
  }

  /** The class of a model: {@code my-net} becomes {@code MyNet}, {@code string StringNet}. */
  static String type(String name) {
    StringBuilder type = new StringBuilder();
    for (String word : name.split("-", -1)) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return type.toString().endsWith("Net") ? type.toString() : type + "Net";
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.txt", "pom.xml");
    files.put("Model.txt", "src/main/java/lab/@type@.java");
    files.put("ModelTest.txt", "src/test/java/lab/@type@Test.java");
    files.put("README.txt", "README.md");
    files.put("gitignore.txt", ".gitignore");
    return files;
  }

  /** Writes the files; none may be there. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(filled(file.getValue()));
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, filled(text(file.getKey())), StandardOpenOption.CREATE_NEW);
    }
  }

  private String filled(String text) {
    return text.replace("@name@", name).replace("@type@", type);
  }

  private static String text(String file) throws IOException {
    try (InputStream in = Template.class.getResourceAsStream("model/" + file)) {
      if (in == null) {
        throw new IOException("The template " + file + " is missing in this build of Axial.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
