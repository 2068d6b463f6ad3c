package axial.workbench.training;

import axial.chart.ChartTheme;
import axial.run.Stage;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.view.run.Course;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws curves that nobody sees, on a thread of its own: the first drawings take a tenth of a
 * second and more, until the code is loaded and compiled, and the window would stand still for
 * that.
 */
final class Rehearsal {

  private static final int DRAWINGS = 40;
  private static final int PER_EPOCH = 20;
  private static final Rectangle SIZE = new Rectangle(600, 500);

  private Rehearsal() {}

  /** Begins to draw, with what the look of the window is now. */
  static void begin() {
    ChartTheme theme = ChartTheme.window();
    Thread thread = new Thread(() -> draw(theme), "axial-curves-rehearsal");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private static void draw(ChartTheme theme) {
    BufferedImage image = new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    CurvesChart curves = new CurvesChart();
    theme.dress(curves.chart());
    MadeUp course = new MadeUp();
    curves.follow(course);
    for (int i = 0; i < DRAWINGS; i++) {
      course.goOn();
      curves.update(course);
      curves.choose(SIZE.width);
      curves.chart().draw(graphics, SIZE);
    }
    graphics.dispose();
  }

  /** A training that gets better and better. */
  private static final class MadeUp implements Course, Course.Batches {
    private static final Metrics SOME = new Metrics(PER_EPOCH, 0.5, 0.8, 0.8);
    private final List<Epoch> epochs = new ArrayList<>();

    void goOn() {
      epochs.add(new Epoch(epochs.size() + 1, SOME, SOME, 1e-3, 1e-3, 1, Epoch.Times.UNKNOWN));
    }

    @Override
    public Optional<Stage> stage() {
      return Optional.of(Stage.TRAIN);
    }

    @Override
    public List<Summary> summaries() {
      return List.of();
    }

    @Override
    public Batches batches() {
      return this;
    }

    @Override
    public List<Epoch> epochs() {
      return epochs;
    }

    @Override
    public int plannedEpochs() {
      return DRAWINGS;
    }

    @Override
    public int bestEpoch() {
      return epochs.size();
    }

    @Override
    public long lastEventNanos() {
      return 0;
    }

    @Override
    public double imagesPerSecond() {
      return 0;
    }

    @Override
    public List<String> setAside() {
      return List.of();
    }

    @Override
    public int count() {
      return epochs.size() * PER_EPOCH;
    }

    @Override
    public int epoch(int index) {
      return index / PER_EPOCH + 1;
    }

    @Override
    public int inEpoch(int index) {
      return index % PER_EPOCH + 1;
    }

    @Override
    public int ofEpoch(int index) {
      return PER_EPOCH;
    }

    @Override
    public double loss(int index) {
      return 1.0 / (index + 1);
    }

    @Override
    public double accuracy(int index) {
      return 1 - loss(index);
    }

    @Override
    public double recall(int index) {
      return 1 - loss(index);
    }
  }
}
