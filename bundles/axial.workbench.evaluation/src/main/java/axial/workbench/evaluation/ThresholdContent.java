package axial.workbench.evaluation;

import axial.chart.LineStyle;
import axial.data.Split;
import axial.eval.Estimate;
import axial.run.RunRecord;
import axial.view.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;

/** A threshold that is moved along the ROC curve and that of precision and recall. */
final class ThresholdContent implements Content<Thresholds> {

  private static final String NAME = "evaluation.threshold";
  private static final int STEPS = 1000;
  private static final String HERE = "this threshold";

  private final JPanel panel =
      new JPanel(
          new MigLayout(
              "fill, insets 0, wrap 1, hidemode 3", "[grow, fill]", "[][grow, fill][][][]"));
  private final JRadioButton validation = new JRadioButton("Validation part", true);
  private final JRadioButton test = new JRadioButton("Test part, to look only");
  private final JComboBox<String> classes = new JComboBox<>();
  private final JLabel against = new JLabel("against the rest");
  private final JSlider slider = new JSlider(0, STEPS, STEPS / 2);
  private final Curves roc;
  private final Curves precision;
  private final Figures figures = new Figures(NAME);
  private final Sentence advice = new Sentence(NAME + ".advice");
  private Optional<RunRecord> run = Optional.empty();
  private Optional<Thresholds> thresholds = Optional.empty();
  private boolean changing;

  ThresholdContent(Desk desk) {
    roc =
        new Curves(
            desk,
            NAME + ".roc",
            "roc-curve",
            "ROC curve",
            new Curves.Words(() -> caption("ROC curve"), () -> methods("ROC curve"), this::id));
    precision =
        new Curves(
            desk,
            NAME + ".pr",
            "precision-recall-curve",
            "Precision and recall",
            new Curves.Words(
                () -> caption("Precision and recall"),
                () -> methods("precision-recall curve"),
                this::id));
    name();
    ButtonGroup parts = new ButtonGroup();
    parts.add(validation);
    parts.add(test);
    validation.addActionListener(event -> part());
    test.addActionListener(event -> part());
    classes.addActionListener(event -> curves());
    slider.addChangeListener(event -> move());
    JPanel head = new JPanel(new MigLayout("insets 0, hidemode 3"));
    head.add(validation);
    head.add(test);
    head.add(classes, "gapleft unrel");
    head.add(against);
    JPanel charts =
        new JPanel(
            new MigLayout(
                "fill, insets 0", "[grow, fill, sg]unrel[grow, fill, sg]", "[grow, fill]"));
    charts.add(roc.component(), "wmin 0, hmin 0");
    charts.add(precision.component(), "wmin 0, hmin 0");
    panel.add(head);
    panel.add(charts, "wmin 0, hmin 0");
    panel.add(slider, "wmin 0");
    panel.add(figures);
    panel.add(advice, "wmin 0, gaptop rel");
  }

  private Optional<String> id() {
    return run.map(RunRecord::id);
  }

  private void name() {
    validation.setName(NAME + ".validation");
    test.setName(NAME + ".test");
    classes.setName(NAME + ".class");
    classes.getAccessibleContext().setAccessibleName("Class against the rest");
    slider.setName(NAME + ".slider");
    slider.getAccessibleContext().setAccessibleName("Threshold in thousandths");
    slider.setMajorTickSpacing(STEPS / 10);
    slider.setPaintTicks(true);
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<Thresholds> prepare(RunRecord record) {
    return Thresholds.of(record);
  }

  @Override
  public void show(RunRecord record, Thresholds prepared) {
    run = Optional.of(record);
    thresholds = Optional.of(prepared);
    validation.setEnabled(prepared.parts().containsKey(Split.Part.VALIDATION));
    test.setEnabled(prepared.parts().containsKey(Split.Part.TEST));
    if (!validation.isEnabled()) {
      test.setSelected(true);
    } else if (!test.isEnabled()) {
      validation.setSelected(true);
    }
    changing = true;
    slider.setValue((int) Math.round(prepared.decided().orElse(0.5) * STEPS));
    changing = false;
    part();
  }

  private Split.Part chosenPart() {
    return test.isSelected() ? Split.Part.TEST : Split.Part.VALIDATION;
  }

  private void part() {
    List<OneAgainstRest> list =
        thresholds.map(t -> t.parts().getOrDefault(chosenPart(), List.of())).orElse(List.of());
    Object before = classes.getSelectedItem();
    changing = true;
    classes.setModel(
        new DefaultComboBoxModel<>(list.stream().map(OneAgainstRest::name).toArray(String[]::new)));
    classes.setSelectedItem(before);
    if (classes.getSelectedIndex() < 0 && !list.isEmpty()) {
      classes.setSelectedIndex(0);
    }
    changing = false;
    classes.setVisible(list.size() > 1);
    against.setVisible(list.size() > 1);
    advice.setText(advice());
    curves();
  }

  private String advice() {
    if (chosenPart() == Split.Part.TEST) {
      return "A threshold that is chosen on the test part makes its figures too good: choose it on"
          + " the validation part.";
    }
    return "Choose a threshold here, on the validation part. To have new runs decide so, set the"
        + " wanted recall (run.recall) of a training: Axial then freezes the threshold before the"
        + " test part is predicted.";
  }

  private Optional<OneAgainstRest> chosen() {
    int index = Math.max(0, classes.getSelectedIndex());
    return thresholds
        .map(t -> t.parts().getOrDefault(chosenPart(), List.of()))
        .filter(list -> index < list.size())
        .map(list -> list.get(index));
  }

  private void curves() {
    if (changing) {
      return;
    }
    chosen()
        .ifPresent(
            one -> {
              roc.axes("1 \u2212 specificity", "recall of " + one.name());
              precision.axes("recall of " + one.name(), "precision");
              Map<String, double[][]> first = new LinkedHashMap<>();
              Map<String, double[][]> second = new LinkedHashMap<>();
              first.put(String.format(Locale.ROOT, "area %.3f", one.area()), one.roc());
              second.put("precision", one.precisionRecall());
              first.put("chance", Curves.diagonal());
              double share = one.at(-1).recall().value() * one.at(-1).positives() / one.images();
              second.put("chance", new double[][] {{0, 1}, {share, share}});
              frozen(one, first, second);
              first.put(HERE, rocPoint(one, threshold()));
              second.put(HERE, precisionPoint(one, threshold()));
              List<LineStyle> styles = styles(first.size());
              roc.show(first, styles);
              precision.show(second, styles);
              move();
            });
  }

  private static List<LineStyle> styles(int count) {
    List<LineStyle> styles = new ArrayList<>();
    styles.add(LineStyle.of(0));
    styles.add(new LineStyle(0, 2, 1, false, 0.6f));
    for (int i = 2; i < count; i++) {
      styles.add(new LineStyle(i == count - 1 ? 1 : 2, 0, 1.8f, true, 1));
    }
    return styles;
  }

  /** Where the run decides, which is a matter of the positive one of two classes. */
  private void frozen(
      OneAgainstRest one, Map<String, double[][]> first, Map<String, double[][]> second) {
    thresholds.ifPresent(
        known ->
            known
                .decided()
                .ifPresent(
                    at -> {
                      String key =
                          String.format(
                              Locale.ROOT,
                              known.frozen() ? "frozen at %.3g" : "decided at %.3g",
                              at);
                      first.put(key, rocPoint(one, at));
                      second.put(key, precisionPoint(one, at));
                    }));
  }

  private double threshold() {
    return slider.getValue() / (double) STEPS;
  }

  private void move() {
    if (changing) {
      return;
    }
    chosen()
        .ifPresent(
            one -> {
              roc.move(HERE, rocPoint(one, threshold()));
              precision.move(HERE, precisionPoint(one, threshold()));
              tell(one);
            });
  }

  private void tell(OneAgainstRest one) {
    OneAgainstRest.Rates rates = one.at(threshold());
    figures.set(
        "value",
        "Threshold",
        String.format(Locale.ROOT, "%.3f on the %s", threshold(), Methods.part(chosenPart())));
    figures.set("recall", "Recall", of(rates.recall(), rates.found(), rates.positives()));
    figures.set(
        "specificity",
        "Specificity",
        of(rates.specificity(), rates.negatives() - rates.alarms(), rates.negatives()));
    int called = rates.found() + rates.alarms();
    figures.set(
        "precision",
        "Precision",
        rates.precision().map(value -> of(value, rates.found(), called)).orElse("none is called"));
  }

  private static String of(Estimate estimate, int hits, int trials) {
    return "%s  \u2022  %d of %d".formatted(estimate.text(), hits, trials);
  }

  private static double[][] rocPoint(OneAgainstRest one, double threshold) {
    OneAgainstRest.Rates rates = one.at(threshold);
    return Curves.point(1 - rates.specificity().value(), rates.recall().value());
  }

  private static double[][] precisionPoint(OneAgainstRest one, double threshold) {
    OneAgainstRest.Rates rates = one.at(threshold);
    return rates
        .precision()
        .map(value -> Curves.point(rates.recall().value(), value.value()))
        .orElse(new double[2][0]);
  }

  private String what(String figure) {
    OneAgainstRest one = chosen().orElseThrow();
    return "%s of %s against the rest on the %s, %d images."
        .formatted(figure, one.name(), Methods.part(chosenPart()), one.images());
  }

  private String caption(String figure) {
    return Methods.caption(what(figure), run.orElseThrow());
  }

  private String methods(String figure) {
    OneAgainstRest one = chosen().orElseThrow();
    OneAgainstRest.Rates rates = one.at(threshold());
    return Methods.of(
        run.orElseThrow(),
        String.format(
            Locale.ROOT,
            "The %s of %s was drawn from the %s; the area under the ROC curve is %.3f. At a"
                + " threshold of %.3f the recall is %s and the specificity %s (95 %% score"
                + " intervals).",
            figure,
            one.name(),
            Methods.part(chosenPart()),
            one.area(),
            threshold(),
            rates.recall().text(),
            rates.specificity().text()));
  }
}
