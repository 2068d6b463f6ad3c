package axial.run.service;

import axial.job.Progress;
import axial.run.RunListener;

/**
 * One call of {@link axial.run.Runs}.
 *
 * @param workshop the services that it works with
 * @param listener hears of it on the calling thread
 * @param progress hears how far it is, and may cancel it
 */
record RunCall(Workshop workshop, RunListener listener, Progress progress) {}
