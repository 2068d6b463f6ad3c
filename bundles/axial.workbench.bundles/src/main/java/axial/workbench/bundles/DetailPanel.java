package axial.workbench.bundles;

import axial.view.part.EmptyPanel;
import axial.workbench.bundles.part.Page;
import axial.workbench.bundles.part.StateIcon;
import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What is known of the chosen bundle. */
final class DetailPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  DetailPanel() {
    super(new BorderLayout());
    setName("bundles.detail");
    show(Optional.empty());
  }

  void show(Optional<BundleRow> chosen) {
    removeAll();
    if (chosen.isEmpty()) {
      add(
          new EmptyPanel(
              "No bundle is selected",
              "Select one in the list to see what it brings, who uses it and what it needs."));
    } else {
      add(page(chosen.get()).scrolled());
    }
    revalidate();
    repaint();
  }

  private static Page page(BundleRow row) {
    BundleInfo bundle = row.bundle();
    Page page = new Page();
    page.title(bundle.symbolicName());
    page.quiet("Version %s, %s".formatted(bundle.version(), bundle.origin().words()));
    JLabel state = new JLabel(bundle.state());
    state.setIcon(
        new StateIcon(bundle.health(), state.getFontMetrics(state.getFont()).getAscent()));
    page.add(state, "gaptop unrel, wmin 0");
    bundle.reasons().forEach(page::text);
    row.guard().ifPresent(why -> page.text("It cannot be stopped from here. " + why));
    for (DetailText.Section section : DetailText.of(row)) {
      page.heading(section.title());
      section.lines().forEach(page::text);
    }
    return page;
  }
}
