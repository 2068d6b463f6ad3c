package axial.run.store;

import axial.data.Sample;
import axial.explain.Explanation;
import java.util.List;
import java.util.Map;

/** {@code explanation.json}: one explanation; its regions are in {@code segments.png} beside it. */
record ExplanationFile(
    Sample sample,
    int predicted,
    String explainer,
    int label,
    double probability,
    List<Explanation.Weight> weights,
    Map<String, Double> figures) {}
