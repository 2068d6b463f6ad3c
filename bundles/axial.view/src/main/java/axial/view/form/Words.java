package axial.view.form;

import axial.job.Setting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How settings are named on the screen. */
final class Words {

  private Words() {}

  /** "learning-rate" as "Learning rate"; of a name with dots the last part. */
  static String label(String key) {
    String words = key.substring(key.lastIndexOf('.') + 1).replace('-', ' ');
    return words.isEmpty()
        ? key
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** What a setting allows, with whole numbers without a ".0". */
  static String allowed(@Nullable Setting setting) {
    return setting == null ? "" : setting.allowed().replaceAll("(\\d)\\.0(?![\\d.eE])", "$1");
  }

  /** What is kept of a form's row for a tooltip. */
  static String tooltip(Setting setting) {
    String allowed = allowed(setting);
    return "<html><body style='width: 22em'>"
        + escape(setting.description())
        + (setting instanceof Setting.Flag || setting instanceof Setting.Text
            ? ""
            : "<br>"
                + escape(allowed.substring(0, 1).toUpperCase(Locale.ROOT))
                + escape(allowed.substring(1))
                + ".")
        + "</body></html>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
