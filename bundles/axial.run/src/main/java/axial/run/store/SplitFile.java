package axial.run.store;

import axial.data.Shares;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code split.json}: the sources of each part, and what the parts share.
 *
 * @param wanted the shares that the splitter aimed at; older files and some splitters do not say
 */
record SplitFile(
    List<String> train,
    List<String> validation,
    List<String> test,
    List<String> sharedIds,
    List<String> sharedGroups,
    @Nullable Shares wanted) {}
