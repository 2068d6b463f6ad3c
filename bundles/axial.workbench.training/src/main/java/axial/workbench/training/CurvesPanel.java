package axial.workbench.training;

import axial.chart.ChartFigure;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.view.Desk;
import axial.view.form.Sign;
import axial.view.form.WrappedText;
import axial.view.part.EmptyPanel;
import axial.view.run.Training;
import axial.workbench.training.hint.Hint;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/** The curves of a training with its buttons, its state in words, and hints. */
final class CurvesPanel extends JPanel implements CurvesController.Screen {

  private static final long serialVersionUID = 1L;
  private static final String EMPTY = "empty";
  private static final String TRAINING = "training";
  private static final int STEPS = 1000;
  private static final Dimension PAPER = new Dimension(480, 560);

  private final transient CurvesController controller;
  private final transient CurvesChart chart = new CurvesChart();
  private final CardLayout cards = new CardLayout();
  private final TrainingChooser chooser = new TrainingChooser();
  private final JButton pause = button("curves.pause", "Pause");
  private final JButton finish = button("curves.finish", "Finish now, keep the best");
  private final JButton stop = button("curves.stop", "Stop");
  private final JButton resume = button("curves.resume", "Resume the run");
  private final JButton compare = button("curves.compare", "Compare with…");
  private final JLabel headline = new JLabel(" ");
  private final JLabel freshness = new JLabel(" ");
  private final JLabel details = new JLabel(" ");
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final WrappedText stamp = new WrappedText("Label.foreground");
  private final JLabel stampSign = new JLabel(Sign.WARNING);
  private final HintList hints = new HintList();

  CurvesPanel(Desk desk, FollowedTraining followed, Runs runs) {
    setLayout(cards);
    setName("training.curves");
    controller = new CurvesController(desk, followed, runs, System::nanoTime, this);
    add(
        new EmptyPanel(
            "No training yet",
            "This view shows the curves of a training while it goes on: loss, accuracy, recall and"
                + " learning rate. Choose a model and start one.",
            new EmptyPanel.Step("Choose how to train", () -> desk.reveal("model.recipe"))),
        EMPTY);
    add(content(), TRAINING);
    chooser.whenPicked(controller::pick);
    pause.addActionListener(event -> controller.pauseOrResume());
    finish.addActionListener(event -> controller.finishNow());
    stop.addActionListener(event -> controller.stop());
    resume.addActionListener(event -> controller.resumeRun());
    compare.addActionListener(event -> controller.askForRuns());
    new CurvesCommands(desk, followed, controller).offer(this);
    desk.figure(
        chart.panel(),
        new ChartFigure(
            "training-curves",
            chart.chart(),
            PAPER,
            () -> CurvesText.caption(followed.get()),
            () -> CurvesText.rows(controller.epochs()),
            () -> CurvesText.methods(followed.get()),
            controller::runId));
  }

  CurvesController controller() {
    return controller;
  }

  /** What changes at every batch is laid out here, and leaves the rest of the window alone. */
  @Override
  public boolean isValidateRoot() {
    return true;
  }

  private JPanel content() {
    JPanel content =
        new JPanel(new MigLayout("insets panel, wrap 1, hidemode 3, gapy rel", "[grow, fill]"));
    JPanel buttons = new JPanel(new MigLayout("insets 0, hidemode 3", "[grow, fill][][][][]"));
    chooser.setName("curves.training");
    buttons.add(chooser, "wmin 60lp, growx, wmax 400lp");
    buttons.add(pause);
    buttons.add(finish);
    buttons.add(stop);
    buttons.add(resume);
    buttons.add(compare);
    content.add(buttons, "wmin 0");
    JPanel state = new JPanel(new MigLayout("insets 0, wrap 1, gapy 1lp, hidemode 3", "[grow]"));
    headline.setName("curves.headline");
    headline.putClientProperty("FlatLaf.style", "font: bold");
    freshness.setName("curves.freshness");
    details.setName("curves.details");
    progress.setName("curves.progress");
    progress.getAccessibleContext().setAccessibleName("Share of the planned epochs");
    state.add(headline, "wmin 0, split 2");
    state.add(freshness, "wmin 0");
    state.add(details, "wmin 0");
    state.add(progress, "growx, h 4lp!, gaptop 2lp");
    stamp.setName("curves.stamp");
    stampSign.setVisible(false);
    stamp.setVisible(false);
    state.add(stampSign, "split 2, aligny top");
    state.add(stamp, "growx, pushx, wmin 0");
    content.add(state, "wmin 0");
    content.add(hints, "wmin 0, gaptop rel");
    content.add(chart.panel(), "hmin 120lp, wmin 0, growy, pushy");
    JLabel note = new JLabel("Research software, not a medical device.");
    note.setEnabled(false);
    content.add(note, "wmin 0");
    return content;
  }

  private static JButton button(String name, String words) {
    JButton button = new JButton(words);
    button.setName(name);
    return button;
  }

  @Override
  public void trainings(List<Training> all, Optional<Training> followed) {
    chooser.show(all, followed);
    cards.show(this, followed.isPresent() ? TRAINING : EMPTY);
  }

  @Override
  public void follow(Training training) {
    chart.follow(training.course());
  }

  @Override
  public void changed(Training training, Readout readout) {
    Training.State state = training.state();
    boolean works = state == Training.State.RUNNING || state == Training.State.PAUSED;
    boolean broken = state == Training.State.STOPPED || state == Training.State.FAILED;
    pause.setText(state == Training.State.PAUSED ? "Go on" : "Pause");
    pause.setVisible(!FollowedTraining.hasEnded(training));
    pause.setEnabled(works && training.canPause());
    finish.setVisible(!FollowedTraining.hasEnded(training));
    finish.setEnabled(works);
    stop.setVisible(!FollowedTraining.hasEnded(training));
    stop.setEnabled(works || state == Training.State.QUEUED);
    resume.setVisible(broken && training.run().isPresent());
    chooser.repaint();
    readout(readout);
    chart.update(training.course());
  }

  @Override
  public void readout(Readout readout) {
    headline.setText(readout.headline());
    freshness.setText(readout.freshness().isEmpty() ? "" : "· " + readout.freshness());
    details.setText(readout.details());
    progress.setValue((int) Math.round(STEPS * readout.share()));
  }

  @Override
  public void hints(List<Hint> found) {
    hints.show(found);
  }

  @Override
  public void stamp(String words) {
    stamp.setText(words);
    stamp.setVisible(!words.isEmpty());
    stampSign.setVisible(!words.isEmpty());
  }

  @Override
  public void overlays(List<Overlay> overlays) {
    chart.overlays(overlays);
  }

  @Override
  public void offer(List<RunRecord> runs) {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("curves.runs");
    if (runs.isEmpty()) {
      JMenuItem none = new JMenuItem("There are no earlier runs yet");
      none.setEnabled(false);
      menu.add(none);
    }
    for (RunRecord run : runs) {
      JMenuItem item =
          new JCheckBoxMenuItem(
              run.id() + " · " + run.spec().model().id(), controller.isOverlaid(run));
      item.setName("curves.run." + run.id());
      item.addActionListener(event -> controller.toggle(run));
      menu.add(item);
    }
    if (compare.isShowing()) {
      menu.show(compare, 0, compare.getHeight());
    }
  }
}
