package axial.workbench.data.duplicates;

import axial.data.Dataset;
import axial.data.Sample;
import axial.view.Desk;
import axial.view.Picked;
import axial.view.part.Bitmaps;
import axial.view.part.ImageCanvas;
import axial.workbench.data.work.LatestOnly;
import axial.workbench.data.work.Words;
import axial.workbench.data.work.Workset;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/** The pictures of one group, linked, with the distances of their pairs below. */
final class SideBySide extends JPanel implements AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 8;
  private static final int IN_A_ROW = 4;
  private static final int TABLE_ROWS = 5;
  private static final int WIDE = 300;
  private static final int NARROW = 100;

  private final transient Desk desk;
  private final transient Workset work;
  private final transient LatestOnly reading = new LatestOnly("axial-data-duplicates");
  private final JPanel row = new JPanel();
  private final JLabel more = new JLabel();
  private final JButton together = new JButton("Keep neighbours together\u2026");
  private final JButton apart = new JButton();
  private final PairTable pairs = new PairTable();
  private final JTable table = new JTable(pairs);
  private final JScrollPane scroll = new JScrollPane(table);
  private transient List<Tile> tiles = List.of();
  private transient Optional<Review.Item> item = Optional.empty();
  private int focused;

  SideBySide(Desk desk, Workset work) {
    super(
        new MigLayout(
            "insets 0, fill, wrap 1, hidemode 3", "[grow, fill]", "[grow, fill][][][][]"));
    this.desk = desk;
    this.work = work;
    table.setName("duplicates.pairs");
    table.getAccessibleContext().setAccessibleName("Pairs with their distances");
    table.setFillsViewportHeight(true);
    table.setRowSelectionAllowed(false);
    scroll.setColumnHeaderView(table.getTableHeader());
    apart.setName("duplicates.apart");
    apart.addActionListener(event -> tellAllApart());
    together.setName("duplicates.together");
    together.addActionListener(event -> desk.reveal("data.split"));
    add(row, "wmin 0, hmin 0");
    add(more, "wmin 0");
    add(apart, "growx 0");
    add(together, "growx 0");
    add(scroll, "wmin 0");
  }

  /** Shows a group or pair. */
  void show(Optional<Review.Item> shown) {
    item = shown;
    focused = 0;
    row.removeAll();
    List<Tile> made = new ArrayList<>();
    List<Sample> samples = shown.map(Review.Item::samples).orElse(List.of());
    int count = Math.min(MOST, samples.size());
    row.setLayout(
        new MigLayout(
            "insets 0, fill, wrap " + Math.max(1, Math.min(IN_A_ROW, count)),
            "[grow, fill, sg tile]",
            "[grow, fill, sg tile]"));
    for (int i = 0; i < count; i++) {
      int number = i;
      Tile tile =
          new Tile(
              i + 1,
              samples.get(i),
              new Tile.Acts(
                  () -> focus(number),
                  shown.flatMap(Review.Item::group).map(group -> () -> keep(number)),
                  () -> exclude(number),
                  shown
                      .filter(of -> of.canBeApart() && samples.size() > 2)
                      .map(of -> () -> tellApart(number))));
      made.add(tile);
      row.add(tile, "wmin 0, hmin 0");
    }
    ImageCanvas.link(made.stream().map(Tile::canvas).toList());
    tiles = made;
    more.setVisible(samples.size() > count);
    more.setText("%s more are not shown.".formatted(Words.images(samples.size() - count)));
    together.setVisible(shown.isPresent() && shown.get().group().isEmpty());
    pairs.show(shown.map(Review.Item::pairs).orElse(List.of()));
    for (int i = 0; i < table.getColumnCount(); i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(i < 2 ? WIDE : NARROW);
    }
    scroll.setVisible(pairs.getRowCount() > 0);
    int lines = Math.min(TABLE_ROWS, pairs.getRowCount()) + 2;
    table.setPreferredScrollableViewportSize(
        new Dimension(table.getPreferredSize().width, lines * table.getRowHeight()));
    read(samples.subList(0, count));
    tell();
    revalidate();
    repaint();
  }

  private void read(List<Sample> samples) {
    Optional<Dataset> data = work.dataset();
    if (data.isEmpty()) {
      return;
    }
    reading.submit(
        stale -> {
          List<BufferedImage> pictures = new ArrayList<>();
          for (Sample sample : samples) {
            if (!stale.getAsBoolean()) {
              pictures.add(Bitmaps.of(data.get().pixels().read(sample)));
            }
          }
          return pictures;
        },
        pictures -> {
          for (int i = 0; i < Math.min(tiles.size(), pictures.size()); i++) {
            tiles.get(i).picture(pictures.get(i));
          }
        },
        failed -> desk.tell(Workset.problem(failed)));
  }

  /** Says anew what becomes of each. */
  void tell() {
    item.ifPresent(this::tellAllApartButton);
    item.ifPresent(
        shown ->
            tiles.forEach(
                tile -> {
                  int label = work.marks().label(tile.sample());
                  tile.tell(
                      label,
                      work.dataset().map(data -> data.labels().name(label)).orElse(""),
                      shown.group().map(g -> Review.fate(tile.sample(), shown, work.marks())),
                      work.marks().excluded(tile.sample()));
                }));
  }

  private void focus(int number) {
    focused = number;
    desk.picked().set(Optional.of(Picked.ofData(tiles.get(number).sample().source())));
  }

  boolean canKeep(int number) {
    return number < tiles.size() && item.flatMap(Review.Item::group).isPresent();
  }

  /** Says that a picture stays of its group. */
  void keep(int number) {
    if (canKeep(number)) {
      work.keep(desk, tiles.get(number).sample(), item.flatMap(Review.Item::group).orElseThrow());
    }
  }

  /** Whether all pictures of the group can be told apart from each other. */
  boolean canTellApart() {
    return item.filter(of -> of.canBeApart() && of.samples().size() <= MOST).isPresent();
  }

  /** Says that the pictures of the group are different ones, or that they are not after all. */
  void tellAllApart() {
    if (canTellApart()) {
      Review.Item of = item.orElseThrow();
      work.tellApart(desk, of.samples(), of.samples(), !of.isApart(work.marks()));
    }
  }

  /** Says that the picture in focus is another one than the rest, or that it is not after all. */
  void tellApart() {
    tellApart(focused);
  }

  private void tellApart(int number) {
    if (number < tiles.size() && item.filter(Review.Item::canBeApart).isPresent()) {
      Review.Item of = item.orElseThrow();
      Sample sample = tiles.get(number).sample();
      boolean apart = Review.fate(sample, of, work.marks()) != Review.Fate.DISTINCT;
      work.tellApart(desk, List.of(sample), of.samples(), apart);
    }
  }

  private void tellAllApartButton(Review.Item shown) {
    boolean undo = shown.isApart(work.marks());
    boolean pair = shown.samples().size() == 2;
    apart.setText(
        undo
            ? "Duplicates after all"
            : pair ? "Keep both: not a duplicate" : "Keep all: no duplicates");
    apart.setVisible(shown.group().isPresent());
    apart.setEnabled(canTellApart());
    apart.setToolTipText(
        shown.canBeApart()
            ? "They are different pictures, however alike they look (N)"
            : "The same pixels are the same picture");
  }

  /** Excludes the picture in focus, or takes it in again. */
  void exclude() {
    exclude(focused);
  }

  private void exclude(int number) {
    if (number < tiles.size()) {
      Sample sample = tiles.get(number).sample();
      work.exclude(
          desk, List.of(sample), !work.marks().excluded(sample), "Excluded as a duplicate.");
    }
  }

  @Override
  public void close() {
    reading.close();
  }
}
