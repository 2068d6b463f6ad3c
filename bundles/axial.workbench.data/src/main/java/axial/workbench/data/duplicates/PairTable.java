package axial.workbench.data.duplicates;

import axial.data.SimilarPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;

/** The pairs of a group with their relation and distances. */
final class PairTable extends AbstractTableModel {

  private static final long serialVersionUID = 1L;
  private static final int FIXED = 3;

  private transient List<SimilarPair> pairs = List.of();
  private transient List<String> measures = List.of();

  void show(List<SimilarPair> shown) {
    pairs = shown;
    Set<String> names = new LinkedHashSet<>();
    shown.forEach(pair -> names.addAll(pair.distances().keySet()));
    measures = new ArrayList<>(names);
    fireTableStructureChanged();
  }

  @Override
  public int getRowCount() {
    return pairs.size();
  }

  @Override
  public int getColumnCount() {
    return FIXED + measures.size();
  }

  @Override
  public String getColumnName(int column) {
    return switch (column) {
      case 0 -> "First";
      case 1 -> "Second";
      case 2 -> "Relation";
      default -> measures.get(column - FIXED);
    };
  }

  @Override
  public Object getValueAt(int row, int column) {
    SimilarPair pair = pairs.get(row);
    return switch (column) {
      case 0 -> pair.first().source();
      case 1 -> pair.second().source();
      case 2 -> pair.relation().isEmpty() ? "upright" : pair.relation();
      default -> number(pair.distances().get(measures.get(column - FIXED)));
    };
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.3f", value);
  }
}
