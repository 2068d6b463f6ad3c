package axial.run.service;

import axial.data.HoldOuts;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.run.Extensions;
import axial.run.ReportWriter;
import axial.run.RunSpec;
import axial.run.events.EventHub;
import axial.run.stages.Crew;
import axial.train.Trainer;
import org.osgi.framework.BundleContext;

/** The services that every run works with. */
record Workshop(
    BundleContext framework,
    Extensions extensions,
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
}
