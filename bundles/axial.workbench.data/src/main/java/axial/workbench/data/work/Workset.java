package axial.workbench.data.work;

import axial.data.Curation;
import axial.data.Curations;
import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Deduplicated;
import axial.run.Extensions;
import axial.run.Preparations;
import axial.view.Change;
import axial.view.Desk;
import axial.view.Subscription;
import axial.view.WorkingData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The opened data as all views of this bundle share it: what was found, the edits by hand, the
 * duplicates and the split. What comes of it is the {@link Desk#data()} of the window. Only on the
 * event dispatch thread.
 */
@Component(service = Workset.class)
public final class Workset {

  /** So many edits are made on the event dispatch thread: that takes a millisecond or two. */
  private static final int AT_ONCE = 2_000;

  private static final String NO_LONGER = "Nothing was changed: %s is no longer open.";

  private final Opening opening;
  private final LatestOnly keeping = new LatestOnly("axial-data-edits");
  private final List<Runnable> listeners = new ArrayList<>();

  private Optional<Found> found = Optional.empty();
  private Edited edited = Edited.NOTHING;
  private Optional<WorkingData> published = Optional.empty();
  private Optional<Computed<Deduplicated>> duplicates = Optional.empty();
  private Optional<Computed<SplitData>> split = Optional.empty();

  /** One with these services. */
  @Activate
  public Workset(
      @Reference Extensions extensions,
      @Reference Preparations preparations,
      @Reference Curations curations) {
    this.opening = new Opening(extensions, preparations, curations);
  }

  /** Ends its thread. */
  @Deactivate
  public void close() {
    keeping.close();
  }

  /** Tells after each change until cancelled. */
  public Subscription watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Takes over what another view or the window has opened; each part calls it with each data. */
  public void follow(Desk desk, Optional<WorkingData> data) {
    if (data.isEmpty()) {
      if (published.isPresent()) {
        forget();
        tell();
      }
      return;
    }
    WorkingData other = data.get();
    if (published.isPresent() && published.get().dataset() == other.dataset()) {
      if (!published.get().set().equals(other.set())) {
        published = data;
        found = found.map(f -> f.with(opening.withoutEdits(f.source(), other.set())));
        tell();
      }
      return;
    }
    published = data;
    Path workspace = desk.workspace();
    keeping.submit(
        stale -> opening.adopt(workspace, other, Progress.cancelledWhen(stale)),
        opened -> {
          take(opened);
          tell();
        },
        failed -> desk.tell(problem(failed)));
  }

  /** Opens data in place of what is open. */
  public void open(Desk desk, String address, Map<String, String> set) {
    desk.jobs()
        .start(
            "Open " + address,
            progress -> opening.open(desk.workspace(), address, set, progress),
            opened -> {
              take(opened);
              publish(desk, opened.working());
              desk.note(
                  "Opened %,d images of %s."
                      .formatted(opened.found().dataset().samples().size(), address));
            });
  }

  /** What is open, before edits. */
  public Optional<Found> found() {
    return found;
  }

  /** What was edited of it. */
  public Marks marks() {
    return edited.marks();
  }

  /** What the window works on: the found data with the edits. */
  public Optional<WorkingData> working() {
    return published;
  }

  /** The duplicates, once they were looked for; those of before an edit stay. */
  public Optional<Deduplicated> duplicates() {
    return duplicates.map(Computed::result);
  }

  /** Whether nothing has changed since duplicates were looked for. */
  public boolean duplicatesAreOfNow() {
    return duplicates.filter(of -> of.isOf(published)).isPresent();
  }

  /** The split, once it was made; that of before a change stays. */
  public Optional<SplitData> split() {
    return split.map(Computed::result);
  }

  /** Whether nothing has changed since the split was made. */
  public boolean splitIsOfNow() {
    return split.filter(of -> of.isOf(published)).isPresent();
  }

  /** Excludes samples, or takes them in again. */
  public void exclude(Desk desk, Collection<Sample> samples, boolean out, String reason) {
    edit(
        desk,
        (out ? "Exclude " : "Take in again ") + Words.images(samples.size()),
        samples.size(),
        (data, now) ->
            out
                ? Marks.excluding(now, samples, reason)
                : Marks.removing(data, now, samples, Curation.Action.EXCLUDE));
  }

  /** Gives samples a class. */
  public void relabel(Desk desk, Collection<Sample> samples, int label) {
    String name = dataset().map(data -> data.labels().name(label)).orElse("");
    edit(
        desk,
        "Label %s \"%s\"".formatted(Words.images(samples.size()), name),
        samples.size(),
        (data, now) -> Marks.relabelling(data, now, samples, label));
  }

  /** Says which sample stays of a group of duplicates. */
  public void keep(Desk desk, Sample sample, DuplicateGroup group) {
    edit(
        desk,
        "Keep " + sample.source(),
        group.samples().size(),
        (data, now) ->
            Marks.removing(data, now, group.samples(), Curation.Action.EXCLUDE)
                .withKept(sample, group, "Chosen in review."));
  }

  /**
   * Says that look-alikes are different pictures, or that they are not after all.
   *
   * @param some each of them is told apart from each of the others
   */
  public void tellApart(
      Desk desk, Collection<Sample> some, Collection<Sample> others, boolean apart) {
    edit(
        desk,
        (apart ? "Not duplicates: " : "Duplicates after all: ") + Words.images(some.size()),
        some.size(),
        (data, now) -> Marks.tellingApart(now, some, others, apart));
  }

  /** Edits at once what is little, and much of it as a job. */
  private void edit(Desk desk, String title, int size, Edited.Change change) {
    if (found.isEmpty() || size == 0) {
      return;
    }
    Found data = found.get();
    Edited before = edited;
    if (size + before.curation().edits().size() <= AT_ONCE) {
      edited(desk, title, data, before, before.with(data, change));
      return;
    }
    desk.jobs()
        .start(
            title,
            progress -> before.with(data, change),
            after -> {
              if (edited == before) {
                edited(desk, title, data, before, after);
              } else {
                edit(desk, title, size, change); // something else was edited meanwhile
              }
            });
  }

  private void edited(Desk desk, String title, Found data, Edited before, Edited after) {
    if (after != before) {
      apply(desk, after);
      desk.done(
          new Change(
              title,
              () -> restore(desk, data.address(), before),
              () -> restore(desk, data.address(), after)));
    }
  }

  private void restore(Desk desk, String address, Edited of) {
    if (found.isPresent() && found.get().address().equals(address)) {
      apply(desk, of);
    } else {
      desk.note(NO_LONGER.formatted(address));
    }
  }

  private void apply(Desk desk, Edited after) {
    Found data = found.orElseThrow();
    edited = after;
    tell();
    keeping.submit(
        stale -> opening.keep(desk.workspace(), data, after.curation()),
        working -> publish(desk, working),
        failed -> desk.tell(problem(failed)));
  }

  /**
   * Changes settings of the data, an empty value for the default; can be undone.
   *
   * @param then told when the data are as they are with the settings, at once where nothing changes
   */
  public void set(Desk desk, String title, Map<String, String> changes, Runnable then) {
    if (found.isEmpty()) {
      return;
    }
    Map<String, String> before = found.get().set();
    Map<String, String> after = changed(before, changes);
    if (after.equals(before)) {
      then.run();
      return;
    }
    String address = found.get().address();
    settings(
        desk,
        after,
        () -> {
          desk.done(
              new Change(
                  title,
                  () -> settingsAgain(desk, address, before, () -> {}),
                  () -> settingsAgain(desk, address, after, () -> {})));
          then.run();
        });
  }

  private static Map<String, String> changed(
      Map<String, String> before, Map<String, String> changes) {
    Map<String, String> after = new LinkedHashMap<>(before);
    changes.forEach(
        (key, value) -> {
          if (value.isBlank()) {
            after.remove(key);
          } else {
            after.put(key, value);
          }
        });
    return after;
  }

  private void settingsAgain(Desk desk, String address, Map<String, String> set, Runnable then) {
    if (found.isEmpty() || !found.get().address().equals(address)) {
      desk.note(NO_LONGER.formatted(address));
    } else if (found.get().set().equals(set)) {
      then.run();
    } else {
      settings(desk, set, then);
    }
  }

  private void settings(Desk desk, Map<String, String> set, Runnable then) {
    Found data = found.orElseThrow();
    if (opening.sameSource(data, set)) {
      Found changed = data.with(set);
      found = Optional.of(changed);
      WorkingData working = published.orElseThrow();
      publish(
          desk,
          new WorkingData(working.address(), opening.full(working, changed), working.dataset()));
      then.run();
      return;
    }
    desk.jobs()
        .start(
            "Open " + data.address(),
            progress -> opening.open(desk.workspace(), data.address(), set, progress),
            opened -> {
              take(opened);
              publish(desk, opened.working());
              then.run();
            });
  }

  /** Looks for duplicates. */
  public void lookForDuplicates(Desk desk) {
    published.ifPresent(
        data ->
            desk.jobs()
                .start(
                    "Look for duplicates",
                    progress -> opening.deduplicate(data, progress),
                    result -> {
                      duplicates = Optional.of(new Computed<>(data, result));
                      tell();
                    }));
  }

  /**
   * Takes duplicates out, splits, and looks for leaks. Can be undone, together with the changed
   * settings.
   *
   * @param changes of settings, an empty value for the default
   */
  public void makeSplit(Desk desk, Map<String, String> changes) {
    if (found.isEmpty()) {
      return;
    }
    Map<String, String> before = found.get().set();
    Map<String, String> after = changed(before, changes);
    Optional<Computed<SplitData>> former = split;
    if (!after.equals(before)) {
      settings(desk, after, () -> computeSplit(desk, before, former));
    } else {
      computeSplit(desk, before, former);
    }
  }

  private void computeSplit(
      Desk desk, Map<String, String> before, Optional<Computed<SplitData>> former) {
    String address = found.orElseThrow().address();
    Map<String, String> after = found.orElseThrow().set();
    AtomicReference<Optional<Computed<SplitData>>> made = new AtomicReference<>(Optional.empty());
    if (!former.filter(of -> of.isOf(published)).isPresent()) {
      desk.done(
          new Change(
              "Split the data",
              () -> settingsAgain(desk, address, before, () -> show(former)),
              () ->
                  settingsAgain(
                      desk, address, after, () -> show(Objects.requireNonNull(made.get())))));
    }
    WorkingData data = published.orElseThrow();
    desk.jobs()
        .start(
            "Split",
            progress -> SplitData.of(opening.prepare(data, progress)),
            result -> {
              Optional<Computed<SplitData>> now = Optional.of(new Computed<>(data, result));
              made.set(now);
              desk.note("Split: " + result.prepared().leaks().text());
              show(now);
            });
  }

  private void show(Optional<Computed<SplitData>> shown) {
    split = shown;
    tell();
  }

  private void take(Opening.Opened opened) {
    boolean other = found.isEmpty() || !found.get().address().equals(opened.found().address());
    found = Optional.of(opened.found());
    edited = opened.edited();
    if (other) {
      duplicates = Optional.empty();
      split = Optional.empty();
    }
  }

  private void publish(Desk desk, WorkingData working) {
    published = Optional.of(working);
    desk.data().set(published);
    tell();
  }

  private void forget() {
    found = Optional.empty();
    edited = Edited.NOTHING;
    published = Optional.empty();
    duplicates = Optional.empty();
    split = Optional.empty();
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** What to tell of something that was thrown. */
  public static Problem problem(Exception thrown) {
    return thrown instanceof ProblemException known
        ? known.problem()
        : new Problem(Problem.Kind.INTERNAL, "Something failed: " + thrown, "");
  }

  /** The data set before edits; nothing when none is open. */
  public Optional<Dataset> dataset() {
    return found.map(Found::dataset);
  }
}
