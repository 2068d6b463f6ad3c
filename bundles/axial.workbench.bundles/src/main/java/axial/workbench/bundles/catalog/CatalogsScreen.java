package axial.workbench.bundles.catalog;

import axial.workbench.bundles.change.Changes;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** What the view of catalogs can show and ask. Only on the event dispatch thread. */
interface CatalogsScreen extends Changes.Screen {

  /** Shows the catalogs and marks one. */
  void catalogs(List<CatalogRow> rows, Optional<CatalogRow> chosen);

  /**
   * Shows what they offer and marks one.
   *
   * @param all how many there are without a filter
   */
  void offers(List<Offer> offers, int all, Optional<Offer> chosen);

  /** Shows pictures of the marked offer, and in words which cannot be shown. */
  void pictures(List<BufferedImage> pictures, List<String> troubles);
}
