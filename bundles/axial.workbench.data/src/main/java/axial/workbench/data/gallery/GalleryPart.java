package axial.workbench.data.gallery;

import axial.data.ImageStore;
import axial.data.Labels;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Part;
import axial.view.part.EmptyPanel;
import axial.workbench.data.work.OpenFolder;
import axial.workbench.data.work.Words;
import axial.workbench.data.work.Workset;
import java.awt.CardLayout;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import net.miginfocom.swing.MigLayout;

/** The gallery in a window. */
final class GalleryPart implements Part, GalleryScreen {

  private static final int SMALLEST = 4;
  private static final int LARGEST = 16;
  private static final int USUAL = 7;
  private static final int KEYS = 9;

  private final Desk desk;
  private final GalleryController gallery;
  private final GalleryCanvas canvas;
  private final FilterBar filters;
  private final CardLayout cards = new CardLayout();
  private final CardLayout middleCards = new CardLayout();
  private final JPanel panel = new JPanel(cards);
  private final JPanel middle = new JPanel(middleCards);
  private final JLabel counts = new JLabel(" ");
  private final JSlider size;
  private final JPopupMenu menu = new JPopupMenu();

  GalleryPart(Desk desk, Workset work, ImageStore store) {
    this.desk = desk;
    gallery = new GalleryController(desk, work, store, this);
    canvas = new GalleryCanvas(gallery);
    filters = new FilterBar(gallery::arrange);
    size = new JSlider(SMALLEST, LARGEST, number(desk.state(), "size"));
    build(work);
    commands();
    desk.data().watch(data -> work.follow(desk, data));
    gallery.follow();
    desk.picked().watch(picked -> picked.ifPresent(one -> gallery.picked(one.source())));
  }

  private static int number(Map<String, String> state, String key) {
    String text = state.getOrDefault(key, "");
    int lines = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : USUAL;
    return Math.max(SMALLEST, Math.min(LARGEST, lines));
  }

  private void build(Workset work) {
    panel.setName("data.gallery");
    canvas.side(size.getValue());
    GalleryInput.install(canvas, gallery, this::chosen);
    canvas.setComponentPopupMenu(menu);
    size.setName("gallery.size");
    size.setToolTipText("Size of the thumbnails");
    size.getAccessibleContext().setAccessibleName("Size of the thumbnails");
    size.addChangeListener(event -> canvas.side(size.getValue()));
    counts.setName("gallery.counts");
    JScrollPane scroll = new JScrollPane(canvas);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setFocusable(false);
    middle.add(scroll, "tiles");
    middle.add(
        new EmptyPanel(
            "No image fits the filters",
            "Choose other values above, or show all images again.",
            new EmptyPanel.Step("Show all images", filters::clear)),
        "none");
    JPanel bottom = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill][right]"));
    bottom.add(counts, "wmin 0");
    bottom.add(size, "wmax 160lp");
    JPanel whole =
        new JPanel(new MigLayout("insets rel, fill, wrap 1", "[grow, fill]", "[][grow, fill][]"));
    whole.add(filters, "wmin 0");
    whole.add(middle, "wmin 0, hmin 0");
    whole.add(bottom, "wmin 0");
    panel.add(
        OpenFolder.empty(
            desk,
            work,
            "No data are open",
            "The gallery shows every image of the opened data, to find, exclude and relabel."),
        "empty");
    panel.add(whole, "gallery");
  }

  private void commands() {
    desk.command(
        canvas,
        Command.of("data.exclude", "Exclude the selected images, or take them in", gallery::exclude)
            .withKey("DELETE")
            .when(() -> !gallery.selection().isSelectionEmpty()));
    for (int i = 0; i < KEYS; i++) {
      int label = i;
      desk.command(
          canvas,
          Command.of(
                  "data.relabel-" + (i + 1),
                  "Give the selected images class " + (i + 1),
                  () -> gallery.relabel(label))
              .withKey(Integer.toString(i + 1))
              .when(
                  () ->
                      !gallery.selection().isSelectionEmpty()
                          && gallery.labels().filter(l -> label < l.count()).isPresent()));
    }
    desk.command(Command.of("data.show-all", "Show all images in the gallery", filters::clear));
  }

  private void chosen() {
    gallery.pick();
    selected();
  }

  @Override
  public void opened() {
    menu.removeAll();
    gallery
        .dataset()
        .ifPresent(
            data -> {
              filters.offer(data, FilterBar.attributes(data));
              fillMenu(data.labels());
            });
    cards.show(panel, gallery.dataset().isPresent() ? "gallery" : "empty");
  }

  private void fillMenu(Labels labels) {
    JMenuItem exclude = new JMenuItem("Exclude, or take in again");
    exclude.setAccelerator(KeyStroke.getKeyStroke("DELETE"));
    exclude.addActionListener(event -> gallery.exclude());
    menu.add(exclude);
    menu.addSeparator();
    for (int i = 0; i < labels.count(); i++) {
      int label = i;
      JMenuItem item = new JMenuItem("Label \"" + labels.name(i) + "\"");
      if (i < KEYS) {
        item.setAccelerator(KeyStroke.getKeyStroke(Integer.toString(i + 1)));
      }
      item.addActionListener(event -> gallery.relabel(label));
      menu.add(item);
    }
  }

  @Override
  public void arranged() {
    boolean none = gallery.count() == 0 && !gallery.arrangement().isAll();
    middleCards.show(middle, none ? "none" : "tiles");
    canvas.arranged();
    changed();
  }

  @Override
  public void selected() {
    canvas.selected();
    changed();
  }

  @Override
  public void changed() {
    filters.parts(gallery.hasParts());
    int chosen = gallery.selection().isSelectionEmpty() ? 0 : count();
    int all = gallery.dataset().map(data -> data.samples().size()).orElse(0);
    String shown =
        gallery.count() == all
            ? Words.images(all)
            : "%,d of %s".formatted(gallery.count(), Words.images(all));
    int excluded = gallery.marks().excluded().size();
    counts.setText(
        shown
            + (chosen > 0 ? ", %,d selected".formatted(chosen) : "")
            + (excluded > 0 ? ", %,d excluded".formatted(excluded) : ""));
    canvas.repaint();
  }

  private int count() {
    int count = 0;
    int last = Math.min(gallery.selection().getMaxSelectionIndex(), gallery.count() - 1);
    for (int i = gallery.selection().getMinSelectionIndex(); i <= last; i++) {
      count += gallery.selection().isSelectedIndex(i) ? 1 : 0;
    }
    return count;
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Map<String, String> state() {
    return Map.of("size", Integer.toString(size.getValue()));
  }

  @Override
  public void close() {
    ToolTipManager.sharedInstance().unregisterComponent(canvas);
    gallery.close();
  }
}
