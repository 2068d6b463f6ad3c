package axial.workbench.data.duplicates;

import axial.run.Deduplicated;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Subscription;
import axial.view.part.EmptyPanel;
import axial.workbench.data.work.LatestOnly;
import axial.workbench.data.work.OpenFolder;
import axial.workbench.data.work.Words;
import axial.workbench.data.work.Workset;
import java.awt.CardLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** The review of duplicates. */
final class DuplicatesPart implements Part {

  private static final int KEYS = 9;

  private final Desk desk;
  private final Workset work;
  private final Subscription watching;
  private final LatestOnly reviewing = new LatestOnly("axial-data-review");
  private final CardLayout cards = new CardLayout();
  private final JPanel panel = new JPanel(cards);
  private final JToggleButton duplicates = new JToggleButton("Duplicates");
  private final JToggleButton series = new JToggleButton("Same series?");
  private final JLabel place = new JLabel(" ");
  private final JLabel stale = new JLabel("Edited since; look again for the final word.");
  private final JButton previous = new JButton("Previous");
  private final JButton next = new JButton("Next");
  private final SideBySide tiles;
  private Optional<Deduplicated> shown = Optional.empty();
  private Review review = Review.NOTHING;
  private int index;

  DuplicatesPart(Desk desk, Workset work) {
    this.desk = desk;
    this.work = work;
    this.tiles = new SideBySide(desk, work);
    build();
    commands();
    this.watching = work.watch(this::follow);
    desk.data().watch(data -> work.follow(desk, data));
    follow();
  }

  private void build() {
    panel.setName("data.duplicates");
    ButtonGroup both = new ButtonGroup();
    both.add(duplicates);
    both.add(series);
    duplicates.setName("duplicates.groups");
    series.setName("duplicates.series");
    series.setToolTipText(
        "Different pictures that look alike; neighbouring slices of one head, perhaps");
    duplicates.setSelected(true);
    duplicates.addActionListener(event -> go(0));
    series.addActionListener(event -> go(0));
    previous.setName("duplicates.previous");
    previous.setToolTipText("Previous (Page up)");
    previous.addActionListener(event -> go(index - 1));
    next.setName("duplicates.next");
    next.setToolTipText("Next (Page down)");
    next.addActionListener(event -> go(index + 1));
    place.setName("duplicates.place");
    stale.setName("duplicates.stale");
    JButton again = new JButton("Look again");
    again.setName("duplicates.again");
    again.addActionListener(event -> work.lookForDuplicates(desk));
    JPanel top =
        new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[][]unrel[grow, fill][][][]"));
    top.add(duplicates, "sgy");
    top.add(series, "sgy");
    top.add(place, "wmin 0");
    top.add(previous, "sgy, sgx move");
    top.add(next, "sgy, sgx move");
    top.add(again, "sgy");
    JPanel whole =
        new JPanel(
            new MigLayout(
                "insets rel, fill, wrap 1, hidemode 2", "[grow, fill]", "[][][grow, fill]"));
    whole.add(top, "wmin 0");
    whole.add(stale, "wmin 0");
    whole.add(tiles, "wmin 0, hmin 0");
    panel.add(
        OpenFolder.empty(
            desk,
            work,
            "No data are open",
            "Here you see pictures that are in the data twice, side by side, and say which stays."),
        "closed");
    panel.add(
        new EmptyPanel(
            "Nobody has looked for duplicates yet",
            "Copies of a picture, also resized, mirrored or brightened ones, make results look"
                + " better than they are. Axial finds them and uses one of each.",
            new EmptyPanel.Step("Look for duplicates", () -> work.lookForDuplicates(desk))),
        "unknown");
    panel.add(
        new EmptyPanel(
            "No picture is there twice",
            "No copies and no pairs that look alike were found.",
            new EmptyPanel.Step("Look again", () -> work.lookForDuplicates(desk))),
        "none");
    panel.add(whole, "review");
  }

  private void commands() {
    desk.command(
        panel,
        Command.of("data.duplicates.next", "Go to the next group", () -> go(index + 1))
            .withKey("PAGE_DOWN")
            .when(() -> index + 1 < items().size()));
    desk.command(
        panel,
        Command.of("data.duplicates.previous", "Go to the previous group", () -> go(index - 1))
            .withKey("PAGE_UP")
            .when(() -> index > 0));
    desk.command(
        panel,
        Command.of("data.duplicates.exclude", "Exclude the picture in focus", tiles::exclude)
            .withKey("DELETE")
            .when(() -> !items().isEmpty()));
    desk.command(
        panel,
        Command.of(
                "data.duplicates.apart",
                "Keep all of the group: they are no duplicates",
                tiles::tellAllApart)
            .withKey("N")
            .when(tiles::canTellApart));
    desk.command(
        panel,
        Command.of(
                "data.duplicates.apart-one",
                "Keep the picture in focus: it is not a duplicate",
                tiles::tellApart)
            .withKey("shift N")
            .when(() -> !items().isEmpty()));
    for (int i = 0; i < KEYS; i++) {
      int tile = i;
      desk.command(
          panel,
          Command.of(
                  "data.duplicates.keep-" + (i + 1),
                  "Keep picture %d of the group".formatted(i + 1),
                  () -> tiles.keep(tile))
              .withKey(Integer.toString(i + 1))
              .when(() -> tiles.canKeep(tile)));
    }
    desk.command(
        Command.of(
                "data.duplicates.look", "Look for duplicates", () -> work.lookForDuplicates(desk))
            .when(() -> work.working().isPresent()));
  }

  private List<Review.Item> items() {
    return series.isSelected() ? review.series() : review.groups();
  }

  private void follow() {
    Optional<Deduplicated> now = work.duplicates();
    boolean other =
        now.isPresent() != shown.isPresent() || (now.isPresent() && now.get() != shown.get());
    shown = now;
    if (now.isEmpty()) {
      reviewing.drop();
      review = Review.NOTHING;
    } else if (other) {
      reviewing.submit(
          stale -> Review.of(now.get().duplicates()),
          this::take,
          failed -> desk.tell(Workset.problem(failed)));
      return;
    }
    stale.setVisible(now.isPresent() && !work.duplicatesAreOfNow());
    showCard();
    if (now.isPresent() && isSomething()) {
      tell();
    }
  }

  private boolean isSomething() {
    return !review.groups().isEmpty() || !review.series().isEmpty();
  }

  private void showCard() {
    cards.show(
        panel,
        work.found().isEmpty()
            ? "closed"
            : shown.isEmpty() ? "unknown" : isSomething() ? "review" : "none");
  }

  private void take(Review made) {
    review = made;
    index = Math.min(index, Math.max(0, items().size() - 1));
    if (items().isEmpty()) {
      (review.groups().isEmpty() ? series : duplicates).setSelected(true);
      index = 0;
    }
    duplicates.setText("Duplicates (%,d)".formatted(review.groups().size()));
    series.setText("Same series? (%,d)".formatted(review.series().size()));
    stale.setVisible(!work.duplicatesAreOfNow());
    showCard();
    if (isSomething()) {
      go(index);
    }
  }

  private void go(int to) {
    index = Math.max(0, Math.min(items().size() - 1, to));
    tiles.show(index < items().size() ? Optional.of(items().get(index)) : Optional.empty());
    tell();
  }

  private void tell() {
    previous.setEnabled(index > 0);
    next.setEnabled(index + 1 < items().size());
    tiles.tell();
    if (items().isEmpty()) {
      place.setText(series.isSelected() ? "No such pairs." : "No duplicates.");
      return;
    }
    place.setText(
        "%s %,d of %,d: %s"
            .formatted(
                series.isSelected() ? "Pair" : "Group",
                index + 1,
                items().size(),
                Review.kind(items().get(index), work.marks())));
    place.setToolTipText(
        series.isSelected()
            ? "Neighbours in training and test flatter a network. Groups keep them together."
            : Words.counted(items().size(), "group") + " of pictures that are there twice");
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void close() {
    watching.cancel();
    reviewing.close();
    tiles.close();
  }
}
