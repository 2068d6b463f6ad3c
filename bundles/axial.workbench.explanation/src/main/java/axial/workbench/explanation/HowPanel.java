package axial.workbench.explanation;

import axial.job.Setting;
import axial.view.form.SettingsForm;
import axial.view.form.WrappedText;
import axial.view.part.Column;
import axial.workbench.explanation.ExplanationScreen.Offer;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Which explainers are wanted, one or several side by side, and their settings. */
final class HowPanel extends Column {

  private static final long serialVersionUID = 1L;

  /** What most people want to change; the rest is folded. */
  private static final Set<String> FIRST = Set.of("num-samples", "segmenter", "patch", "fill");

  private static final int FEW = 2;

  private static final Setting SEED =
      new Setting.Whole(
          "seed",
          1,
          0,
          Long.MAX_VALUE,
          "Where random draws come from. The same settings and seed give the same explanation.");

  private final transient Consumer<Chosen> changed;
  private final transient Map<String, Choosable> choosable = new LinkedHashMap<>();
  private transient Optional<SettingsForm> draws = Optional.empty();
  private transient List<Offer> offers = List.of();
  private long seed = -1;

  /** An explainer on the panel. */
  private record Choosable(JCheckBox box, JPanel panel, List<SettingsForm> forms) {
    Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      forms.forEach(form -> values.putAll(form.values()));
      return values;
    }

    /** All settings, entered or not. */
    Map<String, String> whole() {
      Map<String, String> values = new LinkedHashMap<>();
      forms.forEach(
          form ->
              form.entries()
                  .settings()
                  .forEach(each -> values.put(each.key(), form.entries().value(each.key()))));
      return values;
    }
  }

  HowPanel(Consumer<Chosen> changed) {
    super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3, gapy 2lp", "[grow, fill]"));
    this.changed = changed;
    setName("explanation.how");
  }

  /** Offers explainers; entered values stay while the same are offered for the same run. */
  void offer(List<Offer> others, List<String> ofRun, long seedOfRun) {
    if (others.equals(offers) && seed == seedOfRun) {
      return;
    }
    seed = seedOfRun;
    Set<String> before = Set.copyOf(chosen().explainers());
    offers = List.copyOf(others);
    choosable.clear();
    removeAll();
    JLabel title = new JLabel("Explainers");
    title.setFont(title.getFont().deriveFont(Font.BOLD));
    add(title);
    if (offers.isEmpty()) {
      WrappedText none = new WrappedText("Label.foreground");
      none.setText("No bundle brings an explainer. Install or start one under Extensions.");
      add(none, "wmin 0");
    }
    for (Offer offer : offers) {
      Choosable one = choosable(offer);
      one.box().setSelected(before.isEmpty() ? isFirst(offer, ofRun) : before.contains(offer.id()));
      choosable.put(offer.id(), one);
      add(one.box(), "wmin 0");
    }
    choosable.values().forEach(one -> add(one.panel(), "wmin 0, gaptop unrel"));
    SettingsForm form = new SettingsForm("explain.", List.of(SEED), ofRun(seedOfRun));
    form.watch(this::tell);
    draws = Optional.of(form);
    add(form, "wmin 0, gaptop unrel");
    tell();
  }

  private boolean isFirst(Offer offer, List<String> ofRun) {
    return offer.id().equals(ofRun.isEmpty() ? offers.get(0).id() : ofRun.get(0));
  }

  private static Map<String, String> ofRun(long seed) {
    return Map.of(SEED.key(), Long.toString(seed));
  }

  private Choosable choosable(Offer offer) {
    JCheckBox box = new JCheckBox(offer.id());
    box.setName("explanation.explainer." + offer.id());
    box.setToolTipText(offer.description());
    box.addActionListener(event -> tell());
    List<Setting> first =
        offer.settings().stream().filter(setting -> FIRST.contains(setting.key())).toList();
    if (first.isEmpty()) {
      first = offer.settings().stream().limit(FEW).toList();
    }
    List<Setting> rest = new ArrayList<>(offer.settings());
    rest.removeAll(first);
    JPanel panel = new JPanel(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow, fill]"));
    panel.setOpaque(false);
    JLabel title = new JLabel("Settings of " + offer.id());
    title.setFont(title.getFont().deriveFont(Font.BOLD));
    panel.add(title, "wmin 0");
    List<SettingsForm> forms = new ArrayList<>();
    forms.add(form(offer, first));
    panel.add(forms.get(0), "wmin 0");
    if (!rest.isEmpty()) {
      SettingsForm more = form(offer, rest);
      more.setVisible(false);
      JCheckBox all = new JCheckBox("All settings");
      all.setName("explanation.all-settings." + offer.id());
      all.getAccessibleContext().setAccessibleName("All settings of " + offer.id());
      all.addActionListener(
          event -> {
            more.setVisible(all.isSelected());
            revalidate();
          });
      forms.add(more);
      panel.add(all, "wmin 0");
      panel.add(more, "wmin 0");
    }
    return new Choosable(box, panel, forms);
  }

  private SettingsForm form(Offer offer, List<Setting> settings) {
    SettingsForm form = new SettingsForm(offer.id() + ".", settings, offer.ofRun());
    form.watch(this::tell);
    return form;
  }

  /** What is chosen now. */
  Chosen chosen() {
    List<String> explainers = new ArrayList<>();
    Map<String, String> set = new LinkedHashMap<>();
    Map<String, Map<String, String>> whole = new LinkedHashMap<>();
    choosable.forEach(
        (id, one) -> {
          if (one.box().isSelected()) {
            explainers.add(id);
            set.putAll(one.values());
            whole.put(id, one.whole());
          }
        });
    OptionalLong given =
        draws
            .flatMap(form -> Optional.ofNullable(form.entries().chosen().get(SEED.key())))
            .map(text -> OptionalLong.of(Long.parseLong(text)))
            .orElse(OptionalLong.empty());
    return new Chosen(explainers, set, given, whole);
  }

  /** What is wrong with a setting of a chosen explainer. */
  Optional<String> problem() {
    return choosable.values().stream()
        .filter(one -> one.box().isSelected())
        .flatMap(one -> one.forms().stream())
        .flatMap(form -> form.problem().stream())
        .findFirst()
        .or(() -> draws.flatMap(SettingsForm::problem));
  }

  private void tell() {
    choosable.values().forEach(one -> one.panel().setVisible(one.box().isSelected()));
    changed.accept(chosen());
    revalidate();
    repaint();
  }
}
