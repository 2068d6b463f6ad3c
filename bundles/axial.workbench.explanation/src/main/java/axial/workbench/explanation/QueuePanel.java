package axial.workbench.explanation;

import axial.view.Command;
import axial.view.Desk;
import axial.view.part.EmptyPanel;
import axial.workbench.explanation.ExplanationBoard.State;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The queue as a strip of small pictures. */
final class QueuePanel extends JPanel implements QueueScreen {

  private static final long serialVersionUID = 1L;
  private static final String NOTHING = "nothing";
  private static final String STRIP = "strip";
  private static final int PERCENT = 100;
  private static final int TICK_MILLIS = 200;
  private static final int LINES = 6;

  private final CardLayout cards = new CardLayout();
  private final DefaultListModel<Item> model = new DefaultListModel<>();
  private final JList<Item> strip = new JList<>(model);
  private final JLabel summary = new JLabel(" ");
  private final JProgressBar progress = new JProgressBar(0, PERCENT);
  private final JButton start = new JButton("Explain all");
  private final JButton stop = new JButton("Stop");
  private final JButton clear = new JButton("Clear");
  private final Timer tick;
  private @Nullable QueueController controller;
  private transient Optional<Asked> marked = Optional.empty();
  private boolean showing;

  QueuePanel() {
    setLayout(cards);
    setName("explanation.queue");
    add(
        new EmptyPanel(
            "The queue is empty",
            "Many images are explained here one after the other. Put some into it from the list of"
                + " test images: the wrong ones, or those that you select."),
        NOTHING);
    JPanel page =
        new JPanel(
            new MigLayout(
                "insets rel, fill, wrap 1, hidemode 3", "[grow, fill]", "[]rel[grow, fill][]"));
    JPanel bar = new JPanel(new MigLayout("insets 0, fillx", "[][]unrel[grow, fill]unrel[][]"));
    start.setName("explanation.queue.start");
    stop.setName("explanation.queue.stop");
    clear.setName("explanation.queue.clear");
    summary.setName("explanation.queue.summary");
    progress.setName("explanation.queue.progress");
    bar.add(start);
    bar.add(stop);
    bar.add(summary, "wmin 0");
    bar.add(progress, "w 60lp:100lp:100lp, hidemode 2");
    bar.add(clear);
    page.add(bar, "wmin 0");
    strip.setName("explanation.queue.strip");
    strip.getAccessibleContext().setAccessibleName("Images to explain");
    strip.setLayoutOrientation(JList.HORIZONTAL_WRAP);
    strip.setVisibleRowCount(-1);
    strip.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    strip.setCellRenderer(new Cell());
    page.add(new JScrollPane(strip), "wmin 0, hmin 0");
    JLabel research = new JLabel(ExplanationWords.RESEARCH);
    research.setEnabled(false);
    page.add(research, "wmin 0");
    add(page, STRIP);
    tick = new Timer(TICK_MILLIS, event -> tick());
  }

  /** Connects what the user does to a controller. */
  void connect(QueueController to, Desk desk) {
    controller = to;
    start.addActionListener(event -> to.start());
    stop.addActionListener(event -> to.stop());
    clear.addActionListener(event -> to.clear());
    strip.addListSelectionListener(
        event -> {
          Item item = strip.getSelectedValue();
          if (!showing && !event.getValueIsAdjusting() && item != null) {
            to.select(item.waiting().asked());
          }
        });
    desk.command(
        this,
        Command.of("explanation.queue.start", "Explain all images of the queue", to::start)
            .withKey("ENTER")
            .when(start::isEnabled));
    desk.command(
        this,
        Command.of("explanation.queue.stop", "Stop explaining the queue", to::stop)
            .withKey("ESCAPE")
            .when(to::working));
    desk.command(
        this, Command.of("explanation.queue.clear", "Empty the queue of images", to::clear));
  }

  private void tick() {
    if (controller != null) {
      controller.look();
      double share = controller.share();
      progress.setIndeterminate(share < 0);
      progress.setValue((int) Math.round(Math.max(0, share) * PERCENT));
    }
  }

  /** Stops the timer. */
  void close() {
    tick.stop();
  }

  @Override
  public void show(List<Item> items, boolean working) {
    showing = true;
    model.clear();
    model.addAll(items);
    showing = false;
    mark(marked);
    long waiting = count(items, State.WAITING);
    long failed = count(items, State.FAILED);
    summary.setText(
        "%d of %d explained%s"
            .formatted(
                count(items, State.DONE),
                items.size(),
                failed == 0 ? "" : ", " + failed + " failed"));
    start.setEnabled(waiting > 0 && !working);
    stop.setEnabled(working);
    progress.setVisible(working);
    if (working) {
      tick.start();
    } else {
      tick.stop();
    }
    cards.show(this, items.isEmpty() ? NOTHING : STRIP);
  }

  private static long count(List<Item> items, State state) {
    return items.stream().filter(item -> item.waiting().state() == state).count();
  }

  @Override
  public void mark(Optional<Asked> selected) {
    marked = selected;
    showing = true;
    strip.clearSelection();
    for (int i = 0; selected.isPresent() && i < model.size(); i++) {
      if (model.get(i).waiting().asked().equals(selected.get())) {
        strip.setSelectedIndex(i);
      }
    }
    showing = false;
  }

  /** A small picture with its name and how it stands. */
  private static final class Cell extends JPanel implements ListCellRenderer<Item> {
    private static final long serialVersionUID = 1L;

    private final JLabel picture = new JLabel();
    private final JLabel name = new JLabel();
    private final JLabel state = new JLabel();
    private final JPanel words = new JPanel();

    Cell() {
      super(new BorderLayout());
      int gap = name.getFontMetrics(name.getFont()).getHeight() / 3;
      setBorder(BorderFactory.createEmptyBorder(gap, gap, gap, gap));
      words.setLayout(new GridLayout(2, 1));
      words.setOpaque(false);
      words.add(name);
      words.add(state);
      add(picture);
      add(words, BorderLayout.SOUTH);
    }

    /** Lays itself out where it has no window yet, such as for a picture of the view. */
    @Override
    public void validate() {
      doLayout();
      words.doLayout();
    }

    /** As wide as its picture, however long its name is. */
    @Override
    public Dimension getPreferredSize() {
      Dimension size = super.getPreferredSize();
      return new Dimension(
          picture.getPreferredSize().width + getInsets().left + getInsets().right, size.height);
    }

    @Override
    public Component getListCellRendererComponent(
        JList<? extends Item> list, Item item, int index, boolean selected, boolean focus) {
      setBackground(selected ? list.getSelectionBackground() : list.getBackground());
      for (JLabel label : List.of(name, state)) {
        label.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
      }
      int side = getFontMetrics(name.getFont()).getHeight() * LINES;
      picture.setIcon(new CaseCell.Scan(item.picture().orElse(null), side));
      picture.setHorizontalAlignment(SwingConstants.CENTER);
      name.setText(item.waiting().asked().name());
      state.setText(item.waiting().state().words());
      setToolTipText(item.words());
      getAccessibleContext().setAccessibleName(item.words());
      return this;
    }
  }
}
