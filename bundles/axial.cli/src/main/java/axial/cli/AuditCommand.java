package axial.cli;

import axial.audit.Audit;
import axial.audit.AuditRequest;
import axial.audit.AuditWriter;
import axial.audit.Auditor;
import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks a data set over before anything is trained on it. */
@Command(
    name = "audit",
    description =
        "Counts the images of a folder by class, finds twins, asks what plain memory scores and what"
            + " size, border, brightness and file type tell, and says what to worry about.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial audit scans",
      "  ./axial audit scans/test --against scans/train",
      "  ./axial audit scans --set \"classes=no=healthy,yes=tumour\" --out out/audit",
      "  ./axial audit scans --finder exact",
      "",
      "It writes audit.html with pictures, and tables as CSV. docs/audit.md says what they mean."
    })
final class AuditCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "DIR", description = "A folder of class folders, or phantom.")
  private String data = "";

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Another folder of the same classes that must not share images with DIR, such as the"
              + " training folder beside a test folder. Reports every image of DIR with a twin"
              + " there.")
  private @Nullable String against;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of the source, or of the finder as FINDER.KEY=VALUE; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--finder",
      paramLabel = "NAME",
      description = "What finds twins: near, or exact for equal pixels only. Default: near.")
  private String finder = "near";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of random orders: 1.")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the audit: missing or empty. Default: a new one in the workspace.")
  private @Nullable Path out;

  AuditCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Auditor auditor = session.service(Auditor.class);
    AuditWriter writer = session.service(AuditWriter.class);
    session.extensions().find(DuplicateFinder.class, finder);
    Map<String, String> ofSource = new LinkedHashMap<>();
    Map<String, String> ofFinder = new LinkedHashMap<>();
    String prefix = finder + ".";
    Assignments.parse(set)
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                ofFinder.put(key.substring(prefix.length()), value);
              } else {
                ofSource.put(key, value);
              }
            });
    try (NewFolder folder = NewFolder.of(Optional.ofNullable(out), session.workspace(), "audits")) {
      Watch watch = session.watch();
      Dataset audited = open(data, ofSource, watch);
      Optional<Dataset> other =
          Optional.ofNullable(against).map(address -> open(address, ofSource, watch));
      AuditRequest request = new AuditRequest(audited, other, new Choice(finder, ofFinder), seed);
      Audit audit = auditor.audit(request, watch);
      Path page = writer.write(audit, folder.path(), watch);
      folder.keep();
      new AuditText(session.terminal(), audit).print();
      session.terminal().line("\nAudit:  " + page);
    }
  }

  private Dataset open(String address, Map<String, String> values, Watch watch) {
    DatasetSource source =
        session.extensions().all(DatasetSource.class).stream()
            .filter(s -> s.accepts(address))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.USAGE,
                        "No data source can open \"" + address + "\".",
                        "Give a folder, or phantom."));
    Settings settings = Settings.of("the source " + source.id(), source.settings(), values);
    return source.open(address, settings, watch);
  }
}
