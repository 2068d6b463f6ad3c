package axial.workbench.training;

import axial.run.Runs;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import axial.view.run.CellPictures;
import java.util.List;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The confusion matrix of the validation part, epoch by epoch. */
@Component
public final class MatrixView implements View {

  private final FollowedTraining followed;
  private final Runs runs;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<CellPictures> pictures = List.of();

  /** A view with the training that is followed, and the runs that know the classes. */
  @Activate
  public MatrixView(@Reference FollowedTraining followed, @Reference Runs runs) {
    this.followed = followed;
    this.runs = runs;
  }

  @Override
  public String id() {
    return "training.matrix";
  }

  @Override
  public String title() {
    return "Validation matrix";
  }

  @Override
  public Perspective perspective() {
    return Perspective.TRAIN;
  }

  @Override
  public Place place() {
    return Place.RIGHT;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    MatrixPanel panel = new MatrixPanel(desk, followed, runs, () -> pictures.stream().findFirst());
    panel.controller().open();
    return new Part() {
      @Override
      public JComponent component() {
        return panel;
      }

      @Override
      public void shown() {
        panel.controller().shown();
      }

      @Override
      public void hidden() {
        panel.controller().hidden();
      }

      @Override
      public void close() {
        panel.controller().close();
      }
    };
  }
}
