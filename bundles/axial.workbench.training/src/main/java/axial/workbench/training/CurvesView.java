package axial.workbench.training;

import axial.run.Runs;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Curves of a training while it goes on. */
@Component
public final class CurvesView implements View {

  private final FollowedTraining followed;
  private final Runs runs;
  private boolean rehearsed;

  /** A view with the training that is followed, and the runs to compare with. */
  @Activate
  public CurvesView(@Reference FollowedTraining followed, @Reference Runs runs) {
    this.followed = followed;
    this.runs = runs;
  }

  @Override
  public String id() {
    return "training.curves";
  }

  @Override
  public String title() {
    return "Curves";
  }

  @Override
  public Perspective perspective() {
    return Perspective.TRAIN;
  }

  @Override
  public Place place() {
    return Place.CENTER;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Part open(Desk desk) {
    if (!rehearsed) {
      rehearsed = true;
      Rehearsal.begin();
    }
    return new CurvesPart(desk, followed, runs);
  }
}
