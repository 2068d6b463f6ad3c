package axial.cli;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.job.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads the catalogs anew and installs newer versions, of one extension or of all. */
@Command(
    name = "update",
    description =
        "Reads the catalogs anew and installs newer versions, of one extension or of all.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions update", "  ./axial extensions update lab.my-net"})
final class UpdateCommand implements Runnable {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this extension.")
  private String name = "";

  UpdateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<Catalogs.Catalog> all = session.service(Catalogs.class).refresh(session.watch());
    CatalogTroubles.tell(session.terminal(), all);
    if (!name.isEmpty()) {
      new PlannedChange(session).carryOut(new Change.Update(name));
      return;
    }
    Set<String> offered =
        all.stream()
            .flatMap(catalog -> catalog.releases().stream())
            .map(release -> release.bundle().name().symbolicName())
            .collect(Collectors.toSet());
    List<String> names =
        session.service(Installation.class).list().stream()
            .map(installed -> installed.bundle().name().symbolicName())
            .filter(offered::contains)
            .distinct()
            .toList();
    update(names);
  }

  /** One that cannot be updated does not keep the others from it. */
  private void update(List<String> names) {
    Optional<ProblemException> last = Optional.empty();
    for (String each : names) {
      try {
        new PlannedChange(session).carryOut(new Change.Update(each));
      } catch (ProblemException refused) {
        last.ifPresent(before -> session.terminal().problem(before.problem(), before));
        last = Optional.of(refused);
      }
    }
    last.ifPresent(
        refused -> {
          throw refused;
        });
    if (names.isEmpty()) {
      session.terminal().line("No extension of this workspace is in a known catalog.");
    }
  }
}
