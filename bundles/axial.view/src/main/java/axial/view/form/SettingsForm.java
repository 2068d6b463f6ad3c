package axial.view.form;

import axial.job.Setting;
import axial.view.Change;
import axial.view.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A form made of typed settings: a row for each, checked as one types. Nothing entered means the
 * default, which stands in the field in grey. F1 in a row shows what the setting does. Fields are
 * named {@code setting.<prefix><key>} and their reset buttons {@code reset.<prefix><key>}. Only on
 * the event dispatch thread.
 */
public final class SettingsForm extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Entries entries;
  private final transient Map<String, SettingRow> rows = new LinkedHashMap<>();
  private final String prefix;

  /** A form of these settings with their own defaults. */
  public SettingsForm(List<Setting> settings) {
    this("", settings, Map.of());
  }

  /**
   * A form of the settings of one extension.
   *
   * @param prefix what stands before the keys in {@link #values()}, such as {@code "lime."}; may be
   *     empty
   * @param defaults by key, without the prefix, what stands instead of a setting's own default
   */
  public SettingsForm(String prefix, List<Setting> settings, Map<String, String> defaults) {
    super(
        new MigLayout(
            "wrap 3, insets 0, hidemode 3, gapy 1lp",
            "[92lp:pref, grow 0, shrink 50]unrel[grow, fill][]"));
    this.prefix = prefix;
    this.entries = new Entries(settings, defaults);
    setOpaque(false);
    for (Setting setting : entries.settings()) {
      rows.put(setting.key(), new SettingRow(this, prefix, setting, entries));
    }
    entries.watch(() -> rows.values().forEach(SettingRow::refresh));
  }

  /** What was entered. */
  public Entries entries() {
    return entries;
  }

  /** What differs from the defaults: by the prefix and the key; wrong texts are left out. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    entries.chosen().forEach((key, value) -> values.put(prefix + key, value));
    return values;
  }

  /** Enters those of the values that begin with the prefix; others go back to their defaults. */
  public void enter(Map<String, String> values) {
    rows.keySet().forEach(key -> entries.enter(key, values.getOrDefault(prefix + key, "")));
  }

  /** The first problem in words; empty when everything can be used. */
  public Optional<String> problem() {
    return entries.firstProblem();
  }

  /** Calls a listener after each change. */
  public Subscription watch(Runnable listener) {
    return entries.watch(listener);
  }

  /**
   * Has every finished edit told as a change that can be undone: when a choice is made or a field
   * is left.
   */
  public void undoable(Consumer<Change> done) {
    rows.values().forEach(row -> row.undoable(done));
  }

  /** Shows or hides what each setting does. */
  public void explain(boolean shown) {
    rows.values().forEach(row -> row.explain(shown));
  }

  @Override
  public void setEnabled(boolean enabled) {
    super.setEnabled(enabled);
    rows.values().forEach(row -> row.setEnabled(enabled));
  }
}
