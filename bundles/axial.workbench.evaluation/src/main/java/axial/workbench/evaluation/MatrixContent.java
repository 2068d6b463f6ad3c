package axial.workbench.evaluation;

import axial.chart.MatrixCells;
import axial.chart.MatrixComponent;
import axial.chart.MatrixFigure;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.run.RunRecord;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Subscription;
import axial.view.run.CellPictures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import net.miginfocom.swing.MigLayout;

/** The confusion matrix of a part of a run. */
final class MatrixContent implements Content<Map<Split.Part, ConfusionMatrix>> {

  private static final String NAME = "evaluation.matrix";

  private final Desk desk;
  private final CellSelection selection;
  private final JPanel panel =
      new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[][grow, fill]"));
  private final MatrixComponent matrix;
  private final JLabel summary = new JLabel();
  private final JRadioButton test = new JRadioButton("Test part", true);
  private final JRadioButton validation = new JRadioButton("Validation part");
  private final Subscription chosenElsewhere;
  private Optional<RunRecord> run = Optional.empty();
  private Map<Split.Part, ConfusionMatrix> matrices = Map.of();

  MatrixContent(Desk desk, CellSelection selection) {
    this.desk = desk;
    this.selection = selection;
    this.matrix = new MatrixComponent(NAME + ".cells", "Confusion matrix", this::choose);
    matrix.hint("Click to see its images.");
    test.setName(NAME + ".test");
    validation.setName(NAME + ".validation");
    summary.setName(NAME + ".summary");
    ButtonGroup parts = new ButtonGroup();
    for (JRadioButton button : List.of(test, validation)) {
      parts.add(button);
      button.addActionListener(event -> showPart());
    }
    JPanel head = new JPanel(new MigLayout("insets 0, fillx, wrap 2", "[][grow]"));
    head.add(test);
    head.add(validation);
    head.add(summary, "span 2, wmin 0");
    panel.add(head);
    panel.add(matrix, "wmin 0, hmin 0");
    desk.figure(matrix, new MatrixFigure("confusion-matrix", this::words));
    desk.command(
        panel,
        Command.of("evaluation.errors", "Show the images that were called wrong most", this::worst)
            .when(() -> run.isPresent()));
    chosenElsewhere = selection.watch(cell -> cell.ifPresent(this::follow));
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<Map<Split.Part, ConfusionMatrix>> prepare(RunRecord record) {
    Map<Split.Part, ConfusionMatrix> made = new EnumMap<>(Split.Part.class);
    record.predictions().ifPresent(p -> made.put(Split.Part.TEST, p.confusion()));
    record.validation().ifPresent(p -> made.put(Split.Part.VALIDATION, p.confusion()));
    return made.containsKey(Split.Part.TEST) ? Optional.of(made) : Optional.empty();
  }

  @Override
  public void show(RunRecord record, Map<Split.Part, ConfusionMatrix> prepared) {
    run = Optional.of(record);
    matrices = prepared;
    validation.setEnabled(prepared.containsKey(Split.Part.VALIDATION));
    if (!validation.isEnabled()) {
      test.setSelected(true);
    }
    showPart();
  }

  @Override
  public void close() {
    chosenElsewhere.cancel();
  }

  private Split.Part part() {
    return validation.isSelected() ? Split.Part.VALIDATION : Split.Part.TEST;
  }

  private Optional<ConfusionMatrix> shown() {
    return Optional.ofNullable(matrices.get(part()));
  }

  private void showPart() {
    shown()
        .ifPresent(
            counted -> {
              matrix.show(MatrixCells.of(counted));
              summary.setText(
                  "Balanced accuracy "
                      + Estimate.balancedAccuracy(counted).text()
                      + " on "
                      + counted.total()
                      + " images");
              summary.setToolTipText("Mean of the recalls of all classes, with its 95 % interval");
              run.flatMap(record -> selection.of(record.folder()))
                  .filter(this::isHere)
                  .ifPresent(cell -> matrix.mark(cell.truth(), cell.called()));
            });
  }

  private void choose(int truth, int called) {
    run.ifPresent(
        record -> selection.show(new CellPictures.Cell(record.folder(), 0, part(), truth, called)));
  }

  private boolean isHere(CellPictures.Cell cell) {
    return cell.epoch() == 0 && cell.part() == part();
  }

  private void follow(CellPictures.Cell cell) {
    if (run.isPresent() && run.get().folder().equals(cell.run()) && isHere(cell)) {
      matrix.mark(cell.truth(), cell.called());
    }
  }

  /** The cell off the diagonal that has the most images. */
  private void worst() {
    shown()
        .ifPresent(
            counted -> {
              int most = -1;
              int truth = 0;
              int called = 0;
              for (int row = 0; row < counted.labels().count(); row++) {
                for (int column = 0; column < counted.labels().count(); column++) {
                  if (row != column && counted.count(row, column) > most) {
                    most = counted.count(row, column);
                    truth = row;
                    called = column;
                  }
                }
              }
              matrix.mark(truth, called);
              choose(truth, called);
              desk.reveal("evaluation.cases");
            });
  }

  private MatrixFigure.Words words() {
    RunRecord record = run.orElseThrow();
    ConfusionMatrix counted = shown().orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    rows.add(Methods.head("true_class", "called", "images", "share", "low", "high"));
    for (int truth = 0; truth < counted.labels().count(); truth++) {
      for (int called = 0; called < counted.labels().count(); called++) {
        int support = counted.support(truth);
        Estimate share =
            support == 0
                ? Estimate.without(Double.NaN)
                : Estimate.share(counted.count(truth, called), support);
        rows.add(
            List.of(
                counted.labels().name(truth),
                counted.labels().name(called),
                Integer.toString(counted.count(truth, called)),
                Methods.number(share.value()),
                Methods.number(share.low()),
                Methods.number(share.high())));
      }
    }
    String what =
        "Confusion matrix of the %s, %d images: counts, and shares of the true class."
            .formatted(Methods.part(part()), counted.total());
    return new MatrixFigure.Words(
        MatrixCells.of(counted),
        record.id(),
        Methods.caption(what, record),
        rows,
        Methods.of(
            record,
            what
                + " Balanced accuracy "
                + Estimate.balancedAccuracy(counted).text()
                + ". Intervals are 95 % score intervals (Wilson, 1927)."));
  }
}
