package axial.cli;

import axial.extension.Catalogs;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what the known catalogs have. */
@Command(
    name = "search",
    description = {
      "Lists what the known catalogs have; with the whole name of an extension, all that they say",
      "of it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions search",
      "  ./axial extensions search unet",
      "  ./axial extensions search lab.my-net"
    })
final class SearchCommand implements Runnable {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only what has this word in its name, title, description or author.")
  private String word = "";

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Table table =
        new Table(List.of("extension", "version", "title", "licence", "author", "size", "needs"));
    StringBuilder named = new StringBuilder();
    List<Catalogs.Catalog> all = session.service(Catalogs.class).list();
    for (Catalogs.Catalog catalog : all) {
      for (Catalogs.Release release : catalog.releases()) {
        if (release.bundle().name().symbolicName().equals(word)) {
          named.append(ReleaseText.of(catalog, release));
        } else if (matches(release)) {
          table.add(
              List.of(
                  release.bundle().name().symbolicName(),
                  release.bundle().name().version(),
                  release.title(),
                  release.licence(),
                  release.author(),
                  PlannedChange.size(release.bundle().bytes()),
                  String.join(", ", release.needs())));
        }
      }
    }
    Terminal terminal = session.terminal();
    if (!named.isEmpty()) {
      terminal.line(named.toString().stripTrailing());
    } else {
      terminal.line(table.isEmpty() ? "No known catalog has such an extension." : table.text());
    }
    CatalogTroubles.tell(terminal, all);
  }

  private boolean matches(Catalogs.Release release) {
    String text =
        String.join(
            " ",
            release.bundle().name().symbolicName(),
            release.title(),
            release.description(),
            release.author());
    return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}
