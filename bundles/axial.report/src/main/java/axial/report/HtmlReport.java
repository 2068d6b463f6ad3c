package axial.report;

import axial.data.Image;
import axial.data.Sample;
import axial.run.ExplainedSample;
import axial.run.ReportWriter;
import axial.run.RunRecord;
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
    String page = page(run, explanations, images);
    WholeFile.write(file, out -> out.write(page));
  }

  private static String page(
      RunRecord run, List<ExplainedSample> explanations, Function<Sample, Image> images) {
    String data = run.data().map(RunRecord.DataRecord::name).orElse(run.spec().data());
    Html html = new Html(run.stamp());
    html.begin(
        "Axial run " + run.id(),
        run.network().name() + " on " + data,
        "Run " + run.id() + ", begun " + MINUTE.format(run.created()));
    html.stamp();
    LeakSections leaks = new LeakSections(html);
    OriginSections origin = new OriginSections(html);
    ResultSections result = new ResultSections(html);
    ExampleSections examples = new ExampleSections(html);
    run.data().ifPresent(known -> leaks.certificate(known.leaks()));
    run.naiveAndClean().ifPresent(leaks::naiveAndClean);
    run.predictions().ifPresent(test -> result.matrix(test, run.threshold()));
    new EvaluationSections(html).evaluations(run.evaluations());
    new TrainingSection(html).curves(run);
    run.predictions().ifPresent(predictions -> examples.errors(run, predictions, images));
    run.data().ifPresent(known -> new ExplanationSection(html).write(explanations, known));
    run.data().ifPresent(known -> origin.data(run, known));
    run.data().ifPresent(known -> leaks.shared(known.leaks(), run.split()));
    origin.failures(run.failures());
    origin.settings(run, explanations);
    run.provenance().ifPresent(origin::provenance);
    return html.end();
  }
}
