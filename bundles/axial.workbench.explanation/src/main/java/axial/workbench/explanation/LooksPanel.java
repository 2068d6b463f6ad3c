package axial.workbench.explanation;

import java.util.function.IntConsumer;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;

/** What only changes how explanations look. */
final class LooksPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int MOST_REGIONS = 20;
  private static final int REGIONS = 5;
  private static final int OPACITY = 80;
  private static final int PERCENT = 100;

  private final JSlider opacity = slider("opacity", "Opacity", 0, PERCENT, OPACITY);
  private final JCheckBox finding = new JCheckBox("Outline the finding", true);

  /**
   * Sliders for the number of regions and the opacity, and whether findings are outlined.
   *
   * @param top is told how many regions are pointed out
   * @param looks is told of every other change
   */
  LooksPanel(IntConsumer top, Runnable looks) {
    super(new MigLayout("insets 0, fillx, wrap 1", "[grow, fill]"));
    setOpaque(false);
    JSlider regions = slider("regions", "Strongest regions", 1, MOST_REGIONS, REGIONS);
    JLabel count = new JLabel("Strongest regions: " + regions.getValue());
    regions.addChangeListener(
        event -> {
          count.setText("Strongest regions: " + regions.getValue());
          top.accept(regions.getValue());
        });
    JLabel share = new JLabel("Opacity: " + opacity.getValue() + " %");
    opacity.addChangeListener(
        event -> {
          share.setText("Opacity: " + opacity.getValue() + " %");
          looks.run();
        });
    finding.setName("explanation.finding");
    finding.addActionListener(event -> looks.run());
    count.setLabelFor(regions);
    share.setLabelFor(opacity);
    add(count, "wmin 0");
    add(regions, "wmin 0");
    add(share, "wmin 0");
    add(opacity, "wmin 0");
    add(finding, "wmin 0");
  }

  private static JSlider slider(String id, String title, int least, int most, int value) {
    JSlider slider = new JSlider(least, most, value);
    slider.setName("explanation." + id);
    slider.getAccessibleContext().setAccessibleName(title);
    return slider;
  }

  /** Opacity of what lies over the scan, in [0, 1]. */
  double opacity() {
    return (double) opacity.getValue() / PERCENT;
  }

  /** Whether the true finding is outlined. */
  boolean finding() {
    return finding.isSelected();
  }

  /** Outlines the finding or no longer does. */
  void toggleFinding() {
    finding.doClick();
  }

  /** Says whether there is a finding to outline. */
  void findingKnown(boolean known) {
    finding.setEnabled(known);
  }
}
