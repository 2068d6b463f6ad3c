package axial.data;

import axial.job.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Answers with the class of the most similar picture that it knows, and learns nothing: what a
 * split gives away to plain memory. A network that is no better has shown nothing.
 *
 * <p>Similar is the squared distance of two {@link Thumbnail}s; of several equally near ones the
 * first known one answers. Called on a background thread.
 */
@ProviderType
public interface Memoriser {

  /**
   * The class of the nearest neighbour of each test sample among the known ones.
   *
   * @param known samples with their labels, at least one
   * @return a label for each test sample, in their order
   * @throws axial.job.CancelledException when cancelled
   */
  int[] recall(List<Sample> known, List<Sample> test, PixelReader pixels, Progress progress);

  /**
   * The class of the nearest neighbour of each test sample among the known ones of other units:
   * with {@code Sample::source} each sample is asked about without itself, with {@code
   * Sample::group} without its whole patient or series. By default each unit is asked about by
   * itself, which may take long.
   *
   * @param known samples with their labels, of at least two units
   * @param unit what a sample must not be compared within
   * @return a label for each test sample, in their order
   * @throws axial.job.CancelledException when cancelled
   */
  default int[] recallFromOthers(
      List<Sample> known,
      List<Sample> test,
      Function<Sample, String> unit,
      PixelReader pixels,
      Progress progress) {
    Map<String, List<Integer>> askedOfUnit = new LinkedHashMap<>();
    for (int i = 0; i < test.size(); i++) {
      askedOfUnit.computeIfAbsent(unit.apply(test.get(i)), u -> new ArrayList<>()).add(i);
    }
    int[] labels = new int[test.size()];
    askedOfUnit.forEach(
        (own, asked) -> {
          List<Sample> others = known.stream().filter(k -> !unit.apply(k).equals(own)).toList();
          int[] answers = recall(others, asked.stream().map(test::get).toList(), pixels, progress);
          for (int i = 0; i < answers.length; i++) {
            labels[asked.get(i)] = answers[i];
          }
        });
    return labels;
  }
}
