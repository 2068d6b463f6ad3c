package axial.cli;

import axial.extension.Catalogs;
import java.util.List;
import picocli.CommandLine.Command;

/** Reads all catalogs anew. */
@Command(
    name = "refresh",
    description = "Reads all catalogs anew.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions refresh"})
final class RefreshCommand implements Runnable {

  private final Session session;

  RefreshCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<Catalogs.Catalog> all = session.service(Catalogs.class).refresh(session.watch());
    CatalogTroubles.tell(session.terminal(), all);
    for (Catalogs.Catalog catalog : all) {
      if (catalog.trouble().isEmpty()) {
        session
            .terminal()
            .line(
                "%s: version %d, %s"
                    .formatted(
                        catalog.name(),
                        catalog.version(),
                        Words.count(catalog.releases().size(), "release")));
      }
    }
  }
}
