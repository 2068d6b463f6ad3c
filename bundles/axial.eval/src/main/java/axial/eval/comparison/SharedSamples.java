package axial.eval.comparison;

import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two models said of the images that both were tested on, in one order; each content once. */
final class SharedSamples {

  private final Predictions firstAll;
  private final Predictions secondAll;
  private final List<Prediction> ofFirst = new ArrayList<>();
  private final List<Prediction> ofSecond = new ArrayList<>();
  private int contradicting;

  private SharedSamples(Predictions first, Predictions second) {
    this.firstAll = first;
    this.secondAll = second;
  }

  static SharedSamples of(Predictions first, Predictions second) {
    SharedSamples shared = new SharedSamples(first, second);
    Map<String, Prediction> others = byContent(second);
    byContent(first)
        .forEach(
            (id, own) -> {
              Prediction other = others.get(id);
              if (other != null) {
                shared.add(own, other);
              }
            });
    return shared;
  }

  private static Map<String, Prediction> byContent(Predictions predictions) {
    Map<String, Prediction> byContent = new LinkedHashMap<>();
    predictions.list().forEach(p -> byContent.putIfAbsent(p.id(), p));
    return byContent;
  }

  private void add(Prediction own, Prediction other) {
    if (own.truth() == other.truth()) {
      ofFirst.add(own);
      ofSecond.add(other);
    } else {
      contradicting++;
    }
  }

  int size() {
    return ofFirst.size();
  }

  /** How many contents were left out, as the models disagree about the truth. */
  int contradicting() {
    return contradicting;
  }

  Predictions first() {
    return new Predictions(firstAll.labels(), ofFirst, firstAll.threshold());
  }

  Predictions second() {
    return new Predictions(secondAll.labels(), ofSecond, secondAll.threshold());
  }

  /** Which of these predictions are right. */
  static boolean[] right(Predictions predictions) {
    List<Prediction> list = predictions.list();
    boolean[] right = new boolean[list.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = predictions.decided(list.get(i)) == list.get(i).truth();
    }
    return right;
  }

  /** A weight of 1 for each. */
  int[] once() {
    int[] once = new int[size()];
    Arrays.fill(once, 1);
    return once;
  }
}
