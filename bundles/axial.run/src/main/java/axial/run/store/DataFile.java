package axial.run.store;

import axial.data.Labels;
import axial.data.LeftOut;
import java.util.List;

/** {@code data.json}: what the source found, but for the samples themselves. */
record DataFile(
    String name,
    String address,
    Labels labels,
    List<LeftOut> leftOut,
    List<String> notes,
    List<List<String>> duplicateGroups,
    List<String> removed) {}
