package axial.run.lease;

import axial.extension.Leases;
import axial.job.Extension;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The extensions as one call sees them: what it has found once it keeps to its end, and holds its
 * bundle. Of the extensions that nobody chooses, prediction engines, those that are listed are
 * held.
 */
public final class LeasedExtensions implements Extensions {

  private final Extensions all;
  private final Leases leases;
  private final Leases.Lease lease;
  private final List<Found> found = new CopyOnWriteArrayList<>();

  /** An extension that the call uses. */
  public record Found(Class<? extends Extension> type, String id, Extension extension) {}

  /** The extensions of a call that holds that lease. */
  public LeasedExtensions(Extensions all, Leases leases, Leases.Lease lease) {
    this.all = all;
    this.leases = leases;
    this.lease = lease;
  }

  /** What the call has found so far, and holds. */
  public List<Found> found() {
    return List.copyOf(found);
  }

  @Override
  public <T extends Extension> List<T> all(Class<T> type) {
    Map<String, T> byId = new TreeMap<>();
    for (T extension : all.all(type)) {
      if (type != PredictionEngine.class || holds(type, extension.id(), extension)) {
        byId.put(extension.id(), extension);
      }
    }
    for (Found one : found) {
      if (one.type() == type && retiresOnly(one.extension())) {
        byId.put(one.id(), type.cast(one.extension()));
      }
    }
    return List.copyOf(byId.values());
  }

  @Override
  public <T extends Extension> T find(Class<T> type, String id) {
    for (Found one : found) {
      if (one.type() == type && one.id().equals(id) && isActive(one.extension())) {
        return type.cast(one.extension());
      }
    }
    T extension = lease.take("\"" + id + "\"", () -> all.find(type, id));
    remember(type, id, extension);
    return extension;
  }

  private boolean holds(Class<? extends Extension> type, String id, Extension extension) {
    if (!lease.add(List.of(extension))) {
      return false;
    }
    remember(type, id, extension);
    return true;
  }

  private void remember(Class<? extends Extension> type, String id, Extension extension) {
    if (found.stream().noneMatch(one -> one.extension() == extension && one.type() == type)) {
      found.add(new Found(type, id, extension));
    }
  }

  /** Whether it works still and is kept from others only because its bundle retires. */
  private boolean retiresOnly(Extension extension) {
    @Nullable Bundle bundle = FrameworkUtil.getBundle(extension.getClass());
    return bundle != null
        && leases.retires(bundle.getBundleId())
        && bundle.getState() == Bundle.ACTIVE;
  }

  private static boolean isActive(Extension extension) {
    @Nullable Bundle bundle = FrameworkUtil.getBundle(extension.getClass());
    return bundle == null || bundle.getState() == Bundle.ACTIVE;
  }

  @Override
  public List<Status> statuses() {
    return new ArrayList<>(all.statuses());
  }

  @Override
  public void reportFailure(Extension extension, Throwable cause) {
    all.reportFailure(extension, cause);
  }
}
