package axial.cli;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.Profile;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where the time of a training step goes. */
@Command(
    name = "profile",
    description =
        "Makes training steps of a model on made-up images and tells how long each layer takes.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial profile final", "  ./axial profile residual --batch 16 --steps 50"})
final class ProfileCommand implements Runnable {

  private static final int MOST = 100_000;

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "A model of the zoo.")
  private String name = "";

  @Mixin private ModelOptions options = new ModelOptions();

  @Option(names = "--batch", paramLabel = "N", description = "Images in a batch: 32.")
  private int batch = 32;

  @Option(names = "--steps", paramLabel = "N", description = "Steps that are measured: 20.")
  private int steps = 20;

  @Option(names = "--engine", paramLabel = "NAME", description = "The engine: dl4j.")
  private String engine = "dl4j";

  ProfileCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    requireCount("--batch", batch);
    requireCount("--steps", steps);
    Network network = options.network(session.extensions().find(ModelFactory.class, name));
    Profile profile =
        session
            .extensions()
            .find(Engine.class, engine)
            .profile(network, batch, steps, session.watch());
    Table table =
        new Table(List.of("part", "output", "forward ms", "backward ms", "share of a step"));
    for (Profile.Row row : profile.rows()) {
      table.add(
          List.of(
              row.part(),
              row.output().toString(),
              milliseconds(row.forward()),
              milliseconds(row.backward()),
              String.format(
                  Locale.ROOT,
                  "%.0f %%",
                  100 * (row.forward() + row.backward()) / profile.step())));
    }
    session.terminal().line(table.text());
    session
        .terminal()
        .line(
            "A step of %d images takes %s ms: %.0f images a second (medians of %d steps)."
                .formatted(
                    profile.images(),
                    milliseconds(profile.step()),
                    profile.images() / profile.step(),
                    steps));
  }

  private static void requireCount(String option, int value) {
    if (value < 1 || value > MOST) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "%s cannot be %d.".formatted(option, value),
          "Give a number from 1 to " + MOST + ".");
    }
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", 1000 * seconds);
  }
}
