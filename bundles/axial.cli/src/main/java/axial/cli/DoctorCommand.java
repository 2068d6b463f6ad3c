package axial.cli;

import axial.data.ImageStore;
import axial.job.Machine;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Command;

/** Says what Axial runs on and whether all is well. */
@Command(
    name = "doctor",
    description =
        "Shows JVM, memory, engine, native library, threads and caches, and what is broken.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial doctor"})
final class DoctorCommand implements Runnable {

  private static final long MEBI = 1 << 20;

  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    Table table = new Table(List.of("what", "value"));
    table.add(
        List.of(
            "JVM",
            "%s %s (%s)"
                .formatted(
                    System.getProperty("java.vm.name", "unknown"),
                    System.getProperty("java.version", ""),
                    System.getProperty("java.vendor", "unknown"))));
    table.add(
        List.of(
            "operating system",
            "%s %s, %s"
                .formatted(
                    System.getProperty("os.name", "unknown"),
                    System.getProperty("os.version", ""),
                    System.getProperty("os.arch", "unknown"))));
    table.add(List.of("processors", processors(runtime)));
    table.add(List.of("memory", memory()));
    table.add(
        List.of(
            "Java heap",
            String.format(
                Locale.ROOT,
                "at most %,d MiB, %,d of them free",
                runtime.maxMemory() / MEBI,
                free / MEBI)));
    table.add(List.of("pixel cache", pixelCache(session.images().usage())));
    List<String> notes = new ArrayList<>();
    for (Engine engine : session.extensions().all(Engine.class)) {
      for (Map.Entry<String, String> entry : engine.platform().entrySet()) {
        if (entry.getKey().equals(Session.NOTE)) {
          notes.add("Engine " + engine.id() + ": " + entry.getValue());
        } else {
          table.add(List.of(engine.id() + " " + entry.getKey(), entry.getValue()));
        }
      }
    }
    for (PredictionEngine engine : session.extensions().all(PredictionEngine.class)) {
      addPlatform(table, engine);
    }
    session.terminal().line(table.text());
    notes.forEach(note -> session.terminal().line("\n" + note));
    List<Extensions.Status> broken =
        session.extensions().statuses().stream()
            .filter(s -> s.state() != Extensions.State.USABLE)
            .toList();
    session.terminal().line(broken.isEmpty() ? "\nAll extensions are usable." : "\nNot usable:");
    broken.forEach(
        s ->
            session
                .terminal()
                .line("  %s %s of %s: %s".formatted(s.type(), s.id(), s.bundle(), s.reason())));
  }

  private static String pixelCache(ImageStore.Usage usage) {
    return usage.most() == 0
        ? "off; AXIAL_PIXEL_CACHE=MIB sets its size"
        : String.format(
            Locale.ROOT,
            "%,d of at most %,d MiB in %s",
            usage.bytes() / MEBI,
            usage.most() / MEBI,
            usage.folder());
  }

  private static String processors(Runtime runtime) {
    OptionalInt cores = Machine.physicalCores(Machine.cpuinfo());
    return runtime.availableProcessors()
        + (cores.isPresent() ? " on " + Words.count(cores.getAsInt(), "physical core") : "");
  }

  private static String memory() {
    OptionalLong bytes = SystemMemory.bytes();
    return bytes.isPresent()
        ? String.format(Locale.ROOT, "%,d MiB", bytes.getAsLong() / MEBI)
        : "unknown";
  }

  /** One that does not start is no problem of the doctor: the engine that trained predicts. */
  private static void addPlatform(Table table, PredictionEngine engine) {
    try {
      engine.platform().forEach((key, value) -> table.add(List.of(engine.id() + " " + key, value)));
    } catch (ProblemException told) {
      table.add(List.of(engine.id() + " does not start", told.problem().text()));
    } catch (RuntimeException | LinkageError broken) {
      table.add(List.of(engine.id() + " does not start", Words.of(broken)));
    }
  }
}
