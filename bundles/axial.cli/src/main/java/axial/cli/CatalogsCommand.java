package axial.cli;

import axial.extension.Catalogs;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the catalogs of extensions that this workspace knows. */
@Command(
    name = "catalogs",
    description = "Lists the catalogs of extensions that this workspace knows.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions catalogs"})
final class CatalogsCommand implements Runnable {

  private final Session session;

  CatalogsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Catalogs catalogs = session.service(Catalogs.class);
    Table table = new Table(List.of("catalog", "version", "extensions", "address", "publisher"));
    List<Catalogs.Catalog> all = catalogs.list();
    for (Catalogs.Catalog catalog : all) {
      table.add(
          List.of(
              catalog.name(),
              Long.toString(catalog.version()),
              Integer.toString(catalog.releases().size()),
              catalog.address().toString(),
              catalog.publisher()));
    }
    session
        .terminal()
        .line(
            all.isEmpty()
                ? "This workspace knows no catalog yet. Add one with: ./axial extensions add ADDRESS"
                : table.text());
    CatalogTroubles.tell(session.terminal(), all);
    for (URI address : catalogs.suggested()) {
      session.terminal().line("Known to this Axial and not added: " + address);
    }
  }
}
