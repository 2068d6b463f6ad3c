package axial.workbench.evaluation;

import axial.data.ImageStore;
import axial.data.Split;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Picked;
import axial.view.Subscription;
import axial.view.WorkingData;
import axial.view.part.EmptyPanel;
import axial.view.run.CellPictures;
import java.awt.BorderLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** The images of the chosen cell. */
final class CasesContent implements Content<RunRecord> {

  private static final String NAME = "evaluation.cases";
  private static final String MATRIX = "evaluation.matrix";
  private static final String EXPLANATION = "explanation.view";

  private final Desk desk;
  private final OpenRuns runs;
  private final CellSelection selection;
  private final Extensions extensions;
  private final ImageStore store;
  private final JPanel panel = new JPanel(new BorderLayout());
  private final JPanel filled =
      new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[][grow, fill][]"));
  private final JLabel title = new JLabel();
  private final DefaultListModel<Cases.Case> model = new DefaultListModel<>();
  private final JList<Cases.Case> list = new JList<>(model);
  private final Thumbnails thumbnails = new Thumbnails(list::repaint);
  private final Subscription cells;
  private Optional<RunRecord> run = Optional.empty();
  private Optional<CellPictures.Cell> shown = Optional.empty();
  private Optional<Answered> answered = Optional.empty();
  private Optional<Jobs.Job> asking = Optional.empty();
  private Optional<Path> opened = Optional.empty();
  private Optional<Jobs.Job> opening = Optional.empty();

  /** What the model of an epoch said of a part. */
  private record Answered(RunRecord run, int epoch, Split.Part part, Predictions predictions) {
    boolean answers(CellPictures.Cell cell) {
      return run.folder().equals(cell.run()) && epoch == cell.epoch() && part == cell.part();
    }
  }

  private record Outcome(Optional<Answered> answer, Optional<Problem> problem) {}

  CasesContent(
      Desk desk, OpenRuns runs, CellSelection selection, Extensions extensions, ImageStore store) {
    this.desk = desk;
    this.runs = runs;
    this.selection = selection;
    this.extensions = extensions;
    this.store = store;
    list.setName(NAME + ".list");
    list.getAccessibleContext().setAccessibleName("Images of the chosen cell");
    list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
    list.setVisibleRowCount(-1);
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new CaseCell(thumbnails::get));
    int em = list.getFontMetrics(list.getFont()).getHeight();
    list.setFixedCellWidth(em * 7);
    list.setFixedCellHeight(em * 9);
    list.addListSelectionListener(event -> pick());
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
              explain();
            }
          }
        });
    title.setName(NAME + ".title");
    JButton explain = new JButton("Show where the network looked");
    explain.setName(NAME + ".explain");
    explain.setEnabled(false);
    explain.addActionListener(event -> explain());
    list.addListSelectionListener(event -> explain.setEnabled(!list.isSelectionEmpty()));
    filled.add(title, "wmin 0");
    filled.add(new JScrollPane(list), "wmin 0, hmin 0");
    filled.add(explain, "growx 0");
    desk.command(
        list,
        Command.of("evaluation.explain", "Show where the network looked", this::explain)
            .withKey("ENTER")
            .when(() -> !list.isSelectionEmpty()));
    cells = selection.watch(cell -> show());
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<RunRecord> prepare(RunRecord record) {
    return Optional.of(record);
  }

  @Override
  public void show(RunRecord record, RunRecord same) {
    run = Optional.of(record);
    show();
  }

  @Override
  public void close() {
    cells.cancel();
    asking.ifPresent(Jobs.Job::cancel);
    opening.ifPresent(Jobs.Job::cancel);
    thumbnails.close();
  }

  private void show() {
    asking.ifPresent(Jobs.Job::cancel);
    shown = run.flatMap(record -> selection.of(record.folder()));
    if (shown.isEmpty()) {
      empty(
          new EmptyPanel(
              "No cell is chosen",
              "Here stand the images of a cell of the confusion matrix, the surest first.",
              new EmptyPanel.Step("Choose a cell", () -> desk.reveal(MATRIX))));
      return;
    }
    CellPictures.Cell cell = shown.get();
    Optional<Answered> known = answered.filter(answer -> answer.answers(cell));
    if (known.isPresent()) {
      show(known.get().run(), Cases.of(known.get().predictions(), cell));
    } else if (cell.epoch() > 0) {
      ask(cell);
    } else {
      run.ifPresent(record -> show(record, Cases.of(record, cell)));
    }
  }

  private void show(RunRecord record, Optional<Cases> cases) {
    if (cases.isEmpty()) {
      empty(
          new EmptyPanel(
              "The run is not evaluated yet",
              "Here stand the images of a cell of the confusion matrix, once the run is evaluated."));
      return;
    }
    title.setText(cases.get().title());
    model.clear();
    model.addAll(cases.get().list());
    put(filled);
    open(record);
  }

  private void empty(EmptyPanel empty) {
    model.clear();
    put(empty);
  }

  private void put(JComponent component) {
    panel.removeAll();
    panel.add(component);
    panel.revalidate();
    panel.repaint();
  }

  /** Has the model of an epoch call the images of the cell's part. */
  private void ask(CellPictures.Cell cell) {
    empty(
        new EmptyPanel(
            "The model of epoch " + cell.epoch() + " is being asked",
            "It looks at all images of the " + Methods.part(cell.part()) + " once."));
    asking =
        Optional.of(
            desk.jobs()
                .start(
                    "Ask the model of epoch " + cell.epoch(),
                    progress -> answer(cell, progress),
                    outcome -> {
                      if (shown.equals(Optional.of(cell))) {
                        take(outcome);
                      }
                    }));
  }

  private Outcome answer(CellPictures.Cell cell, Progress progress) {
    try {
      return new Outcome(
          Optional.of(
              new Answered(
                  runs.open(cell.run()),
                  cell.epoch(),
                  cell.part(),
                  runs.asOf(cell.epoch(), cell.part(), cell.run(), progress))),
          Optional.empty());
    } catch (ProblemException told) {
      return new Outcome(Optional.empty(), Optional.of(told.problem()));
    }
  }

  private void take(Outcome outcome) {
    outcome
        .problem()
        .ifPresent(problem -> empty(new EmptyPanel("The images cannot be shown", problem.text())));
    if (outcome.answer().isPresent()) {
      answered = outcome.answer();
      show();
    }
  }

  private void open(RunRecord record) {
    if (opened.equals(Optional.of(record.folder()))) {
      return;
    }
    opening.ifPresent(Jobs.Job::cancel);
    opened = Optional.of(record.folder());
    thumbnails.from(Optional.empty());
    Optional<WorkingData> working = desk.data().get();
    opening =
        Optional.of(
            desk.jobs()
                .start(
                    "Open the images of " + record.id(),
                    progress -> images(record, working, progress),
                    images -> {
                      if (opened.equals(Optional.of(record.folder()))) {
                        thumbnails.from(Optional.of(images));
                      }
                    }));
  }

  private RunImages images(RunRecord record, Optional<WorkingData> working, Progress progress) {
    return RunImages.open(record, working, extensions, store, progress);
  }

  private void pick() {
    Cases.Case chosen = list.getSelectedValue();
    if (chosen != null) {
      run.ifPresent(
          record ->
              desk.picked()
                  .set(
                      Optional.of(
                          new Picked(
                              chosen.source(),
                              Optional.of(record.folder()),
                              shown.map(CellPictures.Cell::epoch).orElse(0)))));
    }
  }

  private void explain() {
    if (!list.isSelectionEmpty()) {
      pick();
      desk.reveal(EXPLANATION);
    }
  }
}
