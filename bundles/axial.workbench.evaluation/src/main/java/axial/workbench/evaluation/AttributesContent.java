package axial.workbench.evaluation;

import axial.eval.EvaluationTable;
import axial.run.RunRecord;
import axial.view.Desk;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/** The tables of an evaluation, those by attribute first. */
final class AttributesContent implements Content<List<EvaluationTable>> {

  private static final String NAME = "evaluation.attributes";
  private static final String BY = "by_";

  private final JPanel panel =
      new JPanel(
          new MigLayout(
              "fill, insets 0, wrap 1", "[grow, fill]", "[][pref:pref, fill]unrel[grow, fill][]"));
  private final JComboBox<String> attribute = new JComboBox<>();
  private final JTable table = Tables.plain(NAME + ".table", "Results by attribute");
  private final IntervalChart chart;
  private final Sentence words = new Sentence(NAME + ".words");
  private List<EvaluationTable> tables = List.of();

  AttributesContent(Desk desk) {
    chart = new IntervalChart(desk, NAME + ".chart");
    attribute.setName(NAME + ".attribute");
    attribute.getAccessibleContext().setAccessibleName("Attribute");
    attribute.addActionListener(event -> choose());
    words.setText(
        "Differences of few images come by chance: look at the intervals, and test a suspicion on"
            + " new data.");
    panel.add(attribute, "growx 0");
    panel.add(Tables.scrolled(table), "wmin 0, hmin 0");
    panel.add(chart.component(), "wmin 0, hmin 0");
    panel.add(words, "wmin 0");
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<List<EvaluationTable>> prepare(RunRecord record) {
    List<EvaluationTable> by =
        record.evaluations().stream()
            .flatMap(evaluation -> evaluation.tables().stream())
            .filter(each -> each.id().startsWith(BY))
            .toList();
    return by.isEmpty() ? Optional.empty() : Optional.of(by);
  }

  @Override
  public void show(RunRecord record, List<EvaluationTable> prepared) {
    Object before = attribute.getSelectedItem();
    tables = prepared;
    chart.of(record);
    attribute.setModel(
        new DefaultComboBoxModel<>(
            prepared.stream()
                .map(each -> each.id().substring(BY.length()))
                .toArray(String[]::new)));
    attribute.setSelectedItem(before);
    if (attribute.getSelectedIndex() < 0) {
      attribute.setSelectedIndex(0);
    }
    choose();
  }

  private void choose() {
    int index = attribute.getSelectedIndex();
    if (index >= 0 && index < tables.size()) {
      Tables.fill(table, tables.get(index));
      chart.show(tables.get(index));
    }
  }
}
