package axial.it.kill;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Installation.Installed;
import axial.extension.Publishing;
import axial.job.Progress;
import axial.model.ModelFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A command line for tests, in a bundle of its own: each word is a step, and what comes of it is
 * told on a line. Started by the real launcher.
 */
public final class Driver implements BundleActivator, ToIntFunction<String[]> {

  private BundleContext context;

  @Override
  public void start(BundleContext framework) {
    context = framework;
    framework.registerService(
        ToIntFunction.class, this, new Hashtable<>(Map.of("axial.command", "line")));
  }

  @Override
  public void stop(BundleContext framework) {}

  @Override
  public int applyAsInt(String[] steps) {
    try {
      for (String step : steps) {
        String[] words = step.split("=", 2);
        long begin = System.nanoTime();
        step(words[0], words.length > 1 ? words[1] : "");
        say("done " + words[0] + " " + (System.nanoTime() - begin));
      }
      return 0;
    } catch (Exception broken) {
      say("broken " + broken);
      return 1;
    }
  }

  private void step(String what, String argument) throws Exception {
    String[] parts = argument.split("\\|");
    switch (what) {
      case "key" -> say("key " + service(Publishing.class).makeKey(Path.of(argument)));
      case "publish" ->
          service(Publishing.class)
              .publish(Path.of(parts[0]), Path.of(parts[1]), Path.of(parts[2]), Optional.empty());
      case "add" -> add(Path.of(argument).toUri());
      case "install" -> {
        String[] name = argument.split("@");
        change(new Change.Install(name[0], name[1]));
      }
      case "empty" -> change(new Change.Become(List.of()));
      case "look" -> look();
      case "clear" -> clear();
      case "begin" -> say("begin");
      case "stay" -> System.in.read();
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private <T> T service(Class<T> type) throws InterruptedException {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
    tracker.open();
    T service = tracker.waitForService(20_000);
    if (service == null) {
      throw new IllegalStateException("There is no service " + type.getName());
    }
    return service;
  }

  private void add(URI address) throws InterruptedException {
    Catalogs catalogs = service(Catalogs.class);
    catalogs.add(address, catalogs.look(address, Progress.none()).publisher(), Progress.none());
  }

  private void change(Change change) throws InterruptedException {
    Installation installation = service(Installation.class);
    installation.apply(installation.plan(change, Progress.none()), new Told());
  }

  /** Says each task once. */
  private static final class Told implements Progress {
    private String last = "";

    @Override
    public void at(String task, long done, long all) {
      if (!task.equals(last)) {
        say("at " + task);
        last = task;
      }
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  /** Tells the set, what works, and every file that no set names. */
  private void look() throws InterruptedException, IOException, InvalidSyntaxException {
    Installation installation = service(Installation.class);
    installation.awaitRetired(Progress.none());
    for (Installed each : installation.list()) {
      say("has " + each.bundle().name() + " " + each.state() + " " + each.reason());
    }
    for (Bundle bundle : context.getBundles()) {
      boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
      if (!fragment && bundle.getState() != Bundle.ACTIVE) {
        say("idle " + bundle);
      }
    }
    for (ServiceReference<ModelFactory> each :
        context.getServiceReferences(ModelFactory.class, null)) {
      say("serves " + context.getService(each).description());
    }
    for (Path file : unnamed(installation)) {
      say((file.toString().endsWith(".jar") ? "kept " : "left ") + file);
    }
  }

  private List<Path> unnamed(Installation installation) throws IOException {
    Set<String> named =
        installation.list().stream()
            .map(each -> each.bundle().sha256() + ".jar")
            .collect(Collectors.toSet());
    if (!Files.exists(extensions())) {
      return List.of();
    }
    named.addAll(Set.of("extensions.lock", "isolated", "brought"));
    try (Stream<Path> files = Files.walk(extensions())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !named.contains(file.getFileName().toString()))
          .filter(file -> !file.toString().endsWith(".guard"))
          .toList();
    }
  }

  private Path extensions() {
    return Path.of(context.getProperty("axial.workspace")).resolve("extensions");
  }

  /** Removes the jars of former sets, so that the next change has to fetch its own. */
  private void clear() throws InterruptedException, IOException {
    for (Path file : unnamed(service(Installation.class))) {
      if (file.toString().endsWith(".jar")) {
        Files.delete(file);
      }
    }
  }
}
