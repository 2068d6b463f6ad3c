package axial.workbench.queue;

import axial.run.RunEvent;
import axial.view.run.Course;
import java.util.Arrays;

/** The figures of all batches in arrays that grow. Only on the event dispatch thread. */
final class BatchLog implements Course.Batches {

  private static final int FIRST = 1024;

  private int count;
  private int[] epoch = new int[FIRST];
  private int[] inEpoch = new int[FIRST];
  private int[] ofEpoch = new int[FIRST];
  private double[] loss = new double[FIRST];
  private double[] accuracy = new double[FIRST];
  private double[] recall = new double[FIRST];

  void add(RunEvent.BatchDone batch) {
    if (count == epoch.length) {
      int more = count * 2;
      epoch = Arrays.copyOf(epoch, more);
      inEpoch = Arrays.copyOf(inEpoch, more);
      ofEpoch = Arrays.copyOf(ofEpoch, more);
      loss = Arrays.copyOf(loss, more);
      accuracy = Arrays.copyOf(accuracy, more);
      recall = Arrays.copyOf(recall, more);
    }
    epoch[count] = batch.epoch();
    inEpoch[count] = batch.batch();
    ofEpoch[count] = batch.batches();
    loss[count] = batch.metrics().loss();
    accuracy[count] = batch.metrics().accuracy();
    recall[count] = batch.metrics().recall();
    count++;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int epoch(int index) {
    return epoch[index];
  }

  @Override
  public int inEpoch(int index) {
    return inEpoch[index];
  }

  @Override
  public int ofEpoch(int index) {
    return ofEpoch[index];
  }

  @Override
  public double loss(int index) {
    return loss[index];
  }

  @Override
  public double accuracy(int index) {
    return accuracy[index];
  }

  @Override
  public double recall(int index) {
    return recall[index];
  }
}
