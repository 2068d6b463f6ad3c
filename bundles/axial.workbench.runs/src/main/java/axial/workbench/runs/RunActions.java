package axial.workbench.runs;

import axial.view.Command;
import axial.view.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;

/** What can be done with runs, for the menu, the keys and the palette. */
final class RunActions {

  private final RunsController controller;

  /** Something that can be done. */
  record Entry(String id, String title, String key, BooleanSupplier enabled, Runnable action) {}

  RunActions(RunsController controller) {
    this.controller = controller;
  }

  /** What the menu has, with an entry for each format that there is an exporter for now. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(lasting());
    int beforeDelete = entries.size() - 2;
    for (String format : controller.formats()) {
      entries.add(
          beforeDelete,
          new Entry(
              "runs.export-" + format,
              "Export the model as " + format,
              "",
              controller::canRepeat,
              () -> controller.export(format)));
    }
    return entries;
  }

  private List<Entry> lasting() {
    return List.of(
        new Entry("runs.open", "Show the results", "ENTER", controller::one, controller::open),
        new Entry(
            "runs.compare",
            "Compare the selected runs",
            "",
            controller::canCompare,
            controller::compare),
        new Entry(
            "runs.report", "Open the report", "", controller::canRepeat, controller::openReport),
        new Entry("runs.folder", "Open the folder", "", controller::one, controller::openFolder),
        new Entry(
            "runs.resume", "Go on with the run", "", controller::canResume, controller::resume),
        new Entry(
            "runs.repeat",
            "Repeat the run and compare",
            "",
            controller::canRepeat,
            controller::repeat),
        new Entry("runs.refresh", "Read the runs again", "F5", () -> true, controller::reload),
        new Entry(
            "runs.delete",
            "Delete the selected runs\u2026",
            "DELETE",
            () -> !controller.selection().isEmpty(),
            controller::delete));
  }

  /** Offers all that does not depend on what is plugged in; the model goes out as ONNX. */
  void offer(Desk desk, JComponent where, JComponent rows) {
    for (Entry entry : lasting()) {
      Command command = Command.of(entry.id(), entry.title(), entry.action()).when(entry.enabled());
      desk.command(rows, entry.key().isEmpty() ? command : command.withKey(entry.key()));
    }
    desk.command(
        where,
        Command.of(
                "runs.export",
                "Export the model of the run as ONNX",
                () -> controller.export("onnx"))
            .when(() -> controller.canRepeat() && controller.formats().contains("onnx")));
  }
}
