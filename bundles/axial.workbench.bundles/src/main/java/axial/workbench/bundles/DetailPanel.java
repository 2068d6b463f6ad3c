package axial.workbench.bundles;

import axial.view.form.WrappedText;
import axial.view.part.Column;
import axial.view.part.EmptyPanel;
import java.awt.BorderLayout;
import java.awt.Font;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is known of the chosen bundle. */
final class DetailPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final float TITLE = 1.2f;

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

  /** A column of words, as wide as the view. */
  private static final class Page extends Column {
    private static final long serialVersionUID = 1L;

    Page() {
      super(new MigLayout("insets unrel, fillx, wrap 1, gapy 2lp", "[grow, fill]"));
    }

    void title(String text) {
      JLabel label = new JLabel(text);
      label.setFont(label.getFont().deriveFont(Font.BOLD, label.getFont().getSize2D() * TITLE));
      label.setToolTipText(text);
      add(label, "wmin 0");
    }

    void heading(String text) {
      JLabel label = new JLabel(text);
      label.setFont(label.getFont().deriveFont(Font.BOLD));
      add(label, "gaptop unrel, wmin 0");
    }

    void text(String text) {
      add(text, "Label.foreground");
    }

    void quiet(String text) {
      add(text, "Label.disabledForeground");
    }

    private void add(String text, String colour) {
      WrappedText words = new WrappedText(colour);
      words.setText(text);
      add(words, "wmin 0");
    }
  }
}
