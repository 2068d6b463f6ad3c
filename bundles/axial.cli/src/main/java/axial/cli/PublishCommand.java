package axial.cli;

import axial.extension.Catalogs;
import axial.extension.Publishing;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a bundle into a catalog, which is made when it is not there. */
@Command(
    name = "publish",
    description = "Signs a bundle into a catalog, which is made when it is not there.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions publish my-net-1.0.0.jar --to /srv/catalog --key ~/keys/group.key"
    })
final class PublishCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "JAR", description = "The bundle.")
  private Path jar = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The catalog's folder.")
  private Path folder = Path.of("");

  @Option(names = "--key", paramLabel = "KEY", required = true, description = "The private key.")
  private Path key = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the catalog is called from now.")
  private @Nullable String name;

  PublishCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Catalogs.Release release =
        session
            .service(Publishing.class)
            .publish(
                jar.toAbsolutePath(),
                folder.toAbsolutePath(),
                key.toAbsolutePath(),
                Optional.ofNullable(name));
    session
        .terminal()
        .line(
            "Published %s in %s. SHA-256 %s"
                .formatted(release.bundle().name(), folder, release.bundle().sha256()));
  }
}
