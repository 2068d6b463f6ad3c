package axial.workbench.model;

import axial.job.Setting;
import axial.run.IsolatedRuns.Limits;
import axial.view.form.SettingsForm;
import axial.view.form.WrappedText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Whether a training has a process of its own, and what that may use. */
final class Isolation extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final String MEMORY = "megabytes";
  private static final String MINUTES = "minutes";
  private static final int LEAST = (int) (Limits.LEAST_BYTES >> 20);
  private static final List<Setting> LIMITS =
      List.of(
          new Setting.Whole(
              MEMORY, 2048, LEAST, 1 << 20, "Java heap of the process; it is ended above that."),
          new Setting.Whole(
              MINUTES, 60, 1, 60 * 24 * 60, "How long the process may take; then it is ended."));

  private final JCheckBox own = new JCheckBox("Train in a process of its own");
  private final transient SettingsForm limits = new SettingsForm("isolated.", LIMITS, Map.of());
  private final WrappedText about = new WrappedText("Label.disabledForeground");

  /** A box that is not ticked; {@code changed} is told after each change. */
  Isolation(Runnable changed) {
    super(new MigLayout("insets 0, wrap 1, hidemode 3, gapy 1lp", "[grow, fill]"));
    own.setName("recipe.isolated");
    own.setToolTipText("A crash or a full memory of the training then leaves this window alone");
    about.setText(
        "A crash or a full memory stays there. It still has your rights, and cannot be paused.");
    own.addActionListener(
        event -> {
          limited(own.isSelected());
          changed.run();
        });
    limits.watch(changed);
    add(own, "wmin 0");
    add(about, "gapleft indent, wmin 0");
    add(limits, "gapleft indent, wmin 0");
    limited(false);
  }

  private void limited(boolean wanted) {
    about.setVisible(wanted);
    limits.setVisible(wanted);
    revalidate();
  }

  /** Whether there is no other way, as the model is never started in this process. */
  void only(boolean way) {
    if (way) {
      own.setSelected(true);
      limited(true);
    }
    own.setEnabled(!way);
  }

  /** What the process may use; nothing when none is wanted. */
  Optional<Limits> limits() {
    if (!own.isSelected() || problem().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Limits(
            Long.parseLong(limits.entries().value(MEMORY)) << 20,
            Duration.ofMinutes(Long.parseLong(limits.entries().value(MINUTES)))));
  }

  /** What is wrong with the limits, in words; empty when nothing is. */
  Optional<String> problem() {
    return own.isSelected() ? limits.problem() : Optional.empty();
  }
}
