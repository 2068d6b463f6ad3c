package axial.report;

import axial.data.Image;
import axial.data.Sample;
import axial.run.ExplainedSample;
import axial.run.ReportWriter;
import axial.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;

/** Writes {@code report.html}: the result first, then what it rests on. */
@Component
public final class HtmlReport implements ReportWriter {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public void write(
      RunRecord run,
      List<ExplainedSample> explanations,
      Function<Sample, Image> images,
      Path file) {
    WholeFile.write(
        "report", file, page(run, explanations, images).getBytes(StandardCharsets.UTF_8));
  }

  private static String page(
      RunRecord run, List<ExplainedSample> explanations, Function<Sample, Image> images) {
    String data = run.data().map(RunRecord.DataRecord::name).orElse(run.spec().data());
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .element("title", "Axial run " + run.id())
        .raw("<style>\n")
        .raw(Style.CSS)
        .raw("</style></head><body>\n")
        .element("h1", run.network().name() + " on " + data)
        .styled("p", "soft", "Run " + run.id() + ", begun " + MINUTE.format(run.created()))
        .raw("\n<p class=\"notice\"><b>Axial is research software, not a medical device;")
        .raw(" do not use it for diagnosis.</b></p>\n");
    OriginSections origin = new OriginSections(html);
    ResultSections result = new ResultSections(html);
    ExampleSections examples = new ExampleSections(html);
    run.data().ifPresent(origin::leaks);
    run.predictions().ifPresent(result::matrix);
    result.evaluations(run.evaluations());
    new TrainingSection(html).curves(run);
    run.predictions().ifPresent(predictions -> examples.errors(run, predictions, images));
    run.data().ifPresent(known -> examples.explanations(explanations, known));
    run.data().ifPresent(known -> origin.data(run, known));
    origin.failures(run.failures());
    origin.settings(run, explanations);
    run.provenance().ifPresent(origin::provenance);
    return html.raw("</body></html>\n").toString();
  }
}
