package axial.cli;

import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole run on a folder of scans or on phantoms. */
@Command(
    name = "train",
    description = "Loads, removes duplicates, splits, trains, evaluates, explains and reports.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial train final --data scans --epochs 15 --seed 1 --out out/first",
      "  ./axial train fsm --data phantom --set phantom.patients=60",
      "  ./axial train final --data scans --set train.patience=3 --set lime.num-samples=500",
      "",
      "Settings are named <extension>.<setting>, train.<setting> or run.<setting>; a wrong one is",
      "answered with those that there are."
    })
final class TrainCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "A model of the zoo, such as final or fsm.")
  private String model = "";

  @Option(
      names = "--data",
      paramLabel = "DIR|phantom",
      required = true,
      description = "A folder of class folders, or phantom for computed slices.")
  private String data = "";

  @Option(names = "--epochs", paramLabel = "N", description = "Epochs to train.")
  private @Nullable String epochs;

  @Option(names = "--seed", paramLabel = "N", description = "Where all randomness comes from.")
  private @Nullable String seed;

  @Option(names = "--batch", paramLabel = "N", description = "Images in one training step.")
  private @Nullable String batch;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the run: missing or empty. Default: a new one in the workspace.")
  private @Nullable Path out;

  TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Map<String, String> values = Assignments.parse(set);
    Assignments.put(values, "train.epochs", epochs);
    Assignments.put(values, "run.seed", seed);
    Assignments.put(values, "train.batch", batch);
    RunSpec spec = session.runs().specify(new RunRequest(model, data, values));
    Watch watch = session.watch();
    RunRecord run = session.runs().run(spec, Optional.ofNullable(out), watch, watch);
    Results.print(session.terminal(), run);
    Results.printEnd(session.terminal(), run);
  }
}
