package axial.workbench.model;

import axial.view.Part;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import axial.view.testing.TestInstallation;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.swing.JTextField;

/** Writes pictures of the views of made-up models to the folder that is its argument. */
final class ModelPictures {

  private ModelPictures() {}

  /** Light and dark, at 100 and 200 %. */
  public static void main(String[] args) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      for (int scale : new int[] {1, 2}) {
        write(Path.of(args[0]), dark, scale);
      }
    }
    System.exit(0);
  }

  private static void write(Path folder, boolean dark, int scale) throws Exception {
    TestDesk desk = new TestDesk(Path.of("."), new TestTrainings(), Map.of());
    ChosenModel chosen = new ChosenModel();
    ExtensionSignal signal = new ExtensionSignal();
    Part zoo =
        TestDesk.edt(
            () -> {
              Picture.look(dark, scale);
              return new ZooView(new Zoo(), signal, chosen).open(desk);
            });
    Part recipe =
        TestDesk.edt(
            () ->
                new RecipeView(new Zoo(), new TestInstallation(), signal, chosen, new StepTimes())
                    .open(desk));
    desk.settle();
    String name = (dark ? "dark" : "light") + scale + ".png";
    TestDesk.edt(
        () -> {
          Picture.write(zoo.component(), 340 * scale, 760 * scale, folder.resolve("zoo-" + name));
          ((JTextField) RecipeTest.find(recipe.component(), "setting.train.batch").orElseThrow())
              .setText("0");
          ((JTextField)
                  RecipeTest.find(recipe.component(), "setting.compact.filters").orElseThrow())
              .setText("32");
          if (dark) {
            desk.data().set(Optional.of(RecipeTest.data()));
          }
          Picture.of(zoo.component(), 340 * scale, 760 * scale); // text breaks at the second
          Picture.write(zoo.component(), 340 * scale, 760 * scale, folder.resolve("zoo-" + name));
          Picture.of(recipe.component(), 340 * scale, 900 * scale);
          Picture.write(
              recipe.component(), 340 * scale, 900 * scale, folder.resolve("recipe-" + name));
          return 0;
        });
  }
}
