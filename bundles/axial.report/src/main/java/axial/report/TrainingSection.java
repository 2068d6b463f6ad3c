package axial.report;

import axial.run.RunRecord;
import axial.train.Epoch;
import java.util.List;
import java.util.Locale;

/** The section about the training: curves and the same as numbers. */
final class TrainingSection {

  private static final List<String> FIGURES =
      List.of("loss", "accuracy", "recall", "val_loss", "val_accuracy", "val_recall");

  private final Html html;

  TrainingSection(Html html) {
    this.html = html;
  }

  void curves(RunRecord run) {
    if (run.epochs().isEmpty()) {
      return;
    }
    html.results("Training").element("p", summary(run));
    if (Pictures.canWrite()) {
      Charts charts = new Charts(run.epochs());
      html.raw("<div class=\"figures\">");
      chart(charts.both("Loss", "loss", "val_loss"), "Loss");
      chart(charts.both("Accuracy", "accuracy", "val_accuracy"), "Accuracy");
      String found =
          run.data()
              .map(data -> "Recall of \"" + data.labels().positiveName() + "\"")
              .orElse("Recall");
      chart(charts.both(found, "recall", "val_recall"), found);
      chart(charts.learningRate(), "Learning rate");
      html.raw("</div>\n");
    } else {
      html.element("p", "This Java finds no font, so the curves are not drawn.");
    }
    numbers(run.epochs());
  }

  private static String summary(RunRecord run) {
    String kept =
        run.bestEpoch() == 0
            ? ""
            : " The weights of epoch %d, which has the lowest validation loss, are kept."
                .formatted(run.bestEpoch());
    String times =
        Epoch.Times.of(run.epochs()).shares().map(s -> " The time went to: " + s + ".").orElse("");
    String ended = run.endedByUser() ? ", then the user ended the training" : "";
    return Html.count(run.epochs().size(), "epoch") + ended + "." + kept + times;
  }

  private void chart(byte[] png, String name) {
    html.picture(png, name + " by epoch; the numbers are in the table below", "chart");
  }

  private void numbers(List<Epoch> epochs) {
    html.raw("<details><summary>The curves as a table</summary>").table("").raw("<tr>");
    html.element("th", "epoch");
    FIGURES.forEach(name -> html.styled("th", "number", name.replace("val_", "validation ")));
    html.raw("<th class=\"number\">learning rate</th><th class=\"number\">seconds</th></tr>\n");
    for (Epoch epoch : epochs) {
      html.raw("<tr>").element("td", Integer.toString(epoch.number()));
      FIGURES.forEach(name -> html.styled("td", "number", format("%.4f", epoch.figure(name))));
      html.styled("td", "number", format("%.3g", epoch.learningRate()))
          .styled("td", "number", format("%.1f", epoch.seconds()))
          .raw("</tr>\n");
    }
    html.endTable().raw("</details>\n");
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
