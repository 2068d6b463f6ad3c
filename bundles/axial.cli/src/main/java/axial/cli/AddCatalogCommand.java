package axial.cli;

import axial.extension.Catalogs;
import axial.job.Problem;
import axial.job.ProblemException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a catalog of extensions and trusts the key of its publisher. */
@Command(
    name = "add",
    description = "Adds a catalog of extensions and trusts the key of its publisher.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions add http://example.org/group/",
      "  ./axial extensions add /mnt/shared/catalog --fingerprint 3f2a-91bc-..."
    })
final class AddCatalogCommand implements Runnable {

  private final Session session;

  @Parameters(
      paramLabel = "ADDRESS",
      description = "A folder, or an address with file:, http: or https:.")
  private String address = "";

  @Option(
      names = "--fingerprint",
      paramLabel = "F",
      description = "The fingerprint that the publisher has told you.")
  private @Nullable String fingerprint;

  AddCatalogCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Catalogs catalogs = session.service(Catalogs.class);
    URI uri = Addresses.of(address);
    String told = fingerprint == null ? accepted(catalogs.look(uri, session.watch())) : fingerprint;
    Catalogs.Catalog added = catalogs.add(uri, told, session.watch());
    session
        .terminal()
        .line(
            "Added the catalog %s with %s; its key is trusted from now on."
                .formatted(added.name(), Words.count(added.releases().size(), "release")));
  }

  /** Shows whose the catalog is; the user compares and accepts, or nothing is added. */
  private String accepted(Catalogs.Catalog seen) {
    session
        .terminal()
        .line(
            "Catalog:     %s%nAddress:     %s%nReleases:    %d%nFingerprint: %s"
                .formatted(seen.name(), seen.address(), seen.releases().size(), seen.publisher()));
    if (Question.ask(
        session.terminal(), "Is this the fingerprint that the publisher has told you?")) {
      return seen.publisher();
    }
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "The catalog was not added, as nobody has confirmed its fingerprint.",
        "Compare it with the publisher's, then add it with --fingerprint " + seen.publisher());
  }
}
