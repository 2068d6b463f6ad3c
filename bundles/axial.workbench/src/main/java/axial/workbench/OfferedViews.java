package axial.workbench;

import axial.view.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * The views that bundles offer. Of several of one id one is in the window: that of the bundle that
 * was installed last where they are versions of one bundle, that of the highest ranking otherwise.
 * Views come and go on any thread.
 */
final class OfferedViews {

  private final List<Offer> offers = new ArrayList<>();
  private final Map<String, View> placed = new HashMap<>();

  private record Offer(View view, ServiceReference<View> reference, long bundle, String name) {

    boolean isBefore(Offer other) {
      return name.equals(other.name)
          ? bundle > other.bundle
          : reference.compareTo(other.reference) > 0;
    }
  }

  /** A view comes. */
  void add(View view, ServiceReference<View> reference) {
    @Nullable Bundle bundle = reference.getBundle();
    if (bundle == null) {
      return; // it has gone already
    }
    synchronized (offers) {
      String name = Objects.requireNonNullElse(bundle.getSymbolicName(), "");
      offers.add(new Offer(view, reference, bundle.getBundleId(), name));
    }
  }

  /** A view goes. */
  void remove(View view) {
    synchronized (offers) {
      offers.removeIf(offer -> offer.view() == view);
    }
  }

  /** The ids of all views, in the order of the views. */
  List<String> ids() {
    synchronized (offers) {
      return offers.stream()
          .map(Offer::view)
          .sorted(Comparator.comparingInt(View::order))
          .map(View::id)
          .distinct()
          .toList();
    }
  }

  private Optional<View> first(String id) {
    synchronized (offers) {
      return offers.stream()
          .filter(offer -> offer.view().id().equals(id))
          .reduce((a, b) -> a.isBefore(b) ? a : b)
          .map(Offer::view);
    }
  }

  /**
   * Puts the view that now belongs there into its place in the window, if another or none is there.
   * On the event dispatch thread.
   *
   * @param add takes a view into the window; the part of another view of its id is closed
   * @param remove leaves a gap in the place of the view of an id
   */
  void place(String id, Consumer<View> add, Consumer<String> remove) {
    Optional<View> wanted = first(id);
    @Nullable View present = placed.get(id);
    if (wanted.isEmpty() && present != null) {
      placed.remove(id);
      remove.accept(id);
    } else if (wanted.isPresent() && wanted.get() != present) {
      placed.put(id, wanted.get());
      add.accept(wanted.get());
    }
  }
}
