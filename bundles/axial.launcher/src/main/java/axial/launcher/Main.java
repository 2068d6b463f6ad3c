package axial.launcher;

import java.io.ObjectInputFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The program. Its places are system properties: {@code axial.bundles} is the folder of the
 * built-in bundles; {@code axial.workspace} and {@code axial.cache} may be set as well. With {@code
 * axial.command=window} it opens the window. With {@code axial.safe-mode=true}, or the argument
 * {@code --safe-mode}, nothing but the built-in bundles is started. With {@code
 * axial.command=isolated} it makes one run for another Axial, and what extensions print goes to the
 * standard error, as the standard output belongs to the events of the run.
 */
public final class Main {

  /** Model files and everything else from outside may not bring objects of other classes. */
  private static final String SERIAL_FILTER =
      "maxdepth=20;maxarray=10000000;org.nd4j.**;org.deeplearning4j.**;java.base/*;!*";

  /** XML may not have other files or hosts read; an empty value allows no protocol. */
  private static final List<String> EXTERNAL_XML =
      List.of(
          "javax.xml.accessExternalDTD",
          "javax.xml.accessExternalSchema",
          "javax.xml.accessExternalStylesheet");

  private static final String COMMAND = "axial.command";
  private static final String ISOLATED = "isolated";
  private static final String SAFE_MODE = "--safe-mode";
  private static final int STOPPED = 130;
  private static final long SECONDS_TO_STOP = 30;

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    keepOut();
    if (ISOLATED.equals(System.getProperty(COMMAND))) {
      System.setOut(System.err);
    }
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean stopping = new AtomicBoolean();
    Thread command = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              stopping.set(true);
              command.interrupt();
              try {
                ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
              } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
              }
            },
            "axial-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = run(arguments);
    if (stopping.get()) {
      // The hook waits meanwhile, so that the process ends with this code and not the signal's.
      Runtime.getRuntime().halt(STOPPED);
    }
    ended.countDown();
    System.exit(code);
  }

  /** Limits what libraries may read from files, before any of them is there. */
  private static void keepOut() {
    if (ObjectInputFilter.Config.getSerialFilter() == null) {
      ObjectInputFilter.Config.setSerialFilter(
          ObjectInputFilter.Config.createFilter(SERIAL_FILTER));
    }
    for (String external : EXTERNAL_XML) {
      if (System.getProperty(external) == null) {
        System.setProperty(external, "");
      }
    }
  }

  private static int run(String[] arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean safeMode = words.removeIf(SAFE_MODE::equals) || Boolean.getBoolean("axial.safe-mode");
    try (RunningFramework framework = RunningFramework.start(Places.ofSystem(), safeMode)) {
      return framework
          .command(System.getProperty(COMMAND, "line"))
          .applyAsInt(words.toArray(String[]::new));
    } catch (LaunchException failed) {
      System.err.println("axial: " + failed.getMessage());
      if ("1".equals(System.getenv("AXIAL_DEBUG"))) {
        failed.printStackTrace();
      }
      return failed.exitCode();
    }
  }
}
