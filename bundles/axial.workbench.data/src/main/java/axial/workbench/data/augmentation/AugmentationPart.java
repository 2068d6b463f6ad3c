package axial.workbench.data.augmentation;

import axial.data.Augmenter;
import axial.job.Setting;
import axial.run.Extensions;
import axial.run.Previews;
import axial.view.Change;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Subscription;
import axial.view.part.Column;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.OpenFolder;
import axial.workbench.data.work.Workset;
import java.awt.CardLayout;
import java.awt.Font;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.SpinnerNumberModel;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The preview of augmentation. */
final class AugmentationPart implements Part {

  private static final int DEBOUNCE_MS = 120;

  private final Desk desk;
  private final Workset work;
  private final Recipe recipe;
  private final LivePreview preview;
  private final Subscription watching;
  private final Timer soon = new Timer(DEBOUNCE_MS, event -> settle());
  private final CardLayout cards = new CardLayout();
  private final JPanel panel = new JPanel(cards);
  private final Column controls =
      new Column(new MigLayout("insets 0 0 0 rel, fillx, wrap 2, gapy 3lp", "[]rel[grow, fill]"));
  private final PictureGrid pictures = new PictureGrid();
  private final JTextArea words = new JTextArea();
  private final JSpinner seed =
      new JSpinner(
          new SpinnerNumberModel(
              Long.valueOf(1), Long.valueOf(0), Long.valueOf(Integer.MAX_VALUE), Long.valueOf(1)));
  private final JButton use = new JButton("Use in training");
  private Optional<Found> of = Optional.empty();
  private Recipe.State settled;
  private boolean filling;
  private boolean visible = true;

  AugmentationPart(Desk desk, Workset work, Extensions extensions, Previews previews) {
    this.desk = desk;
    this.work = work;
    this.recipe = new Recipe(extensions.all(Augmenter.class));
    this.settled = recipe.state();
    this.preview = new LivePreview(previews);
    soon.setRepeats(false);
    build();
    this.watching = work.watch(this::follow);
    desk.data().watch(data -> work.follow(desk, data));
    follow();
  }

  private void build() {
    panel.setName("data.augmentation");
    seed.setName("augmentation.seed");
    seed.getAccessibleContext().setAccessibleName("Seed");
    seed.setToolTipText(
        "A training with this seed makes these very variations in its first epochs");
    seed.addChangeListener(
        event -> {
          recipe.seed(((Number) seed.getValue()).longValue());
          changed();
        });
    use.setName("augmentation.use");
    use.setToolTipText("Trainings on these data augment like this");
    use.addActionListener(
        event -> work.set(desk, "Change the augmentation", recipe.training(), this::tellUse));
    words.setName("augmentation.cautions");
    words.setEditable(false);
    words.setOpaque(false);
    words.setBorder(null);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setFont(UIManager.getFont("Label.font"));
    JScrollPane right = new JScrollPane(pictures);
    right.setBorder(BorderFactory.createEmptyBorder());
    JPanel bottom = new JPanel(new MigLayout("insets 0, fillx, wrap 2", "[]rel[grow]"));
    JLabel label = new JLabel("Seed");
    label.setLabelFor(seed);
    bottom.add(label);
    bottom.add(seed, "wmax 110lp");
    bottom.add(use, "span 2, growx");
    JPanel left =
        new JPanel(new MigLayout("insets 0, fill, wrap 1", "[grow, fill]", "[grow, fill][]"));
    left.add(controls.scrolled(), "wmin 0, hmin 0");
    left.add(bottom, "wmin 0");
    JPanel whole =
        new JPanel(
            new MigLayout(
                "insets rel, fill, hidemode 3",
                "[270lp!, fill]para[grow, fill]",
                "[grow, fill][]"));
    whole.add(left, "spany 2, growy, hmin 0");
    whole.add(right, "wmin 0, hmin 0, wrap");
    whole.add(words, "wmin 0");
    panel.add(
        OpenFolder.empty(
            desk,
            work,
            "No data are open",
            "Here you see what augmentation makes of the images, before anything is trained."),
        "empty");
    panel.add(whole, "preview");
  }

  private void follow() {
    Optional<Found> now = work.found();
    cards.show(panel, now.isPresent() ? "preview" : "empty");
    boolean same = Found.same(now, of);
    of = now;
    if (same) {
      return;
    }
    if (now.isPresent()) {
      recipe.take(now.get().set());
      settled = recipe.state();
      fill();
      soon.restart();
    } else {
      preview.drop();
    }
  }

  private void fill() {
    filling = true;
    seed.setValue(recipe.seed());
    controls.removeAll();
    for (Augmenter augmenter : recipe.known()) {
      JCheckBox box = new JCheckBox(augmenter.id(), recipe.has(augmenter));
      box.setName("augmentation." + augmenter.id());
      box.setFont(box.getFont().deriveFont(Font.BOLD));
      box.setToolTipText(augmenter.description());
      box.addActionListener(
          event -> {
            recipe.choose(augmenter, box.isSelected());
            fill();
            changed();
          });
      controls.add(box, "span 2, gaptop rel, wmin 0");
      if (recipe.has(augmenter)) {
        augmenter.settings().forEach(setting -> field(augmenter, setting));
      }
    }
    filling = false;
    tellUse();
    controls.revalidate();
    controls.repaint();
  }

  private void field(Augmenter augmenter, Setting setting) {
    String name = "augmentation.%s.%s".formatted(augmenter.id(), setting.key());
    JComponent field =
        SettingField.of(
            setting,
            recipe.value(augmenter, setting),
            value -> {
              recipe.value(augmenter, setting, value);
              changed();
            });
    field.setName(name);
    field.getAccessibleContext().setAccessibleName(setting.key());
    JLabel label = new JLabel(setting.key());
    label.setToolTipText(setting.description());
    label.setLabelFor(field);
    controls.add(label, "gapleft para");
    controls.add(field, "wmin 0");
  }

  private void changed() {
    if (!filling) {
      tellUse();
      soon.restart();
    }
  }

  /** The user has stopped for a moment: what was changed can be undone, and is shown. */
  private void settle() {
    Recipe.State before = settled;
    Recipe.State after = recipe.state();
    if (!after.equals(before)) {
      settled = after;
      desk.done(new Change(after.since(before), () -> restore(before), () -> restore(after)));
    }
    ask();
  }

  private void restore(Recipe.State state) {
    recipe.restore(state);
    settled = state;
    fill();
    soon.restart();
  }

  private void tellUse() {
    Map<String, String> now = of.map(Found::set).orElse(Map.of());
    use.setEnabled(
        work.found().isPresent()
            && recipe.training().entrySet().stream()
                .anyMatch(e -> !e.getValue().equals(now.getOrDefault(e.getKey(), ""))));
  }

  private void ask() {
    if (of.isEmpty() || !visible) {
      return;
    }
    if (recipe.isEmpty()) {
      preview.drop();
      pictures.show(List.of());
      words.setText("No augmenter is chosen: each epoch sees the images as they are.");
      return;
    }
    Found found = of.get();
    preview.ask(
        found.dataset(),
        recipe.preview(found.set()),
        shown -> {
          pictures.show(shown.rows());
          words.setText(String.join("\n", shown.cautions()));
          words.setVisible(!shown.cautions().isEmpty());
        },
        problem -> {
          words.setVisible(true);
          words.setText(problem.text());
        });
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void shown() {
    visible = true;
    soon.restart();
  }

  @Override
  public void hidden() {
    visible = false;
    preview.drop();
  }

  @Override
  public void close() {
    soon.stop();
    watching.cancel();
    preview.close();
  }
}
