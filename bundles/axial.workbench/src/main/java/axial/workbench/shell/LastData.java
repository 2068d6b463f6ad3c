package axial.workbench.shell;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.WorkingData;
import java.awt.EventQueue;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The data that a workspace had open last, kept in its {@code datasets/open.properties}. It is
 * written at once, so that a window that is killed has it as well.
 */
final class LastData {

  private static final String ADDRESS = "address";
  private static final String SET = "set.";
  private static final int PATIENCE_SECONDS = 5;

  private final Path file;
  private final Consumer<Problem> troubles;

  /**
   * Started before any view is there: a thread that is started while a view's code is on the stack
   * would remember that view's class loader as long as it lives.
   */
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LastData::writing);

  /** What was open: an address, and settings by name. */
  record Opened(String address, Map<String, String> set) {
    Opened {
      set = Map.copyOf(set);
    }
  }

  /**
   * That of a workspace.
   *
   * @param troubles told on the event dispatch thread when it cannot be written
   */
  LastData(Path workspace, Consumer<Problem> troubles) {
    file = workspace.resolve("datasets").resolve("open.properties");
    this.troubles = troubles;
    thread.prestartAllCoreThreads();
  }

  private static Thread writing(Runnable work) {
    Thread made = new Thread(work, "axial-last-data");
    made.setDaemon(true);
    return made;
  }

  /**
   * What was open last; nothing in a workspace without such a file. Off the event dispatch thread.
   *
   * @throws ProblemException of kind INPUT when there is one that cannot be read
   */
  Optional<Opened> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
    } catch (IOException | IllegalArgumentException damaged) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "What data were open last cannot be read from " + file + ".",
              "Open a folder of scans (Ctrl+O)."),
          damaged);
    }
    Map<String, String> set = new TreeMap<>();
    for (String key : kept.stringPropertyNames()) {
      if (key.startsWith(SET)) {
        set.put(key.substring(SET.length()), kept.getProperty(key));
      }
    }
    String address = kept.getProperty(ADDRESS, "");
    return address.isBlank() ? Optional.empty() : Optional.of(new Opened(address, set));
  }

  /** Keeps what is open now; returns at once. */
  void keep(WorkingData data) {
    if (!thread.isShutdown()) {
      thread.execute(() -> write(data));
    }
  }

  private void write(WorkingData data) {
    Properties kept = new Properties();
    kept.setProperty(ADDRESS, data.address());
    data.set().forEach((key, value) -> kept.setProperty(SET + key, value));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (Writer out = Files.newBufferedWriter(part)) {
        kept.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      Problem problem =
          new Problem(
              Problem.Kind.OUTPUT,
              "Which data are open cannot be kept in " + file + ".",
              "Check that the workspace can be written and that the disk has room.");
      EventQueue.invokeLater(() -> troubles.accept(problem));
    }
  }

  /** Takes no more; what was to be kept is still written. */
  void close() {
    thread.shutdown();
  }

  /** Waits some seconds until what was to be kept is written. Off the event dispatch thread. */
  void await() throws InterruptedException {
    thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
