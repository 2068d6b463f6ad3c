package axial.run.stages;

import axial.data.Image;
import axial.data.Sample;
import axial.run.ReportWriter;
import axial.run.RunRecord;
import axial.run.Stage;
import axial.run.store.RunFolder;
import java.util.function.Function;

/** The last stage: the report. */
public final class Reporting {

  private final ReportWriter writer;
  private final RunEvents events;

  /** Reports by this writer. */
  public Reporting(ReportWriter writer, RunEvents events) {
    this.writer = writer;
    this.events = events;
  }

  /** Writes {@code report.html} from the files of the run. */
  public void write(RunFolder folder, Function<Sample, Image> images) {
    events.stage(
        Stage.REPORT,
        () -> {
          RunRecord record = folder.record();
          writer.write(record, folder.explanations(), images, folder.file("report.html"));
          return record;
        },
        record -> "report.html is written");
  }
}
