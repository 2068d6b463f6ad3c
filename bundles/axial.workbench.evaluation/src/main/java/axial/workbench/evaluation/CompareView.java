package axial.workbench.evaluation;

import axial.eval.PredictionComparer;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.view.run.Comparing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Two runs side by side. */
@Component
public final class CompareView implements View, Comparing {

  private final OpenRuns runs;
  private final PredictionComparer comparer;
  private final List<Opened> open = new ArrayList<>();
  private Optional<Path> wanted = Optional.empty();

  /** A view of the runs that are read there. */
  @Activate
  public CompareView(@Reference OpenRuns runs, @Reference PredictionComparer comparer) {
    this.runs = runs;
    this.comparer = comparer;
  }

  @Override
  public String id() {
    return "evaluation.compare";
  }

  @Override
  public String title() {
    return "Compare";
  }

  @Override
  public Perspective perspective() {
    return Perspective.EVALUATE;
  }

  @Override
  public Place place() {
    return Place.CENTER;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String view() {
    return id();
  }

  @Override
  public void compare(List<Path> compared) {
    if (compared.size() < 2) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A comparison needs two runs; these are " + compared.size() + ".",
          "Select two runs.");
    }
    wanted = Optional.of(compared.get(1));
    for (Opened each : List.copyOf(open)) {
      each.desk().run().set(Optional.of(compared.get(0)));
      each.content().with(compared.get(1));
    }
  }

  @Override
  public Part open(Desk desk) {
    CompareContent content = new CompareContent(desk, runs, comparer);
    wanted.ifPresent(content::with);
    Part part =
        new RunPart<>(
            desk,
            runs,
            content,
            new RunPart.About(
                id(),
                "Here stand two runs side by side, with the tests of their differences.",
                "It has no predictions for its test part."));
    Opened opened = new Opened(desk, content);
    open.add(opened);
    return new Closing(part, () -> open.remove(opened));
  }

  private record Opened(Desk desk, CompareContent content) {}

  /** A part of which the view learns that it is closed. */
  private record Closing(Part part, Runnable closed) implements Part {
    @Override
    public JComponent component() {
      return part.component();
    }

    @Override
    public void shown() {
      part.shown();
    }

    @Override
    public void hidden() {
      part.hidden();
    }

    @Override
    public Map<String, String> state() {
      return part.state();
    }

    @Override
    public void close() {
      part.close();
      closed.run();
    }
  }
}
