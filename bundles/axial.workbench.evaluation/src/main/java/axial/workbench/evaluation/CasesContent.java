package axial.workbench.evaluation;

import axial.data.ImageStore;
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
  private Optional<Path> opened = Optional.empty();
  private Optional<Jobs.Job> opening = Optional.empty();

  CasesContent(Desk desk, CellSelection selection, Extensions extensions, ImageStore store) {
    this.desk = desk;
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
    return record.predictions().map(predictions -> record);
  }

  @Override
  public void show(RunRecord record, RunRecord same) {
    run = Optional.of(record);
    show();
  }

  @Override
  public void close() {
    cells.cancel();
    opening.ifPresent(Jobs.Job::cancel);
    thumbnails.close();
  }

  private void show() {
    Optional<Cases> cases =
        run.flatMap(
            record -> selection.of(record.folder()).flatMap(cell -> Cases.of(record, cell)));
    panel.removeAll();
    if (cases.isEmpty()) {
      panel.add(
          new EmptyPanel(
              "No cell is chosen",
              "Here stand the images of a cell of the confusion matrix, the surest first.",
              new EmptyPanel.Step("Choose a cell", () -> desk.reveal(MATRIX))));
    } else {
      title.setText(cases.get().title());
      model.clear();
      model.addAll(cases.get().list());
      panel.add(filled);
      run.ifPresent(this::open);
    }
    panel.revalidate();
    panel.repaint();
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
          record -> desk.picked().set(Optional.of(Picked.ofRun(record.folder(), chosen.source()))));
    }
  }

  private void explain() {
    if (!list.isSelectionEmpty()) {
      pick();
      desk.reveal(EXPLANATION);
    }
  }
}
