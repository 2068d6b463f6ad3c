package axial.run.service;

import axial.data.HoldOuts;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.run.ReportWriter;
import axial.run.RunSpec;
import axial.run.events.EventHub;
import axial.run.lease.LeasedExtensions;
import axial.run.stages.Crew;
import axial.train.Trainer;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * The services that a call works with.
 *
 * @param extensions keeps and holds what the call has found
 */
record Workshop(
    BundleContext framework,
    LeasedExtensions extensions,
    EventHub hub,
    Trainer trainer,
    ImageLoader loader,
    ImageStore images,
    HoldOuts holdOuts,
    ReportWriter reports) {

  /** Finds everything that a specification names. */
  Crew crew(RunSpec spec) {
    return Crew.of(spec, extensions, trainer, loader, images, holdOuts);
  }

  /** The services that are not extensions. */
  List<Object> services() {
    return List.of(trainer, loader, images, holdOuts, reports);
  }
}
