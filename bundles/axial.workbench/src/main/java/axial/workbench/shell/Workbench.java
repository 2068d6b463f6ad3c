package axial.workbench.shell;

import axial.extension.Leases;
import axial.job.Problem;
import axial.run.IsolatedRuns;
import axial.run.Preparations;
import axial.run.RunRequest;
import axial.run.Runs;
import axial.view.Perspective;
import axial.view.View;
import axial.view.figure.FigureWriter;
import axial.workbench.command.Commands;
import axial.workbench.command.UndoHistory;
import axial.workbench.dock.Layouts;
import axial.workbench.dock.Slot;
import axial.workbench.job.JobRunner;
import axial.workbench.job.Unexpected;
import axial.workbench.look.Look;
import axial.workbench.look.Preferences;
import axial.workbench.queue.TrainingQueue;
import axial.workbench.share.Scope;
import axial.workbench.share.SharedValue;
import java.awt.AWTEvent;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** The window. Made, used and closed on the event dispatch thread. */
public final class Workbench implements Office.Screen {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 880;

  private final JFrame frame = new JFrame("Axial");
  private final Setup setup;
  private final Look look;
  private final Scope scope = new Scope();
  private final Commands commands = new Commands();
  private final ProblemBar problems = new ProblemBar();
  private final StatusBar status;
  private final PerspectiveBar bar = new PerspectiveBar(this::show);
  private final Layouts layouts;
  private final Office office;
  private final FencedQueue queue;
  private final LastData last;
  private final FirstData first;
  private final OpenViews views;

  /**
   * What a window is made with.
   *
   * @param workspace what the lab owns
   * @param runs makes runs; throws a problem while no bundle does
   * @param isolated makes runs in processes of their own; throws likewise
   * @param preparations opens data; throws a problem while no bundle does
   * @param writers of figures that there are now
   * @param leases hold the bundles of jobs, where there are any
   * @param watch hears how long events took, in nanoseconds
   * @param closed is told when the user has closed the window
   */
  public record Setup(
      Path workspace,
      Preferences preferences,
      Supplier<Runs> runs,
      Supplier<IsolatedRuns> isolated,
      Supplier<Preparations> preparations,
      Supplier<List<FigureWriter>> writers,
      Supplier<Optional<Leases>> leases,
      EventWatch watch,
      Runnable closed) {}

  /** Hears how well the window answers. On the event dispatch thread. */
  public interface EventWatch {
    /** The window is shown and answers. */
    void begin();

    /** An event of that kind took so many nanoseconds. */
    void took(Supplier<String> event, long nanos);

    /** The window is closed. */
    void end();
  }

  /** A window that is not shown yet. */
  public Workbench(Setup setup, Look look) {
    this.setup = setup;
    this.look = look;
    status = new StatusBar();
    JobRunner jobs = new JobRunner(this::tell, setup.leases());
    UndoHistory undo = new UndoHistory();
    TrainingQueue trainings =
        new TrainingQueue(setup.runs(), setup.isolated(), jobs, this::tell, this::finished);
    Drops drops = new Drops(this::unwanted);
    office =
        new Office(
            setup.workspace(),
            new SharedValue<>(Optional.empty()),
            new SharedValue<>(Optional.empty()),
            new SharedValue<>(Optional.empty()),
            trainings,
            jobs,
            commands,
            undo,
            drops,
            new FigureMenu(setup.writers()),
            this);
    JPanel docks = new JPanel(new BorderLayout());
    JPanel middle = new JPanel(new BorderLayout());
    middle.add(problems, BorderLayout.NORTH);
    middle.add(docks, BorderLayout.CENTER);
    frame.setName("axial");
    frame.add(bar, BorderLayout.NORTH);
    frame.add(middle, BorderLayout.CENTER);
    frame.add(status, BorderLayout.SOUTH);
    frame.getRootPane().setTransferHandler(drops);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            askToClose();
          }
        });
    layouts = new Layouts(frame, docks, setup.preferences().folder());
    views = new OpenViews(frame, layouts, office, scope, f -> tell(f.problem(), f.cause()));
    new Workspaces(setup.preferences(), setup.workspace())
        .install(frame, commands, jobs.within(scope), scope);
    new TrainingsAtOnce(setup.preferences(), trainings).install(commands, this::note, scope);
    new Menus(frame, office, look)
        .install(this::show, layouts::reset, layouts::reload, this::askToClose, scope);
    jobs.running().within(scope).watch(status::show);
    office
        .data()
        .within(scope)
        .watch(
            data ->
                bar.data(
                    data.map(
                            d ->
                                d.dataset().name()
                                    + ", "
                                    + d.dataset().samples().size()
                                    + " images")
                        .orElse("No data")));
    office
        .run()
        .within(scope)
        .watch(run -> bar.run(run.map(r -> "Run " + r.getFileName()).orElse("No run")));
    last = new LastData(setup.workspace(), this::tell);
    first = new FirstData(office.data(), this::tell, setup.preparations(), last);
    office.data().within(scope).watch(data -> data.ifPresent(last::keep));
    queue =
        new FencedQueue(
            this::threw, (event, nanos) -> setup.watch().took(event::paramString, nanos));
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(queue);
  }

  /** Shows the window as it was left. */
  public void open() {
    frame.setBounds(bounds());
    Perspective first = perspective();
    views.openAll(first);
    layouts.begin(first);
    bar.show(first);
    status.start();
    frame.setVisible(true);
    views.openOthers();
    EventQueue.invokeLater(setup.watch()::begin);
  }

  private Perspective perspective() {
    String wanted = setup.preferences().get("perspective", Perspective.DATA.name());
    for (Perspective one : Perspective.values()) {
      if (one.name().equals(wanted)) {
        return one;
      }
    }
    return Perspective.DATA;
  }

  private Rectangle bounds() {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    int scale = look.scale();
    Dimension wanted =
        new Dimension(
            Math.min(screen.width, WIDTH * scale / 100),
            Math.min(screen.height, HEIGHT * scale / 100));
    return new Rectangle(
        screen.x + (screen.width - wanted.width) / 2,
        screen.y + (screen.height - wanted.height) / 2,
        wanted.width,
        wanted.height);
  }

  /** Takes a view in; its place is made when it is not there yet. */
  public void add(View view) {
    views.add(view);
  }

  /** Lets a view go; its place stays as a gap. */
  public void remove(String view) {
    views.remove(view);
  }

  /** Shows a perspective. */
  public void show(Perspective perspective) {
    views.hurry(perspective);
    layouts.show(perspective);
    bar.show(perspective);
    setup.preferences().put("perspective", perspective.name());
  }

  @Override
  public void reveal(String view) {
    views.openNow(view);
    layouts.perspective(view).ifPresent(this::show);
    layouts.reveal(view);
  }

  /** The trainings. */
  public TrainingQueue trainings() {
    return office.trainings();
  }

  /** Says what computes, in a few words. */
  public void device(String words) {
    status.device(words);
  }

  /** Opens the data of a request; without one those of last time, the first time phantoms. */
  public void begin(Optional<RunRequest> request) {
    first.open(office.jobs().within(scope), request);
  }

  private void finished(Path run, String outcome) {
    office.run().set(Optional.of(run));
    note(outcome);
  }

  @Override
  public void tell(Problem problem) {
    tell(problem, null);
  }

  private void tell(Problem problem, @Nullable Throwable cause) {
    problems.tell(problem, cause);
  }

  @Override
  public void note(String text) {
    status.note(text);
  }

  private void unwanted(Path file) {
    tell(
        new Problem(
            Problem.Kind.INPUT,
            "\"" + file.getFileName() + "\" is nothing that this window takes.",
            "Drop " + office.drops().wanted() + "."));
  }

  /** An event threw: the view that it was for is replaced by its error. */
  private void threw(AWTEvent event, Throwable cause) {
    Optional<Slot> slot =
        event.getSource() instanceof Component component ? Slot.of(component) : Optional.empty();
    slot.ifPresentOrElse(
        failed -> failed.fail(cause), () -> tell(Unexpected.problem("The window", cause), cause));
  }

  private void askToClose() {
    if (office.trainings().busy()) {
      int answer =
          JOptionPane.showConfirmDialog(
              frame,
              "A training is running. It will stop after its last finished epoch and can be resumed"
                  + " later. Close the window?",
              "Close Axial",
              JOptionPane.OK_CANCEL_OPTION,
              JOptionPane.QUESTION_MESSAGE);
      if (answer != JOptionPane.OK_OPTION) {
        return;
      }
    }
    setup.closed().run();
  }

  /** Closes the window and everything in it; what is to be written for the next one is returned. */
  public Leaving close() {
    office.trainings().close();
    office.jobs().close();
    status.stop();
    setup.watch().end();
    last.close();
    Leaving leaving = new Leaving(layouts.files(), setup.preferences(), last);
    scope.close();
    layouts.close();
    frame.dispose();
    queue.end();
    return leaving;
  }

  /** Runs something on the event dispatch thread, at once when it is this one. */
  public static void edt(Runnable act) {
    if (EventQueue.isDispatchThread()) {
      act.run();
    } else {
      EventQueue.invokeLater(act);
    }
  }
}
