package axial.workbench.model;

import axial.extension.Installation;
import axial.run.Extensions;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.Place;
import axial.view.View;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the chosen model will be trained, and the button that begins it. */
@Component
public final class RecipeView implements View {

  private final Extensions extensions;
  private final Installation installation;
  private final ExtensionSignal signal;
  private final ChosenModel chosen;
  private final StepTimes times;

  /** A view of these extensions that shares the chosen model with the others. */
  @Activate
  public RecipeView(
      @Reference Extensions extensions,
      @Reference Installation installation,
      @Reference ExtensionSignal signal,
      @Reference ChosenModel chosen,
      @Reference StepTimes times) {
    this.extensions = extensions;
    this.installation = installation;
    this.signal = signal;
    this.chosen = chosen;
    this.times = times;
  }

  @Override
  public String id() {
    return "model.recipe";
  }

  @Override
  public String title() {
    return "How to train";
  }

  @Override
  public Perspective perspective() {
    return Perspective.TRAIN;
  }

  @Override
  public Place place() {
    return Place.LEFT;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Part open(Desk desk) {
    RecipePanel panel = new RecipePanel(desk, extensions, installation, signal, chosen, times);
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
