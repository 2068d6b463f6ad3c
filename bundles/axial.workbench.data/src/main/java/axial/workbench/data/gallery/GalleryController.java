package axial.workbench.data.gallery;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.view.Desk;
import axial.view.Picked;
import axial.view.Subscription;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.LatestOnly;
import axial.workbench.data.work.Marks;
import axial.workbench.data.work.SplitData;
import axial.workbench.data.work.Workset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.DefaultListSelectionModel;
import javax.swing.ListSelectionModel;

/**
 * What a gallery shows and what is selected in it, without a screen. On the event dispatch thread.
 */
final class GalleryController implements AutoCloseable {

  private final Desk desk;
  private final Workset work;
  private final ImageStore store;
  private final GalleryScreen screen;
  private final Subscription watching;
  private final LatestOnly arranging = new LatestOnly("axial-data-arrange");
  private final ListSelectionModel selection = new DefaultListSelectionModel();

  private Optional<Found> found = Optional.empty();
  private Optional<ThumbnailFeed> feed = Optional.empty();
  private Arrangement arrangement = Arrangement.ALL;
  private Marks marks = Marks.NONE;
  private Map<String, Split.Part> parts = Map.of();
  private int[] order = new int[0];

  GalleryController(Desk desk, Workset work, ImageStore store, GalleryScreen screen) {
    this.desk = desk;
    this.work = work;
    this.store = store;
    this.screen = screen;
    this.watching = work.watch(this::follow);
  }

  /** Takes over what is open. */
  void follow() {
    marks = work.marks();
    parts = work.split().map(SplitData::parts).orElse(Map.of());
    Optional<Dataset> before = found.map(Found::dataset);
    Optional<Dataset> now = work.dataset();
    found = work.found();
    if (before.isPresent() != now.isPresent()
        || (now.isPresent() && before.isPresent() && before.get() != now.get())) {
      reopen(now);
    }
    arrange(arrangement);
  }

  private void reopen(Optional<Dataset> now) {
    feed.ifPresent(ThumbnailFeed::close);
    feed = now.map(dataset -> new ThumbnailFeed(store, dataset, screen::changed));
    selection.clearSelection();
    order = new int[0];
    arrangement = Arrangement.ALL;
    screen.opened();
  }

  /** Shows other images. */
  void arrange(Arrangement changed) {
    arrangement = changed;
    if (found.isEmpty()) {
      return;
    }
    List<Sample> samples = found.get().dataset().samples();
    Marks edits = marks;
    Map<String, Split.Part> split = parts;
    arranging.submit(
        stale -> changed.of(samples, edits, split, stale),
        this::arranged,
        failed -> desk.tell(Workset.problem(failed)));
  }

  private void arranged(int[] shown) {
    if (Arrays.equals(shown, order)) {
      screen.changed();
      return;
    }
    int lead = selection.getLeadSelectionIndex();
    int leading =
        lead >= 0 && lead < order.length && !selection.isSelectionEmpty() ? order[lead] : -1;
    order = shown;
    selection.clearSelection();
    for (int i = 0; leading >= 0 && i < shown.length; i++) {
      if (shown[i] == leading) {
        selection.setSelectionInterval(i, i);
        break;
      }
    }
    screen.arranged();
    screen.selected();
  }

  Arrangement arrangement() {
    return arrangement;
  }

  Optional<Labels> labels() {
    return found.map(data -> data.dataset().labels());
  }

  Optional<Dataset> dataset() {
    return found.map(Found::dataset);
  }

  /** Whether a split is known, so that its parts can be filtered by. */
  boolean hasParts() {
    return !parts.isEmpty();
  }

  /** How many images are shown. */
  int count() {
    return order.length;
  }

  /** The image at a place. */
  Sample at(int place) {
    return found.orElseThrow().dataset().samples().get(order[place]);
  }

  Marks marks() {
    return marks;
  }

  Optional<Split.Part> part(Sample sample) {
    return Optional.ofNullable(parts.get(sample.source()));
  }

  Optional<ThumbnailFeed> feed() {
    return feed;
  }

  ListSelectionModel selection() {
    return selection;
  }

  /** Tells the other views which image is selected; none when it is not one of the shown. */
  void pick() {
    int lead = selection.getLeadSelectionIndex();
    if (lead >= 0 && lead < order.length && selection.isSelectedIndex(lead)) {
      desk.picked().set(Optional.of(Picked.ofData(at(lead).source())));
    }
  }

  /** Selects the image of a source that another view has picked, if it is shown. */
  void picked(String source) {
    int lead = selection.getLeadSelectionIndex();
    if (lead >= 0 && lead < order.length && at(lead).source().equals(source)) {
      return;
    }
    for (int place = 0; place < order.length; place++) {
      if (at(place).source().equals(source)) {
        selection.setSelectionInterval(place, place);
        screen.selected();
        return;
      }
    }
  }

  /** The selected images in the order in which they are shown. */
  List<Sample> selected() {
    List<Sample> samples = new ArrayList<>();
    int last = Math.min(selection.getMaxSelectionIndex(), order.length - 1);
    for (int i = Math.max(0, selection.getMinSelectionIndex()); i <= last; i++) {
      if (selection.isSelectedIndex(i)) {
        samples.add(at(i));
      }
    }
    return samples;
  }

  /** Excludes what is selected; takes it in again when all of it is excluded. */
  void exclude() {
    List<Sample> chosen = selected();
    boolean out = chosen.stream().anyMatch(sample -> !marks.excluded(sample));
    work.exclude(
        desk,
        chosen.stream().filter(sample -> marks.excluded(sample) != out).toList(),
        out,
        "Excluded in the gallery.");
  }

  /** Gives what is selected a class, from 0 on; nothing happens when there is no such class. */
  void relabel(int label) {
    if (labels().isPresent() && label < labels().get().count()) {
      List<Sample> others =
          selected().stream().filter(sample -> marks.label(sample) != label).toList();
      work.relabel(desk, others, label);
    }
  }

  @Override
  public void close() {
    watching.cancel();
    arranging.close();
    feed.ifPresent(ThumbnailFeed::close);
  }
}
