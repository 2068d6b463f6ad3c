package axial.run.service;

import axial.data.Memoriser;
import axial.job.Progress;
import axial.run.RunListener;
import java.util.Optional;

/**
 * One call of {@link axial.run.Runs}.
 *
 * @param workshop the services that it works with
 * @param memoriser what plain memory scores is asked of it; nothing while no bundle offers one
 * @param listener hears of it on the calling thread
 * @param progress hears how far it is, and may cancel it
 */
record RunCall(
    Workshop workshop, Optional<Memoriser> memoriser, RunListener listener, Progress progress) {}
