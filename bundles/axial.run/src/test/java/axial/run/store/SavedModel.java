package axial.run.store;

import axial.data.Labels;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.Network;
import axial.model.Parameter;
import axial.model.TrainableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model that can be saved, and nothing else. */
final class SavedModel implements TrainableModel {

  @Override
  public void save(Path file) {
    try {
      Files.writeString(file, "weights");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public Network network() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Labels labels() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double[][] predict(Batch batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Step fit(Batch batch, int[] truth, double[] weights, Seed seed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Parameter> parameters() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLearningRate(double learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
