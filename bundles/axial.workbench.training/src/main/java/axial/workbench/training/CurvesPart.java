package axial.workbench.training;

import axial.run.Runs;
import axial.view.Desk;
import axial.view.Part;
import javax.swing.JComponent;
import javax.swing.Timer;

/** The curves in one window; says once a second how fresh they are, while they are seen. */
final class CurvesPart implements Part {

  private static final int SECOND = 1000;

  private final CurvesPanel panel;
  private final Timer timer;

  CurvesPart(Desk desk, FollowedTraining followed, Runs runs) {
    panel = new CurvesPanel(desk, followed, runs);
    panel.controller().open();
    timer = new Timer(SECOND, event -> panel.controller().tick());
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void shown() {
    panel.controller().shown();
    timer.start();
  }

  @Override
  public void hidden() {
    timer.stop();
    panel.controller().hidden();
  }

  @Override
  public void close() {
    timer.stop();
    panel.controller().close();
  }
}
