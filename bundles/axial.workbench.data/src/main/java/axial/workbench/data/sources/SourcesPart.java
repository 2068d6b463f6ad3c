package axial.workbench.data.sources;

import axial.data.Dataset;
import axial.data.LeftOut;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Subscription;
import axial.view.part.Column;
import axial.workbench.data.work.ClassColours;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.LatestOnly;
import axial.workbench.data.work.Marks;
import axial.workbench.data.work.OpenFolder;
import axial.workbench.data.work.Words;
import axial.workbench.data.work.Workset;
import java.awt.CardLayout;
import java.awt.Font;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Where the data are from, and what they hold. */
final class SourcesPart implements Part {

  private static final int RECENT = 8;
  private static final int LISTED = 50;

  private final Desk desk;
  private final Workset work;
  private final Subscription watching;
  private final LatestOnly counting = new LatestOnly("axial-data-summary");
  private final CardLayout cards = new CardLayout();
  private final JPanel panel = new JPanel(cards);
  private final Column column =
      new Column(new MigLayout("insets 0 0 0 rel, fillx, wrap 1, gapy 2lp", "[grow, fill]"));
  private final JButton recentButton = new JButton("Recent \u25be");
  private final List<String> recent = new ArrayList<>();
  private Optional<Found> shown = Optional.empty();
  private Marks marks = Marks.NONE;

  SourcesPart(Desk desk, Workset work) {
    this.desk = desk;
    this.work = work;
    desk.state().getOrDefault("recent", "").lines().limit(RECENT).forEach(recent::add);
    build();
    this.watching = work.watch(this::follow);
    desk.data().watch(data -> work.follow(desk, data));
    desk.command(Command.of("data.open", "Open a folder of scans", this::ask).withKey("ctrl O"));
    desk.command(
        Command.of("data.phantoms", "Open phantoms", () -> OpenFolder.phantoms(desk, work)));
    follow();
  }

  private void build() {
    panel.setName("data.sources");
    desk.drops(
        "a folder of scans",
        Files::isDirectory,
        folders -> work.open(desk, OpenFolder.address(folders), Map.of()));
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap rel"));
    JButton open = new JButton("Open\u2026");
    open.setName("sources.open");
    open.setToolTipText("Open a folder of scans (Ctrl+O), or drag one here");
    open.addActionListener(event -> ask());
    recentButton.setName("sources.recent");
    recentButton.addActionListener(event -> showRecent());
    buttons.add(open);
    buttons.add(recentButton);
    column.setName("sources.summary");
    JPanel whole =
        new JPanel(new MigLayout("insets rel, fill, wrap 1", "[grow, fill]", "[][grow, fill]"));
    whole.add(buttons);
    whole.add(column.scrolled(), "wmin 0, hmin 0");
    panel.add(
        OpenFolder.empty(
            desk,
            work,
            "Open your data",
            "Choose a folder with one folder of JPEG or PNG images for each class, or drag it here."
                + " Phantoms are computed images to try things with."),
        "empty");
    panel.add(whole, "data");
  }

  private void ask() {
    OpenFolder.ask(panel, desk, work);
  }

  private void showRecent() {
    JPopupMenu menu = new JPopupMenu();
    List<String> all = new ArrayList<>(recent);
    if (!all.contains(OpenFolder.PHANTOMS)) {
      all.add(OpenFolder.PHANTOMS);
    }
    for (String address : all) {
      JMenuItem item = new JMenuItem(address.equals(OpenFolder.PHANTOMS) ? "Phantoms" : address);
      item.addActionListener(event -> work.open(desk, address, Map.of()));
      menu.add(item);
    }
    menu.show(recentButton, 0, recentButton.getHeight());
  }

  private void follow() {
    cards.show(panel, work.found().isPresent() ? "data" : "empty");
    boolean same = Found.same(shown, work.found()) && marks == work.marks();
    shown = work.found();
    marks = work.marks();
    if (same || shown.isEmpty()) {
      return;
    }
    Found found = shown.get();
    recent.remove(found.address());
    recent.add(0, found.address());
    while (recent.size() > RECENT) {
      recent.remove(recent.size() - 1);
    }
    Marks edits = marks;
    counting.submit(
        stale -> Summary.of(found, edits),
        summary -> fill(found, summary),
        failed -> desk.tell(Workset.problem(failed)));
  }

  private void fill(Found found, Summary summary) {
    Dataset data = found.dataset();
    column.removeAll();
    JLabel name = new JLabel(data.name());
    name.setFont(name.getFont().deriveFont(Font.BOLD, name.getFont().getSize2D() * 1.2f));
    column.add(name, "wmin 0");
    JLabel address = new JLabel(found.address());
    address.setForeground(UIManager.getColor("Label.disabledForeground"));
    address.setToolTipText(found.address());
    column.add(address, "wmin 0");
    if (found.source().equals(OpenFolder.PHANTOMS)) {
      JTextArea drawn =
          text(
              "Phantoms are drawn by Axial to try things with: no patients, no scans. Open your own"
                  + " folder with \u201cOpen\u2026\u201d (Ctrl+O), or drop it on the window.");
      drawn.setName("sources.drawn");
      column.add(drawn, "wmin 0, gaptop rel");
    }
    JLabel total = new JLabel(total(summary));
    total.setName("sources.total");
    column.add(total, "wmin 0, gaptop rel");
    if (summary.excluded() + summary.relabelled() > 0) {
      column.add(
          text(
              "By hand: %,d excluded, %,d relabelled."
                  .formatted(summary.excluded(), summary.relabelled())),
          "wmin 0");
    }
    summary.counts().forEach(this::section);
    if (!data.notes().isEmpty()) {
      column.add(heading("Notes"), "gaptop unrel");
      data.notes().forEach(note -> column.add(text(note), "wmin 0"));
    }
    if (!data.leftOut().isEmpty()) {
      column.add(heading("Left out (%,d)".formatted(data.leftOut().size())), "gaptop unrel");
      for (LeftOut one : data.leftOut().subList(0, Math.min(LISTED, data.leftOut().size()))) {
        column.add(text(one.source() + ": " + one.reason()), "wmin 0");
      }
      if (data.leftOut().size() > LISTED) {
        column.add(
            text("\u2026 and %,d more.".formatted(data.leftOut().size() - LISTED)), "wmin 0");
      }
    }
    column.revalidate();
    column.repaint();
  }

  private static String total(Summary summary) {
    return Words.images(summary.images())
        + (summary.groups() > 0 ? " of " + Words.counted(summary.groups(), "group") : "");
  }

  private void section(String title, List<Summary.Count> counts) {
    column.add(heading(title), "gaptop unrel");
    int most = counts.stream().mapToInt(Summary.Count::images).max().orElse(0);
    for (int i = 0; i < counts.size(); i++) {
      boolean classes = title.equals(Summary.BY_CLASS);
      CountRow row =
          new CountRow(
              counts.get(i), most, classes ? Optional.of(ClassColours.of(i)) : Optional.empty());
      row.setName("sources.%s.%s".formatted(title, counts.get(i).value()));
      column.add(row, "wmin 0");
    }
  }

  private static JLabel heading(String words) {
    JLabel label = new JLabel(words);
    label.setFont(label.getFont().deriveFont(Font.BOLD));
    return label;
  }

  private static JTextArea text(String words) {
    JTextArea area = new JTextArea(words);
    area.setEditable(false);
    area.setFocusable(false);
    area.setOpaque(false);
    area.setLineWrap(true);
    area.setWrapStyleWord(true);
    area.setBorder(null);
    area.setFont(UIManager.getFont("Label.font"));
    return area;
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Map<String, String> state() {
    return Map.of("recent", String.join("\n", recent));
  }

  @Override
  public void close() {
    watching.cancel();
    counting.close();
  }
}
