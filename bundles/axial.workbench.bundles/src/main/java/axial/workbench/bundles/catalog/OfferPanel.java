package axial.workbench.bundles.catalog;

import axial.extension.Catalogs.Release;
import axial.view.part.EmptyPanel;
import axial.workbench.bundles.part.Page;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is known of the marked offer, and the buttons that install it. */
final class OfferPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final String NOTHING = "nothing";
  private static final String OFFER = "offer";

  private final JPanel about = new JPanel(new BorderLayout());
  private final JButton install = button("install", "Install\u2026");
  private final JButton update = button("update", "Update\u2026");
  private final JButton isolated = button("isolated", "Install isolated\u2026");
  private final JButton load = button("pictures", "Show pictures");
  private transient Optional<Offer> shown = Optional.empty();
  private transient List<BufferedImage> pictures = List.of();
  private transient List<String> troubles = List.of();
  private boolean busy;

  OfferPanel() {
    super(new CardLayout());
    setName("offers.detail");
    // The buttons stay where they are while the page below is filled anew.
    JPanel bar = new JPanel(new MigLayout("insets 0 unrel rel unrel, hidemode 3"));
    bar.add(install);
    bar.add(update);
    bar.add(isolated);
    about.add(bar, BorderLayout.NORTH);
    add(
        new EmptyPanel(
            "No extension is selected",
            "Select one to see what it is, which versions there are, and whether it fits."),
        NOTHING);
    add(about, OFFER);
    install.putClientProperty("JButton.buttonType", "default");
    isolated.setToolTipText(
        "Start it only in a process of its own for each training, never in Axial's");
    ready();
  }

  private static JButton button(String name, String title) {
    JButton button = new JButton(title);
    button.setName("offers." + name);
    return button;
  }

  void connect(CatalogsController controller) {
    install.addActionListener(event -> controller.install());
    update.addActionListener(event -> controller.update());
    isolated.addActionListener(event -> controller.isolated());
    load.addActionListener(
        event -> {
          load.setEnabled(false);
          controller.pictures();
        });
  }

  void busy(boolean changing) {
    busy = changing;
    ready();
  }

  private void ready() {
    install.setVisible(shown.filter(one -> one.installed().isEmpty()).isPresent());
    isolated.setVisible(install.isVisible());
    update.setVisible(shown.filter(Offer::isNewer).isPresent());
    install.setEnabled(!busy && shown.filter(Offer::canInstall).isPresent());
    update.setEnabled(!busy && shown.filter(Offer::canUpdate).isPresent());
    isolated.setEnabled(!busy && shown.filter(Offer::canInstall).isPresent());
  }

  void show(Optional<Offer> offer) {
    if (!offer.map(Offer::newest).equals(shown.map(Offer::newest))) {
      pictures = List.of();
      troubles = List.of();
      load.setEnabled(true);
    }
    boolean other = !offer.equals(shown);
    shown = offer;
    if (other) {
      fill();
    }
  }

  void pictures(List<BufferedImage> loaded, List<String> why) {
    pictures = loaded;
    troubles = why;
    fill();
  }

  private void fill() {
    Component former = ((BorderLayout) about.getLayout()).getLayoutComponent(BorderLayout.CENTER);
    if (former != null) {
      about.remove(former);
    }
    shown.ifPresent(offer -> about.add(page(offer).scrolled(), BorderLayout.CENTER));
    ((CardLayout) getLayout()).show(this, shown.isPresent() ? OFFER : NOTHING);
    ready();
    revalidate();
    repaint();
  }

  private Page page(Offer offer) {
    Release release = offer.newest();
    Page page = new Page();
    page.title(release.title().isBlank() ? offer.symbolicName() : release.title());
    page.quiet(offer.symbolicName() + " " + offer.newestVersion());
    if (offer.installed().isPresent()) {
      page.text("Installed: " + offer.installedVersion());
    }
    page.text(release.description());
    offer
        .unfit()
        .filter(why -> !why.isEmpty())
        .ifPresent(why -> page.text("It does not fit. " + why));
    page.heading("By");
    page.text(release.author() + ", in the catalog " + offer.catalog());
    page.heading("Licence");
    page.text(release.licence());
    if (!release.needs().isEmpty()) {
      page.heading("Needs");
      release.needs().forEach(page::text);
    }
    page.heading("Versions");
    page.text(
        offer.releases().stream()
            .map(one -> one.bundle().name().version())
            .distinct()
            .collect(Collectors.joining(", ")));
    page.heading("SHA-256");
    page.text(release.bundle().sha256());
    if (!release.screenshots().isEmpty()) {
      page.heading("Pictures");
      if (pictures.isEmpty() && troubles.isEmpty()) {
        page.buttons(load);
      }
      pictures.forEach(picture -> page.add(new PictureBox(picture), "growx, wmin 0"));
      troubles.forEach(page::text);
    }
    return page;
  }
}
