package axial.workbench.explanation;

import axial.data.Labels;
import axial.data.Sample;
import axial.view.Command;
import axial.view.Desk;
import axial.view.part.EmptyPanel;
import axial.workbench.explanation.CaseFilter.Verdict;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The test images as a list with a filter. */
final class ImagesPanel extends JPanel implements ImagesScreen {

  private static final long serialVersionUID = 1L;
  private static final String NOTHING = "nothing";
  private static final String LIST = "list";
  private static final String ALL_CLASSES = "All classes";

  private final CardLayout cards = new CardLayout();
  private final JPanel empty = new JPanel(new BorderLayout());
  private final JComboBox<Verdict> verdict = new JComboBox<>(Verdict.values());
  private final JComboBox<String> label = new JComboBox<>();
  private final DefaultListModel<RunCase> model = new DefaultListModel<>();
  private final JList<RunCase> list =
      new JList<>(model) {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean getScrollableTracksViewportWidth() {
          return true;
        }
      };
  private final JLabel summary = new JLabel(" ");
  private final JButton wrong = new JButton("Explain the wrong ones");
  private final JButton selection = new JButton("Queue the selected");
  private final transient Map<Sample, BufferedImage> pictures = new HashMap<>();
  private transient Optional<Labels> labels = Optional.empty();
  private @Nullable ImagesController controller;
  private boolean showing;

  ImagesPanel() {
    setLayout(cards);
    setName("explanation.images");
    add(empty, NOTHING);
    JPanel page =
        new JPanel(
            new MigLayout("insets rel, fill, wrap 1", "[grow, fill]", "[][]rel[grow, fill]rel[]"));
    verdict.setName("explanation.images.verdict");
    verdict.getAccessibleContext().setAccessibleName("Right or wrong");
    label.setName("explanation.images.class");
    label.getAccessibleContext().setAccessibleName("True class");
    page.add(verdict, "wmin 0");
    page.add(label, "wmin 0");
    list.setName("explanation.images.list");
    list.getAccessibleContext().setAccessibleName("Test images");
    list.setCellRenderer(new CaseCell(pictures));
    JScrollPane scroll =
        new JScrollPane(
            list, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.getViewport().addChangeListener(event -> need());
    page.add(scroll, "wmin 0, hmin 0");
    summary.setName("explanation.images.summary");
    page.add(summary, "wmin 0");
    wrong.setName("explanation.images.queue-wrong");
    selection.setName("explanation.images.queue-selection");
    page.add(wrong, "wmin 0");
    page.add(selection, "wmin 0");
    add(page, LIST);
  }

  /** Connects what the user does to a controller. */
  void connect(ImagesController to, Desk desk) {
    controller = to;
    list.addListSelectionListener(
        event -> {
          selection.setEnabled(!list.isSelectionEmpty());
          RunCase lead = list.getSelectedValue();
          if (!showing
              && !event.getValueIsAdjusting()
              && lead != null
              && list.getSelectedIndices().length == 1) {
            to.select(lead);
          }
        });
    verdict.addActionListener(event -> filter());
    label.addActionListener(event -> filter());
    wrong.addActionListener(event -> to.enqueueWrong());
    selection.addActionListener(event -> to.enqueue(list.getSelectedValuesList()));
    desk.command(
        this,
        Command.of(
                "explanation.queue-wrong",
                "Put all wrong test images into the queue",
                to::enqueueWrong)
            .when(wrong::isEnabled));
    desk.command(
        list,
        Command.of(
                "explanation.queue-selection",
                "Put the selected test images into the queue",
                () -> to.enqueue(list.getSelectedValuesList()))
            .withKey("ctrl E")
            .when(selection::isEnabled));
    desk.command(
        this,
        Command.of("explanation.images.read", "Read the test images anew", to::read).withKey("F5"));
    need();
  }

  private void filter() {
    if (!showing && controller != null) {
      int at = label.getSelectedIndex();
      controller.filter(
          new CaseFilter(
              verdict.getItemAt(Math.max(0, verdict.getSelectedIndex())),
              at <= 0 ? OptionalInt.empty() : OptionalInt.of(at - 1)));
    }
  }

  private void need() {
    int first = list.getFirstVisibleIndex();
    int last = list.getLastVisibleIndex();
    if (controller != null && first >= 0 && last >= first) {
      List<RunCase> seen = new ArrayList<>();
      for (int i = first; i <= Math.min(last, model.getSize() - 1); i++) {
        seen.add(model.get(i));
      }
      controller.need(seen);
    }
  }

  @Override
  public void nothing(String title, String text) {
    empty.removeAll();
    empty.add(new EmptyPanel(title, text));
    empty.revalidate();
    cards.show(this, NOTHING);
  }

  @Override
  public void show(Labels known, List<RunCase> cases, int all) {
    showing = true;
    if (!labels.equals(Optional.of(known))) {
      labels = Optional.of(known);
      label.removeAllItems();
      label.addItem(ALL_CLASSES);
      known.names().forEach(label::addItem);
    }
    model.clear();
    model.addAll(cases);
    showing = false;
    long errors = cases.stream().filter(one -> !one.right()).count();
    summary.setText(
        cases.isEmpty()
            ? "No image fits the filter."
            : "%d of %d images, %d wrong".formatted(cases.size(), all, errors));
    wrong.setEnabled(errors > 0);
    selection.setEnabled(false);
    cards.show(this, LIST);
    java.awt.EventQueue.invokeLater(this::need);
  }

  @Override
  public void mark(Optional<RunCase> selected) {
    showing = true;
    int at = selected.map(model::indexOf).orElse(-1);
    if (at < 0) {
      list.clearSelection();
    } else if (!list.isSelectedIndex(at)) {
      list.setSelectedIndex(at);
      list.ensureIndexIsVisible(at);
    }
    showing = false;
  }

  @Override
  public void pictures(Map<Sample, BufferedImage> found) {
    pictures.putAll(found);
    list.repaint();
    need();
  }
}
