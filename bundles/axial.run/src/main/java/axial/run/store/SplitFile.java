package axial.run.store;

import java.util.List;

/** {@code split.json}: the sources of each part, and what the parts share. */
record SplitFile(
    List<String> train,
    List<String> validation,
    List<String> test,
    List<String> sharedIds,
    List<String> sharedGroups) {}
