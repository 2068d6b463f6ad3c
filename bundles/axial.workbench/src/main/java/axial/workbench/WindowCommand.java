package axial.workbench;

import axial.extension.Leases;
import axial.extension.LooseJars;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.run.IsolatedRuns;
import axial.run.Preparations;
import axial.run.RunRequest;
import axial.run.Runs;
import axial.view.Perspective;
import axial.view.View;
import axial.view.figure.FigureWriter;
import axial.workbench.look.Look;
import axial.workbench.look.Preferences;
import axial.workbench.shell.EventDurations;
import axial.workbench.shell.Leaving;
import axial.workbench.shell.Workbench;
import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Opens the window and returns when the user has closed it; the launcher looks for this service.
 * The argument {@code demo} starts the demo in it.
 */
@Component(service = ToIntFunction.class, property = "axial.command=window", immediate = true)
public final class WindowCommand implements ToIntFunction<String[]> {

  private final BundleContext framework;
  private final OfferedViews views = new OfferedViews();
  private final List<FigureWriter> writers = new CopyOnWriteArrayList<>();
  private volatile @Nullable Workbench window;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable Runs runs;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable IsolatedRuns isolated;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable Preparations preparations;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable Engine engine;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable LooseJars loose;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  private volatile @Nullable Leases leases;

  /** A window that is not open yet. */
  @Activate
  public WindowCommand(BundleContext framework) {
    this.framework = framework;
  }

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      cardinality = ReferenceCardinality.MULTIPLE,
      unbind = "removeWriter")
  void addWriter(FigureWriter writer) {
    writers.add(writer);
  }

  void removeWriter(FigureWriter writer) {
    writers.remove(writer);
  }

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      cardinality = ReferenceCardinality.MULTIPLE,
      unbind = "removeView")
  void addView(View view, ServiceReference<View> reference) {
    views.add(view, reference);
    @Nullable Workbench open = window;
    if (open != null) {
      Workbench.edt(() -> views.place(view.id(), open::add, open::remove));
    }
  }

  void removeView(View view) throws InterruptedException, InvocationTargetException {
    views.remove(view);
    @Nullable Workbench open = window;
    if (open == null) {
      return;
    }
    // The part is closed before its bundle is gone.
    Runnable place = () -> views.place(view.id(), open::add, open::remove);
    if (EventQueue.isDispatchThread()) {
      place.run();
    } else {
      EventQueue.invokeAndWait(place);
    }
  }

  @Override
  public int applyAsInt(String[] arguments) {
    CountDownLatch closed = new CountDownLatch(1);
    try {
      Workbench open = open(closed);
      Runnable unwatch = PluginWatch.of(Optional.ofNullable(loose), open);
      String device = device();
      EventQueue.invokeLater(() -> open.device(device));
      boolean demo = arguments.length > 0 && arguments[0].equals("demo");
      EventQueue.invokeLater(demo ? () -> demo(open) : () -> open.begin(Optional.empty()));
      try {
        closed.await();
      } finally {
        unwatch.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    close();
    return 0;
  }

  private Workbench open(CountDownLatch closed) throws InterruptedException {
    WindowFolders folders = new WindowFolders(framework);
    Preferences preferences = new Preferences(folders.preferences());
    EventDurations durations = new EventDurations(framework.getProperty("axial.window.watch"));
    FutureTask<Look> looks = new FutureTask<>(() -> new Look(preferences));
    EventQueue.invokeLater(looks);
    Look look = result(looks);
    look.askDesktop();
    FutureTask<Workbench> task =
        new FutureTask<>(
            () -> {
              look.install();
              Workbench made =
                  new Workbench(
                      new Workbench.Setup(
                          folders.workspace(),
                          preferences,
                          this::runs,
                          this::isolated,
                          this::preparations,
                          this::writers,
                          () -> Optional.ofNullable(leases),
                          durations,
                          closed::countDown),
                      look);
              window = made;
              views.ids().forEach(id -> views.place(id, made::add, made::remove));
              made.open();
              return made;
            });
    EventQueue.invokeLater(task);
    return result(task);
  }

  private static <T> T result(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new IllegalStateException(
          "The window could not be opened: " + failed.getCause(), failed.getCause());
    }
  }

  private void close() {
    @Nullable Workbench open = window;
    if (open == null) {
      return;
    }
    window = null;
    FutureTask<Leaving> task =
        new FutureTask<>(
            () -> {
              views.ids().forEach(open::remove);
              return open.close();
            });
    EventQueue.invokeLater(task);
    boolean interrupted = Thread.interrupted();
    try {
      result(task).write();
    } catch (IOException refused) {
      System.err.println("axial: " + refused.getMessage());
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The command line's demo, before the user's eyes. */
  private static void demo(Workbench open) {
    RunRequest demo = RunRequest.demo(1);
    open.show(Perspective.TRAIN);
    open.trainings().start(demo);
    open.begin(Optional.of(demo));
  }

  private Runs runs() {
    return Optional.ofNullable(runs)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.EXTENSION,
                    "No bundle makes runs at the moment.",
                    "Start the bundle axial.run again."));
  }

  private IsolatedRuns isolated() {
    return Optional.ofNullable(isolated)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.EXTENSION,
                    "No bundle makes runs in processes of their own at the moment.",
                    "Start the bundle axial.run again."));
  }

  private Preparations preparations() {
    return Optional.ofNullable(preparations)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.EXTENSION,
                    "No bundle opens data at the moment.",
                    "Start the bundle axial.run again."));
  }

  private List<FigureWriter> writers() {
    List<FigureWriter> sorted = new ArrayList<>(writers);
    sorted.sort(Comparator.comparing(FigureWriter::format));
    return sorted;
  }

  /** Asks the engine, which may have to start; off the event dispatch thread. */
  private String device() {
    @Nullable Engine present = engine;
    if (present == null) {
      return "No engine";
    }
    try {
      Map<String, String> platform = present.platform();
      return "CPU, %s threads, %s".formatted(platform.getOrDefault("threads", "?"), present.id());
    } catch (RuntimeException | LinkageError broken) {
      return "Engine " + present.id() + " does not start";
    }
  }
}
