package axial.workbench.data.gallery;

import axial.data.Dataset;
import axial.data.Sample;
import axial.data.Split;
import axial.view.form.Typed;
import axial.workbench.data.work.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The filters and the order of a gallery. */
final class FilterBar extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int MOST_VALUES = 12;
  private static final int MOST_ATTRIBUTES = 3;
  private static final int LOOKED_AT = 2_000;
  private static final List<String> FIRST = List.of("plane", "weighting", "size", "source");
  private static final Set<String> NOT_OFFERED = Set.of("width", "height", "bytes");

  private final JTextField text = new JTextField(10);
  private final JComboBox<Choice> label = new JComboBox<>();
  private final JComboBox<Choice> part = new JComboBox<>();
  private final JComboBox<Arrangement.State> state = new JComboBox<>(Arrangement.State.values());
  private final JComboBox<Arrangement.Order> order = new JComboBox<>(Arrangement.Order.values());
  private final Map<String, JComboBox<Choice>> attributes = new LinkedHashMap<>();
  private final transient Consumer<Arrangement> changed;
  private boolean filling;

  /** A value to filter by, or all. */
  private record Choice(String words, Optional<String> value) {
    @Override
    public String toString() {
      return words;
    }
  }

  FilterBar(Consumer<Arrangement> changed) {
    super(
        new MigLayout(
            "insets 0, gap rel rel, hidemode 3, fillx, wrap 4",
            "[sg, grow, fill][sg, grow, fill][sg, grow, fill][sg, grow, fill]"));
    this.changed = changed;
    text.putClientProperty("JTextField.placeholderText", "Part of a name");
    text.putClientProperty("JTextField.showClearButton", true);
    name(text, "gallery.text", "Part of a name");
    name(label, "gallery.class", "Class");
    name(part, "gallery.part", "Part of the split");
    name(state, "gallery.state", "Kept or excluded");
    name(order, "gallery.order", "Order");
    text.getDocument().addDocumentListener(new Typed(() -> tell()));
    part.addItem(new Choice("Any part", Optional.empty()));
    for (Split.Part one : Split.Part.values()) {
      part.addItem(new Choice(Words.part(one), Optional.of(one.name())));
    }
    List.of(label, part, state, order).forEach(box -> box.addActionListener(event -> tell()));
    lay();
  }

  private static void name(JComponent component, String name, String words) {
    component.setName(name);
    component.setToolTipText(words);
    component.getAccessibleContext().setAccessibleName(words);
  }

  private void lay() {
    removeAll();
    add(text, "wmin 40lp");
    add(label, "wmin 40lp");
    attributes.values().forEach(box -> add(box, "wmin 40lp"));
    add(part, "wmin 40lp");
    add(state, "wmin 40lp");
    add(order, "wmin 40lp");
    revalidate();
  }

  /** Offers what there is in other data. */
  void offer(Dataset data, Map<String, List<String>> values) {
    filling = true;
    text.setText("");
    label.removeAllItems();
    label.addItem(new Choice("Any class", Optional.empty()));
    for (int i = 0; i < data.labels().count(); i++) {
      label.addItem(new Choice(data.labels().name(i), Optional.of(Integer.toString(i))));
    }
    attributes.clear();
    values.forEach((key, all) -> attributes.put(key, box(key, all)));
    state.setSelectedIndex(0);
    order.setSelectedIndex(0);
    part.setSelectedIndex(0);
    filling = false;
    lay();
  }

  private JComboBox<Choice> box(String key, List<String> values) {
    JComboBox<Choice> box = new JComboBox<>();
    name(box, "gallery.attribute." + key, key);
    box.addItem(new Choice("Any " + key, Optional.empty()));
    values.forEach(value -> box.addItem(new Choice(value, Optional.of(value))));
    box.addActionListener(event -> tell());
    return box;
  }

  /** Offers the parts of a split, or not. */
  void parts(boolean there) {
    part.setVisible(there);
  }

  /** Shows all again. */
  void clear() {
    filling = true;
    text.setText("");
    label.setSelectedIndex(0);
    part.setSelectedIndex(0);
    state.setSelectedIndex(0);
    attributes.values().forEach(box -> box.setSelectedIndex(0));
    filling = false;
    tell();
  }

  private void tell() {
    if (filling) {
      return;
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    attributes.forEach((key, box) -> value(box).ifPresent(value -> wanted.put(key, value)));
    changed.accept(
        new Arrangement(
            text.getText(),
            value(label).map(Integer::parseInt),
            value(part).map(Split.Part::valueOf),
            wanted,
            (Arrangement.State) Objects.requireNonNull(state.getSelectedItem()),
            (Arrangement.Order) Objects.requireNonNull(order.getSelectedItem())));
  }

  private static Optional<String> value(JComboBox<Choice> box) {
    return box.getSelectedItem() instanceof Choice choice ? choice.value() : Optional.empty();
  }

  /** Attributes worth filtering by: some few of some few values, by a look at the first images. */
  static Map<String, List<String>> attributes(Dataset data) {
    Map<String, TreeSet<String>> seen = new TreeMap<>();
    for (Sample sample : data.samples().subList(0, Math.min(LOOKED_AT, data.samples().size()))) {
      sample.attributes().forEach((key, value) -> value(seen, key).add(value));
      value(seen, Arrangement.SIZE).add(Arrangement.size(sample));
    }
    seen.keySet().removeAll(NOT_OFFERED);
    List<String> keys = new ArrayList<>(FIRST);
    seen.keySet().stream().filter(key -> !FIRST.contains(key)).forEach(keys::add);
    Map<String, List<String>> few = new LinkedHashMap<>();
    for (String key : keys) {
      TreeSet<String> values = seen.getOrDefault(key, new TreeSet<>());
      if (values.size() > 1 && values.size() <= MOST_VALUES && few.size() < MOST_ATTRIBUTES) {
        few.put(key, List.copyOf(values));
      }
    }
    return few;
  }

  private static Set<String> value(Map<String, TreeSet<String>> seen, String key) {
    return seen.computeIfAbsent(key, k -> new TreeSet<>());
  }
}
