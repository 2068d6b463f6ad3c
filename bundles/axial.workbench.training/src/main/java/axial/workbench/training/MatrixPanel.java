package axial.workbench.training;

import axial.chart.MatrixCells;
import axial.chart.MatrixComponent;
import axial.chart.MatrixFigure;
import axial.eval.ConfusionMatrix;
import axial.run.Runs;
import axial.train.Epoch;
import axial.view.Desk;
import axial.view.form.Sign;
import axial.view.form.WrappedText;
import axial.view.part.EmptyPanel;
import axial.view.run.CellPictures;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;

/** The matrix of the validation part after an epoch, and a slider over the epochs. */
final class MatrixPanel extends JPanel implements MatrixController.Screen {

  private static final long serialVersionUID = 1L;
  private static final String EMPTY = "empty";
  private static final String MATRIX = "matrix";

  private final transient MatrixController controller;
  private final CardLayout cards = new CardLayout();
  private final JPanel empty = new JPanel(new BorderLayout());
  private final JSlider slider = new JSlider(1, 1, 1);
  private final JLabel which = new JLabel(" ");
  private final JLabel figures = new JLabel(" ");
  private final JLabel stampSign = new JLabel(Sign.WARNING);
  private final WrappedText stamp = new WrappedText("Label.foreground");
  private final MatrixComponent picture;
  private String told = "";
  private boolean showing;

  MatrixPanel(
      Desk desk, FollowedTraining followed, Runs runs, Supplier<Optional<CellPictures>> pictures) {
    setLayout(cards);
    setName("training.matrix");
    controller = new MatrixController(desk, followed, runs, pictures, this);
    picture = new MatrixComponent("matrix.picture", "Confusion matrix", controller::open);
    JPanel content = new JPanel(new MigLayout("insets panel, wrap 1, hidemode 3", "[grow, fill]"));
    which.setName("matrix.epoch");
    which.putClientProperty("FlatLaf.style", "font: bold");
    figures.setName("matrix.figures");
    stamp.setName("matrix.stamp");
    slider.setName("matrix.slider");
    slider.getAccessibleContext().setAccessibleName("Epoch");
    slider.setToolTipText("Go through the epochs; the last one follows the training");
    slider.addChangeListener(
        event -> {
          if (!showing) {
            controller.choose(slider.getValue());
          }
        });
    content.add(which, "wmin 0");
    content.add(figures, "wmin 0");
    content.add(stampSign, "split 2, growx 0, aligny top");
    content.add(stamp, "growx, pushx, wmin 0");
    content.add(picture, "growy, pushy, wmin 0, hmin 80lp");
    content.add(slider, "wmin 0");
    JLabel note = new JLabel("Research software, not a medical device.");
    note.setEnabled(false);
    content.add(note, "wmin 0");
    add(empty, EMPTY);
    add(content, MATRIX);
    stamp("");
    desk.figure(picture, new MatrixFigure("validation-matrix", controller::words));
  }

  MatrixController controller() {
    return controller;
  }

  @Override
  public void nothing(String title, String why) {
    if (!told.equals(title)) {
      told = title;
      empty.removeAll();
      empty.add(new EmptyPanel(title, why));
      empty.revalidate();
    }
    cards.show(this, EMPTY);
  }

  @Override
  public void show(ConfusionMatrix shown, Epoch epoch, int epochs, boolean newest, String hint) {
    showing = true;
    try {
      slider.setMaximum(epochs);
      slider.setEnabled(epochs > 1);
      if (newest) {
        slider.setValue(epochs);
      }
    } finally {
      showing = false;
    }
    which.setText("Validation after epoch " + epoch.number() + (newest ? ", the newest" : ""));
    figures.setText(
        String.format(
            Locale.ROOT,
            "Loss %.3f · accuracy %.0f %% · recall %.0f %%",
            epoch.validation().loss(),
            100 * epoch.validation().accuracy(),
            100 * epoch.validation().recall()));
    picture.show(MatrixCells.of(shown));
    picture.hint(hint);
    cards.show(this, MATRIX);
  }

  @Override
  public void stamp(String words) {
    stamp.setText(words);
    stamp.setVisible(!words.isEmpty());
    stampSign.setVisible(!words.isEmpty());
  }
}
