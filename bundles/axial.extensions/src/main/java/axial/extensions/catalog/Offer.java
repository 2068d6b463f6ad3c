package axial.extensions.catalog;

import axial.extension.Catalogs;
import axial.extensions.resolve.Described;
import java.net.URI;

/**
 * A bundle that can be installed from a catalog.
 *
 * @param release what it is
 * @param described what it offers and requires
 * @param catalog address of the catalog
 */
public record Offer(Catalogs.Release release, Described described, URI catalog) {}
