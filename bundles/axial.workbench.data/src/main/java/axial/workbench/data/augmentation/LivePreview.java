package axial.workbench.data.augmentation;

import axial.data.Dataset;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.Progress;
import axial.run.Preview;
import axial.run.PreviewRequest;
import axial.run.Previews;
import axial.view.part.Bitmaps;
import axial.workbench.data.work.LatestOnly;
import axial.workbench.data.work.Workset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes previews off the event dispatch thread, one at a time; of several that are asked for
 * meanwhile only the last is made, and what is no longer wanted is cancelled.
 */
final class LivePreview implements AutoCloseable {

  private static final int IMAGES = 4;
  private static final int VARIATIONS = 5;
  private static final String INPUT = "run.input";
  private static final String USUAL_INPUT = "150x150x1";

  private final Previews previews;
  private final LatestOnly making = new LatestOnly("axial-data-preview");

  /** What is shown of a preview. */
  record Shown(List<PictureGrid.Row> rows, List<String> cautions) {}

  LivePreview(Previews previews) {
    this.previews = previews;
  }

  /** Asks for a preview in place of the one before. */
  void ask(Dataset data, Map<String, String> set, Consumer<Shown> done, Consumer<Problem> failed) {
    Map<String, String> sized = new LinkedHashMap<>(set);
    sized.putIfAbsent(INPUT, USUAL_INPUT);
    PreviewRequest request = new PreviewRequest(data.address(), sized, IMAGES, VARIATIONS);
    making.submit(
        stale -> shown(previews.make(request, data, Progress.cancelledWhen(stale))),
        done,
        thrown -> {
          if (!(thrown instanceof CancelledException)) {
            failed.accept(Workset.problem(thrown));
          }
        });
  }

  private static Shown shown(Preview preview) {
    return new Shown(
        preview.rows().stream()
            .map(
                row ->
                    new PictureGrid.Row(
                        row.source(),
                        row.className(),
                        row.pictures().stream().map(p -> Bitmaps.of(p.image())).toList()))
            .toList(),
        preview.cautions());
  }

  /** Drops what is under way. */
  void drop() {
    making.drop();
  }

  @Override
  public void close() {
    making.close();
  }
}
