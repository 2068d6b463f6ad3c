package axial.audit.inspect;

import axial.extension.BundleName;
import axial.extension.Leases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Leases without a framework: what is held now. */
final class OpenLeases implements Leases {

  private final List<Object> held = new ArrayList<>();

  /** What is held now. */
  List<Object> held() {
    return List.copyOf(held);
  }

  @Override
  public Lease hold(String holder, Collection<?> services) {
    held.addAll(services);
    return new Lease() {
      @Override
      public boolean add(Collection<?> more) {
        held.addAll(more);
        return true;
      }

      @Override
      public void close() {
        held.clear();
      }
    };
  }

  @Override
  public List<String> holders(BundleName bundle) {
    return List.of();
  }

  @Override
  public List<String> holders(long bundle) {
    return List.of();
  }

  @Override
  public void retire(Collection<Long> bundles) {}

  @Override
  public boolean retires(long bundle) {
    return false;
  }

  @Override
  public Watch onRelease(Runnable listener) {
    return () -> {};
  }
}
