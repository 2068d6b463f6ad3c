package axial.run.crate;

/**
 * A file of a crate.
 *
 * @param name its path in the crate, with forward slashes
 * @param bytes its size
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 */
record CrateFile(String name, long bytes, String sha256) {

  /** The name of the file that describes the others. */
  static final String METADATA = "ro-crate-metadata.json";

  /** The name of the attached lock file. */
  static final String LOCK = "extensions.lock";

  /** The folder of the data's images. */
  static final String IMAGES = "images/";

  /** What its name says that it holds. */
  String encodingFormat() {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> "application/json";
      case "jsonl" -> "application/jsonl";
      case "csv" -> "text/csv";
      case "html" -> "text/html";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "zip" -> "application/zip";
      case "lock" -> "text/plain";
      default -> "application/octet-stream";
    };
  }
}
