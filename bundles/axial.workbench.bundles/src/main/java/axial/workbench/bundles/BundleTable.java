package axial.workbench.bundles;

import axial.workbench.bundles.part.LineTable;
import axial.workbench.bundles.part.LineTable.Column;
import java.util.List;

/** The bundles as a table. */
final class BundleTable {

  private BundleTable() {}

  /** An empty one. */
  static LineTable<BundleRow> make() {
    return new LineTable<>(
        "bundles.table",
        "Bundles",
        List.of(
            Column.of("Bundle", 24, row -> row.bundle().symbolicName()),
            Column.of("Version", 9, row -> row.bundle().version()),
            Column.of("State", 28, BundleRow::state).withSign(row -> row.bundle().health()),
            Column.of("Brings", 30, BundleRow::services),
            Column.of("Used by", 20, BundleRow::usedBy),
            Column.of("Size", 10, BundleRow::size)));
  }
}
