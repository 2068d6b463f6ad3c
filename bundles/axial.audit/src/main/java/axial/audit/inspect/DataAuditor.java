package axial.audit.inspect;

import axial.audit.Audit;
import axial.audit.AuditRequest;
import axial.audit.AuditedPart;
import axial.audit.Auditor;
import axial.audit.Finding;
import axial.audit.MemoryScore;
import axial.audit.Shortcut;
import axial.audit.shortcut.ShortcutCheck;
import axial.data.DuplicateFinder;
import axial.data.Duplicates;
import axial.data.Memoriser;
import axial.extension.Leases;
import axial.job.Choice;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.run.Extensions;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds twins with a duplicate finder, asks the memoriser, and checks for shortcuts. */
@Component
public final class DataAuditor implements Auditor {

  /** About a minute on two cores; beyond it, only some images are asked about. */
  private static final long MOST_COMPARISONS = 500_000_000L;

  private final Extensions extensions;
  private final Memoriser memoriser;
  private final Leases leases;
  private final long mostComparisons;

  /** An auditor that takes its duplicate finders from these extensions. */
  @Activate
  public DataAuditor(
      @Reference Extensions extensions, @Reference Memoriser memoriser, @Reference Leases leases) {
    this(extensions, memoriser, leases, MOST_COMPARISONS);
  }

  DataAuditor(Extensions extensions, Memoriser memoriser, Leases leases, long mostComparisons) {
    this.extensions = extensions;
    this.memoriser = memoriser;
    this.leases = leases;
    this.mostComparisons = mostComparisons;
  }

  @Override
  public Audit audit(AuditRequest request, Progress progress) {
    String holder = "audit of " + request.data().name();
    try (Leases.Lease lease = leases.hold(holder, List.of(this, memoriser))) {
      String id = request.finder().id();
      DuplicateFinder finder =
          lease.take("the finder \"" + id + "\"", () -> extensions.find(DuplicateFinder.class, id));
      return audit(request, finder, progress);
    }
  }

  private Audit audit(AuditRequest request, DuplicateFinder finder, Progress progress) {
    Settings settings =
        Settings.of("the finder " + finder.id(), finder.settings(), request.finder().settings());
    Seed seed = new Seed(request.seed());
    JointData joint = JointData.of(request.data(), request.against());
    Duplicates found = finder.find(joint.all(), settings, progress).apart(joint.all().distinct());
    Twins twins = new Twins(joint, found);
    AuditedPart data = twins.describe(joint.data());
    Optional<AuditedPart> against = joint.against().map(twins::describe);
    List<MemoryScore> memory =
        new MemoryCheck(memoriser, joint.all(), mostComparisons, seed.derive("memoriser"), progress)
            .scores(joint, twins);
    List<Shortcut> shortcuts =
        ShortcutCheck.of(
            joint.data().samples(),
            joint.all().labels(),
            twins.within(joint.data()),
            joint.all().pixels(),
            seed.derive("shortcuts"),
            progress);
    List<Finding> findings =
        new Findings(joint.all().labels(), data, against)
            .acrossParts(joint)
            .twins(twins)
            .shortcuts(shortcuts)
            .memory(memory)
            .series(found)
            .classes()
            .leftOut()
            .sorted();
    return new Audit(
        joint.all().labels(),
        data,
        against,
        new Choice(finder.id(), settings.asMap()),
        request.seed(),
        found,
        memory,
        shortcuts,
        findings,
        joint.all().pixels());
  }
}
