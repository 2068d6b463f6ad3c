package axial.cli;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Provenance;
import axial.run.RunCrates;
import axial.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs a run to send it to another lab. */
@Command(
    name = "export",
    description = {
      "Packs a finished run into one file to send: an RO-Crate with the run's files, their",
      "SHA-256, the software that made it, and extensions.lock."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial runs export out/first --to first.zip",
      "  ./axial runs export out/first --to first.zip --with-images"
    })
final class RunsExportCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "A new file. Default: <run>.zip in the current folder.")
  private @Nullable Path to;

  @Option(
      names = "--with-images",
      description = {
        "Pack the images of all its folders too, and the explanations and the report, which show",
        "some. Phantoms are drawn anew and need no files."
      })
  private boolean images;

  RunsExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    RunRecord record = session.runs().open(session.runs().find(run));
    try {
      Path lock = Files.createTempFile("extensions", ".lock");
      try {
        session.service(Installation.class).exportLock(lock, extensions(record));
        Path file =
            session
                .service(RunCrates.class)
                .pack(record.folder(), Optional.ofNullable(to), lock, images, session.watch());
        Results.stamp(session.terminal(), record);
        session.terminal().line("Packed %s %s images: %s".formatted(record.id(), with(), file));
      } finally {
        Files.delete(lock);
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The folder for temporary files cannot be written.",
              "Check its rights and that the disk has room."),
          broken);
    }
  }

  private String with() {
    return images ? "with its" : "without";
  }

  /** Those of the run's bundles that are no part of Axial itself. */
  private List<LockedBundle> extensions(RunRecord record) {
    Map<String, LockedBundle> installed =
        session.service(Installation.class).list().stream()
            .map(Installation.Installed::bundle)
            .collect(Collectors.toMap(LockedBundle::sha256, Function.identity(), (a, b) -> a));
    Catalogs catalogs = session.service(Catalogs.class);
    return record.provenance().map(Provenance::bundles).orElse(List.of()).stream()
        .map(Provenance.BundleUse::sha256)
        .flatMap(
            sha256 ->
                Optional.ofNullable(installed.get(sha256))
                    .or(() -> catalogs.release(sha256).map(Catalogs.Release::bundle))
                    .stream())
        .toList();
  }
}
