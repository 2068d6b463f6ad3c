package axial.workbench.data.split;

import axial.run.Extensions;
import axial.view.Command;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Subscription;
import axial.view.part.Column;
import axial.view.part.EmptyPanel;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.OpenFolder;
import axial.workbench.data.work.SplitData;
import axial.workbench.data.work.Workset;
import java.awt.CardLayout;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The split in a window. */
final class SplitPart implements Part {

  private final Desk desk;
  private final Workset work;
  private final Extensions extensions;
  private final Subscription watching;
  private final CardLayout cards = new CardLayout();
  private final CardLayout resultCards = new CardLayout();
  private final JPanel panel = new JPanel(cards);
  private final JPanel result = new JPanel(resultCards);
  private final SplitForm form = new SplitForm(this::split);
  private final SplitBars bars = new SplitBars();
  private final Certificate certificate = new Certificate();
  private Optional<Map<String, String>> formOf = Optional.empty();
  private Optional<SplitData> shown = Optional.empty();

  SplitPart(Desk desk, Workset work, Extensions extensions) {
    this.desk = desk;
    this.work = work;
    this.extensions = extensions;
    build();
    this.watching = work.watch(this::follow);
    desk.data().watch(data -> work.follow(desk, data));
    desk.command(
        Command.of("data.split", "Split the data", this::split)
            .when(() -> work.found().isPresent()));
    follow();
  }

  private void build() {
    panel.setName("data.split");
    JPanel made =
        new JPanel(
            new MigLayout(
                "insets 0, fill",
                "[180lp:360lp, grow 60, fill]para[160lp:260lp, grow 40, fill]",
                "[top]"));
    made.add(bars, "wmin 0");
    made.add(certificate, "wmin 0");
    result.add(
        new EmptyPanel(
            "Not split yet",
            "Splitting takes duplicates out, keeps groups together, and says whether anything"
                + " leaks.",
            new EmptyPanel.Step("Split", this::split)),
        "unknown");
    result.add(made, "made");
    Column whole =
        new Column(new MigLayout("insets rel, fill", "[shrink 0]para[grow, fill]", "[grow, top]"));
    whole.add(form, "wmin 0");
    whole.add(result, "grow, wmin 0");
    panel.add(
        OpenFolder.empty(
            desk,
            work,
            "No data are open",
            "Here you split the data into a training, a validation and a test part."),
        "empty");
    panel.add(whole.scrolled(), "split");
  }

  private void split() {
    Optional<Found> found = work.found();
    if (found.isPresent()) {
      SplitSettings before = SplitSettings.of(found.get(), extensions);
      work.makeSplit(desk, form.settings().changes(found.get(), before));
    }
  }

  private void follow() {
    Optional<Found> found = work.found();
    cards.show(panel, found.isPresent() ? "split" : "empty");
    if (found.isPresent() && !formOf.equals(Optional.of(found.get().set()))) {
      form.show(SplitSettings.of(found.get(), extensions), SplitSettings.finders(extensions));
      formOf = Optional.of(found.get().set());
    }
    if (found.isEmpty()) {
      formOf = Optional.empty();
    }
    Optional<SplitData> now = work.split();
    resultCards.show(result, now.isPresent() ? "made" : "unknown");
    if (now.isPresent()) {
      SplitData split = now.get();
      certificate.show(split.prepared(), work.splitIsOfNow());
      if (shown.isEmpty() || shown.get() != split) {
        bars.show(
            SplitBars.rows(split.prepared().split(), split.prepared().dataset().labels()),
            split.prepared().wanted());
        desk.figure(bars, new SplitFigure(bars, split.prepared()));
      }
    }
    shown = now;
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void close() {
    watching.cancel();
  }
}
