package axial.cli;

import axial.data.Sample;
import axial.eval.Comparison;
import axial.eval.PredictionComparer;
import axial.eval.PredictionComparer.Contender;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows runs side by side, with the tests of their differences. */
@Command(
    name = "compare",
    description = {
      "Shows evaluated runs side by side: what was asked otherwise, what came out with 95 % intervals,",
      "and tests of the differences from the first run on the images that both tested."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial compare out/first out/second",
      "  ./axial compare out/first out/second out/third --csv comparison.csv"
    })
final class CompareCommand implements Runnable {

  private final Session session;

  @Parameters(
      paramLabel = "RUN",
      arity = "2..*",
      description = "Runs of the workspace, or folders of runs; each is compared with the first.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write all numbers to this new file, too.")
  private @Nullable Path csv;

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<Path> folders = names.stream().map(name -> session.runs().find(name)).toList();
    List<RunRecord> runs = folders.stream().map(session.runs()::open).toList();
    List<String> shown = shown(runs);
    List<Contender> contenders = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      contenders.add(contender(shown.get(i), runs.get(i)));
    }
    Comparison comparison =
        session
            .service(PredictionComparer.class)
            .compare(contenders, new Seed(runs.get(0).spec().seed()));
    ComparedRuns compared = new ComparedRuns(shown, runs, comparison);
    new ComparisonText(compared).print(session.terminal());
    Path file = csv;
    if (file != null) {
      write(file, new ComparisonCsv(compared).text());
      session.terminal().line("Table:  " + file);
    }
  }

  /** The names of the runs; where two have the same one, what the user wrote. */
  private List<String> shown(List<RunRecord> runs) {
    List<String> ids = runs.stream().map(RunRecord::id).toList();
    List<String> shown = ids.stream().distinct().count() == ids.size() ? ids : names;
    if (shown.stream().distinct().count() < shown.size()) {
      throw ProblemException.of(
          Problem.Kind.USAGE, "A run is named twice.", "Name each run once: ./axial compare A B.");
    }
    return shown;
  }

  private static Contender contender(String name, RunRecord run) {
    Predictions predictions =
        run.predictions()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.USAGE,
                        "The run " + name + " is not evaluated yet.",
                        "Let it finish first: ./axial resume."));
    Map<String, Sample> samples =
        run.data().map(RunRecord.DataRecord::samples).orElse(List.of()).stream()
            .collect(Collectors.toMap(Sample::source, Function.identity()));
    return new Contender(name, predictions, samples);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The table cannot be written to " + file + ".",
              "Name a file that is not there yet, in a folder that is."),
          broken);
    }
  }
}
