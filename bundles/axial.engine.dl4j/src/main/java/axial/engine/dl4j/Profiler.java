package axial.engine.dl4j;

import axial.data.Shape;
import axial.engine.dl4j.layers.OwnLayerWork;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes training steps on noise and tells where their time went. */
final class Profiler {

  private static final int WARM_UP = 5;

  private final Dl4jModel model;
  private final Batch batch;
  private final int[] truth;
  private final double[] ones;

  Profiler(Dl4jModel model, int images) {
    this.model = model;
    Shape input = model.network().input();
    Draws draws = new Seed(1).draws();
    float[] values = new float[Math.multiplyExact(images, input.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    this.batch = new Batch(images, input, values);
    this.truth = new int[images];
    for (int i = 0; i < images; i++) {
      truth[i] = i % model.labels().count();
    }
    this.ones = new double[images];
    Arrays.fill(ones, 1);
  }

  Profile measure(int steps, Progress progress) {
    List<OwnLayerWork> layers = model.computation().own();
    double[][] forward = new double[layers.size()][steps];
    double[][] backward = new double[layers.size()][steps];
    double[] whole = new double[steps];
    for (int s = -WARM_UP; s < steps; s++) {
      progress.check();
      progress.at("Measuring", s + WARM_UP, steps + WARM_UP);
      long began = System.nanoTime();
      model.fit(batch, truth, ones, new Seed(s));
      double seconds = (System.nanoTime() - began) / 1e9;
      for (int l = 0; l < layers.size(); l++) {
        double there = layers.get(l).forward().take();
        double back = layers.get(l).backward().take();
        if (s >= 0) {
          forward[l][s] = there;
          backward[l][s] = back;
        }
      }
      if (s >= 0) {
        whole[s] = seconds;
      }
    }
    return new Profile(batch.size(), rows(forward, backward, whole), median(whole));
  }

  private List<Profile.Row> rows(double[][] forward, double[][] backward, double[] whole) {
    List<Profile.Row> rows = new ArrayList<>();
    List<Shape> shapes = model.network().shapes();
    double[] rest = whole.clone();
    int l = 0;
    for (int i = 0; i < shapes.size() && forward.length > 0; i++) {
      Layer layer = model.network().layers().get(i);
      if (!(layer instanceof Layer.Flatten)) {
        for (int s = 0; s < rest.length; s++) {
          rest[s] -= forward[l][s] + backward[l][s];
        }
        rows.add(
            new Profile.Row(
                layer.kerasName(), shapes.get(i), median(forward[l]), median(backward[l])));
        l++;
      }
    }
    Shape output = shapes.get(shapes.size() - 1);
    String name = rows.isEmpty() ? "whole step" : "images, loss and optimiser";
    rows.add(new Profile.Row(name, output, 0, median(rest)));
    return rows;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
