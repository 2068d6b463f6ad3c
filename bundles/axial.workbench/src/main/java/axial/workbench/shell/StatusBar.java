package axial.workbench.shell;

import axial.view.Jobs;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** What happened last, what is under way, what the machine has. */
final class StatusBar extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int TICK_MILLIS = 500;
  private static final int NOTE_TICKS = 16;
  private static final int MEMORY_TICKS = 4;
  private static final int FULL = 1000;
  private static final long MEGA = 1L << 20;

  private final JLabel note = new JLabel(" ");
  private final JLabel job = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, FULL);
  private final JButton cancel = new JButton("Cancel");
  private final JLabel machine = new JLabel();
  private final JLabel memory = new JLabel();
  private final transient Timer timer = new Timer(TICK_MILLIS, event -> tick());
  private transient List<Jobs.Job> jobs = List.of();
  private int noteTicks;
  private int ticks;

  StatusBar() {
    super(new MigLayout("insets 2lp 10lp 2lp 10lp, fillx, hidemode 3", "[grow,fill][][][][][]"));
    note.setName("status.note");
    job.setName("status.job");
    bar.setName("status.progress");
    cancel.setName("status.cancel");
    cancel.putClientProperty("JButton.buttonType", "toolBarButton");
    cancel.addActionListener(event -> jobs.forEach(Jobs.Job::cancel));
    machine.setName("status.device");
    add(note, "wmin 0");
    add(job);
    add(bar, "w 120lp!");
    add(cancel);
    add(machine, "gapleft 16lp");
    add(memory, "gapleft 16lp");
    border();
    show(List.of());
    timer.setInitialDelay(0);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    border();
  }

  private void border() {
    Color line = UIManager.getColor("Component.borderColor");
    setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, line));
  }

  /** Words that grow are laid out here, and leave the rest of the window alone. */
  @Override
  public boolean isValidateRoot() {
    return true;
  }

  void start() {
    timer.start();
  }

  void stop() {
    timer.stop();
  }

  void device(String words) {
    machine.setText(words);
  }

  void note(String text) {
    note.setText(text);
    noteTicks = NOTE_TICKS;
  }

  void show(List<Jobs.Job> underWay) {
    jobs = underWay;
    boolean any = !underWay.isEmpty();
    job.setVisible(any);
    bar.setVisible(any);
    cancel.setVisible(any);
    tick();
  }

  private void tick() {
    if (noteTicks > 0 && --noteTicks == 0) {
      note.setText(" ");
    }
    if (!jobs.isEmpty()) {
      Jobs.Job first = jobs.get(0);
      double share = first.share();
      bar.setIndeterminate(share < 0);
      bar.setValue((int) Math.round(Math.max(0, share) * FULL));
      job.setText(words(first, jobs.size() - 1));
    }
    if (ticks++ % MEMORY_TICKS == 0) {
      showMemory();
    }
  }

  private void showMemory() {
    Runtime java = Runtime.getRuntime();
    memory.setText(
        String.format(
            Locale.ROOT,
            "%d of %d MB",
            (java.totalMemory() - java.freeMemory()) / MEGA,
            java.maxMemory() / MEGA));
  }

  private static String words(Jobs.Job job, int others) {
    StringBuilder words = new StringBuilder(job.title());
    if (!job.task().isEmpty()) {
      words.append(": ").append(job.task());
    }
    double left = job.secondsLeft();
    if (left >= 1) {
      words.append(", ").append(Durations.words(left)).append(" left");
    }
    if (others > 0) {
      words.append(" (and ").append(others).append(" more)");
    }
    return words.toString();
  }
}
