package axial.workbench.evaluation;

import axial.chart.MatrixCells;
import axial.chart.MatrixComponent;
import axial.chart.MatrixFigure;
import axial.eval.PredictionComparer;
import axial.run.RunRecord;
import axial.view.Desk;
import axial.view.Jobs;
import java.awt.CardLayout;
import java.awt.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/** The run of the desk beside another one. */
final class CompareContent implements Content<CompareContent.Ready> {

  private static final String NAME = "evaluation.compare";
  private static final String NOTHING = "nothing";
  private static final String PAIR = "pair";

  private final Desk desk;
  private final OpenRuns runs;
  private final PredictionComparer comparer;
  private final JPanel panel =
      new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[][grow, fill]"));
  private final CardLayout cards = new CardLayout();
  private final JPanel below = new JPanel(cards);
  private final JComboBox<RunRecord> others = new JComboBox<>();
  private final JTable table = Tables.plain(NAME + ".table", "Results of both runs");
  private final MatrixComponent matrix =
      new MatrixComponent(NAME + ".matrix", "Difference of the confusion matrices", (r, c) -> {});
  private final Sentence words = new Sentence(NAME + ".words");
  private Optional<Path> wanted = Optional.empty();
  private Optional<RunRecord> first = Optional.empty();
  private Optional<ComparedRuns> shown = Optional.empty();
  private Optional<Jobs.Job> job = Optional.empty();
  private boolean changing;

  /** The run and those that it can be compared with. */
  record Ready(List<RunRecord> others) {}

  CompareContent(Desk desk, OpenRuns runs, PredictionComparer comparer) {
    this.desk = desk;
    this.runs = runs;
    this.comparer = comparer;
    others.setName(NAME + ".other");
    others.getAccessibleContext().setAccessibleName("Run to compare with");
    others.setRenderer(new RunNames());
    others.addActionListener(event -> chosen());
    words.getAccessibleContext().setAccessibleName("Tests of the difference");
    JPanel head = new JPanel(new MigLayout("insets 0"));
    JLabel label = new JLabel("1 is this run, 2 is");
    label.setLabelFor(others);
    head.add(label);
    head.add(others, "wmin 0");
    JPanel pair =
        new JPanel(
            new MigLayout(
                "fill, insets 0, wrap 2",
                "[grow 3, fill]unrel[grow 2, fill]",
                "[pref:pref, fill]unrel[grow, fill]"));
    pair.add(Tables.scrolled(table), "span, wmin 0");
    pair.add(matrix, "wmin 0, hmin 0");
    pair.add(words, "wmin 0, aligny top, growy 0");
    Sentence none = new Sentence(NAME + ".none");
    none.setText("Choose another evaluated run above: here stand the differences of both.");
    JPanel nothing = new JPanel(new MigLayout("fill, insets 0", "[grow, fill]", "[top]"));
    nothing.add(none, "wmin 0");
    below.add(nothing, NOTHING);
    below.add(pair, PAIR);
    panel.add(head);
    panel.add(below, "wmin 0, hmin 0");
    desk.figure(matrix, new MatrixFigure("difference-matrix", this::figure));
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<Ready> prepare(RunRecord record) {
    if (record.predictions().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Ready(
            runs.evaluated().stream()
                .filter(run -> !run.folder().equals(record.folder()))
                .toList()));
  }

  @Override
  public void show(RunRecord record, Ready ready) {
    Optional<Path> before =
        wanted.or(
            () -> Optional.ofNullable((RunRecord) others.getSelectedItem()).map(RunRecord::folder));
    first = Optional.of(record);
    changing = true;
    others.setModel(new DefaultComboBoxModel<>(ready.others().toArray(RunRecord[]::new)));
    others.setSelectedItem(
        ready.others().stream()
            .filter(run -> before.equals(Optional.of(run.folder())))
            .findFirst()
            .orElse(null));
    changing = false;
    chosen();
  }

  /** Compares with that run, now or when the list has it. */
  void with(Path other) {
    wanted = Optional.of(other);
    for (int i = 0; i < others.getItemCount(); i++) {
      if (others.getItemAt(i).folder().equals(other)) {
        others.setSelectedIndex(i);
        return;
      }
    }
  }

  @Override
  public void close() {
    job.ifPresent(Jobs.Job::cancel);
  }

  private void chosen() {
    if (changing) {
      return;
    }
    job.ifPresent(Jobs.Job::cancel);
    RunRecord other = (RunRecord) others.getSelectedItem();
    if (other == null || first.isEmpty()) {
      shown = Optional.empty();
      cards.show(below, NOTHING);
      return;
    }
    RunRecord own = first.get();
    wanted = Optional.of(other.folder());
    job =
        Optional.of(
            desk.jobs()
                .start(
                    "Compare " + own.id() + " with " + other.id(),
                    progress -> ComparedRuns.of(own, other, comparer),
                    this::show));
  }

  private void show(ComparedRuns pair) {
    if (!first.equals(Optional.of(pair.first()))) {
      return;
    }
    shown = Optional.of(pair);
    Tables.fill(table, List.of("figure", "1", "2", "2 less 1"), pair.rows());
    words.setText(String.join("\n\n", pair.sentences()));
    matrix.setVisible(pair.matrices().isPresent());
    pair.matrices().ifPresent(m -> matrix.show(cells(m)));
    cards.show(below, PAIR);
    below.revalidate();
  }

  private static MatrixCells cells(ComparedRuns.Matrices matrices) {
    return MatrixCells.difference(matrices.first(), matrices.second(), List.of("1", "2"));
  }

  private MatrixFigure.Words figure() {
    ComparedRuns pair = shown.orElseThrow();
    MatrixCells cells = cells(pair.matrices().orElseThrow());
    List<List<String>> rows = new ArrayList<>();
    rows.add(Methods.head("true_class", "called", "first", "second", "difference"));
    rows.addAll(pair.matrices().orElseThrow().rows());
    String what =
        "Difference of confusion matrices on the %d images that both tested: %s less %s."
            .formatted(pair.difference().shared(), pair.second().id(), pair.first().id());
    return new MatrixFigure.Words(
        cells,
        pair.first().id(),
        Methods.caption(what, pair.first()),
        rows,
        Methods.of(
            pair.first(),
            "It was compared with run %s. %s"
                .formatted(pair.second().id(), String.join(" ", pair.sentences()))));
  }

  private static final class RunNames extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof RunRecord run
              ? run.id() + (run.stamp().isPresent() ? "  LEAKY" : "")
              : "choose a run";
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }
}
