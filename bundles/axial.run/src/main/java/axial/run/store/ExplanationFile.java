package axial.run.store;

import axial.data.Sample;
import axial.explain.Explanation;
import axial.explain.Localization;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code explanation.json}: one explanation; its regions are in {@code segments.png} beside it.
 *
 * @param predictedBy how many images each engine predicted for it; older files do not say
 * @param notes what a user should know of it; older files have none
 * @param seed that was given; missing for that of the run
 * @param settings of the explainer; older files do not say
 * @param localization how well it points at the finding, where that is known
 */
record ExplanationFile(
    Sample sample,
    int predicted,
    String explainer,
    int label,
    double probability,
    List<Explanation.Weight> weights,
    Map<String, Double> figures,
    @Nullable Map<String, Long> predictedBy,
    @Nullable List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seed,
    @Nullable Map<String, String> settings,
    @Nullable Localization localization) {}
