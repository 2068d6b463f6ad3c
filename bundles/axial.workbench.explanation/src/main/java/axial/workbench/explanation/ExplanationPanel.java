package axial.workbench.explanation;

import axial.view.Command;
import axial.view.Desk;
import axial.view.form.WrappedText;
import axial.view.part.EmptyPanel;
import axial.view.part.ImageCanvas;
import java.awt.CardLayout;
import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The explanations of an image: pictures in rows, and at the right how they are made and shown. */
final class ExplanationPanel extends JPanel implements ExplanationScreen {

  private static final long serialVersionUID = 1L;
  private static final String NOTHING = "nothing";
  private static final String IMAGE = "image";
  private static final String NOT_YET = "It is not explained yet. Press Explain this image.";
  private static final String LEGEND =
      "Blue and green speak for the class, hatched orange and hatched red against it. Numbers rank"
          + " the strongest regions.";
  private static final String OUTLINE = " The pink outline on black is the true finding.";
  private static final int PERCENT = 100;
  private static final int TICK_MILLIS = 150;

  private final transient Desk desk;
  private final CardLayout cards = new CardLayout();
  private final JLabel name = new JLabel(" ");
  private final WrappedText words = new WrappedText("Label.foreground");
  private final WrappedText stamp = new WrappedText("Label.foreground");
  private final WrappedText legend = new WrappedText("Label.foreground");
  private final ImageCanvas scan = new ImageCanvas();
  private final JPanel body = new JPanel(new MigLayout("insets 0, fill, wrap 1", "[grow, fill]"));
  private static final int SIDEBAR_LETTERS = 20;

  private final JButton explain = new JButton("Explain this image");
  private final JButton cancel = new JButton("Cancel");
  private final JProgressBar progress = new JProgressBar(0, PERCENT);
  private final transient Map<String, ExplanationRow> rows = new LinkedHashMap<>();
  private final transient Map<String, ExplanationFigure> figures = new LinkedHashMap<>();
  private final Timer tick;
  private final JPanel sidebar;
  private @Nullable HowPanel how;
  private @Nullable LooksPanel looks;
  private @Nullable ExplanationController controller;

  ExplanationPanel(Desk desk) {
    this.desk = desk;
    setLayout(cards);
    setName("explanation.view");
    add(
        new EmptyPanel(
            "No image of a run is selected",
            "This view shows which regions of an image a network decided by. Select a test image in"
                + " the list at the left, or click a cell of the confusion matrix.",
            new EmptyPanel.Step("Show the test images", () -> desk.reveal("explanation.images"))),
        NOTHING);
    JPanel page =
        new JPanel(new MigLayout("insets rel, fill, wrap 1, hidemode 3", "[grow, fill]", ""));
    name.setFont(name.getFont().deriveFont(Font.BOLD));
    name.setName("explanation.image");
    page.add(name, "wmin 0");
    sidebar = new JPanel(new MigLayout("insets 0, fillx, wrap 2, hidemode 3", "[grow, fill][]"));
    int width = SIDEBAR_LETTERS * page.getFontMetrics(page.getFont()).charWidth('m');
    page.add(sidebar, "dock east, w " + width + "!, gap unrel rel rel rel");
    words.setName("explanation.words");
    page.add(words, "wmin 0");
    stamp.setName("explanation.stamp");
    stamp.setVisible(false);
    page.add(stamp, "wmin 0");
    scan.setName("explanation.scan");
    body.add(scan, "grow, wmin 0, hmin 0");
    page.add(body, "grow, push, wmin 0, hmin 0, gaptop rel");
    legend.setName("explanation.legend");
    page.add(legend, "wmin 0");
    JLabel research = new JLabel(ExplanationWords.RESEARCH);
    research.setEnabled(false);
    page.add(research, "wmin 0");
    add(page, IMAGE);
    tick = new Timer(TICK_MILLIS, event -> tick());
  }

  /** Connects what the user does to a controller. */
  void connect(ExplanationController to) {
    controller = to;
    explain.setName("explanation.explain");
    explain.addActionListener(event -> to.explain());
    cancel.setName("explanation.cancel");
    cancel.addActionListener(event -> to.cancel());
    cancel.setEnabled(false);
    progress.setName("explanation.progress");
    progress.setVisible(false);
    sidebar.add(explain);
    sidebar.add(cancel);
    sidebar.add(progress, "span 2, growx");
    HowPanel panel =
        new HowPanel(
            chosen -> {
              to.chosen(chosen);
              ready();
            });
    how = panel;
    JScrollPane scroll = new JScrollPane(panel);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    sidebar.add(scroll, "span 2, grow, pushy, wmin 0, hmin 0, gaptop unrel");
    looks = new LooksPanel(to::top, this::lay);
    sidebar.add(looks, "span 2, growx, wmin 0, gaptop unrel");
    desk.command(
        this,
        Command.of("explanation.explain", "Explain the selected image", to::explain)
            .withKey("ENTER")
            .when(explain::isEnabled));
    desk.command(
        this,
        Command.of("explanation.cancel", "Cancel the explanation", to::cancel)
            .withKey("ESCAPE")
            .when(to::working));
    desk.command(
        this,
        Command.of("explanation.enqueue", "Put the selected image into the queue", to::enqueue)
            .withKey("ctrl E")
            .when(to::canExplain));
    desk.command(
        this,
        Command.of(
                "explanation.finding", "Outline the finding or not", () -> looks().toggleFinding())
            .withKey("ctrl M"));
  }

  private void lay() {
    rows.values().forEach(row -> row.lay(looks().opacity(), looks().finding()));
  }

  private LooksPanel looks() {
    return Objects.requireNonNull(looks, "connected before anything is shown");
  }

  private void ready() {
    boolean possible =
        controller != null
            && how != null
            && controller.canExplain()
            && !how.chosen().explainers().isEmpty()
            && how.problem().isEmpty();
    explain.setEnabled(possible);
  }

  private void tick() {
    if (controller != null) {
      double done = controller.share();
      progress.setIndeterminate(done < 0);
      progress.setValue((int) Math.round(Math.max(0, done) * PERCENT));
      if (!controller.working()) {
        working(false, -1);
      }
    }
  }

  /** Stops the timer. */
  void close() {
    tick.stop();
  }

  @Override
  public void nothing() {
    cards.show(this, NOTHING);
  }

  @Override
  public void heading(Heading heading) {
    name.setText(heading.name());
    name.setToolTipText(heading.name());
    words.setText(heading.words());
    stamp.setText(heading.stamp());
    stamp.setVisible(!heading.stamp().isEmpty());
    heading.scan().ifPresentOrElse(picture -> scan.show(picture, heading.name()), scan::clear);
    explanations(List.of());
    cards.show(this, IMAGE);
    ready();
  }

  @Override
  public void offers(List<Offer> offers, List<String> ofRun, long seed) {
    if (how != null) {
      how.offer(offers, ofRun, seed);
    }
    ready();
  }

  @Override
  public void explanations(List<Said> said) {
    List<String> ids = said.stream().map(one -> id(one.drawn())).toList();
    if (!List.copyOf(rows.keySet()).equals(ids) || body.getComponentCount() == 0) {
      rebuild(said);
    }
    for (Said one : said) {
      one.figure().ifPresent(figure -> take(id(one.drawn()), figure));
      row(one.drawn())
          .show(one.drawn(), one.title(), one.words(), looks().opacity(), looks().finding());
    }
    boolean known = said.stream().anyMatch(one -> one.drawn().sample().mask().isPresent());
    legend.setText(said.isEmpty() ? NOT_YET : known ? LEGEND + OUTLINE : LEGEND);
    looks().findingKnown(said.isEmpty() || known);
  }

  private static String id(Drawn drawn) {
    return drawn.sample().explanation().explainer();
  }

  private ExplanationRow row(Drawn drawn) {
    return Optional.ofNullable(rows.get(id(drawn))).orElseThrow();
  }

  private void rebuild(List<Said> said) {
    rows.clear();
    figures.clear();
    body.removeAll();
    if (said.isEmpty()) {
      body.add(scan, "grow, push, wmin 0, hmin 0");
    }
    for (Said one : said) {
      String id = id(one.drawn());
      ExplanationRow row = new ExplanationRow(id, one.drawn());
      rows.put(id, row);
      body.add(row, "grow, push, wmin 0, hmin 0, gaptop rel, sizegroupy rows");
    }
    body.revalidate();
    body.repaint();
  }

  /** A row can be exported from its first whole explanation on; parts of one have no figure. */
  private void take(String id, ExplanationFigure figure) {
    boolean first = figures.put(id, figure) == null;
    Optional<ExplanationRow> row = Optional.ofNullable(rows.get(id));
    if (first && row.isPresent()) {
      desk.figure(row.get().pictures(), new CurrentFigure(() -> figure(id)));
    }
  }

  private ExplanationFigure figure(String id) {
    ExplanationFigure figure = Optional.ofNullable(figures.get(id)).orElseThrow();
    return figure.shownWith(looks().opacity(), looks().finding());
  }

  @Override
  public void working(boolean working, double done) {
    cancel.setEnabled(working);
    progress.setVisible(working);
    progress.setIndeterminate(working && done < 0);
    if (working) {
      tick.start();
    } else {
      tick.stop();
    }
    ready();
  }
}
