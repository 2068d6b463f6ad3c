package axial.workbench.data.bench;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.SimilarPair;
import axial.job.Progress;
import axial.run.Deduplicated;
import axial.run.Preparations;
import axial.run.Prepared;
import axial.run.RunRequest;
import axial.workbench.data.work.MadeUp;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Services over very many images: every tenth has a near copy, every fourth a neighbour. A
 * thumbnail is decoded from a PNG of 256 x 256, or, when it is cached, only converted.
 */
final class ManyImages implements Preparations, ImageStore {

  private static final int SIDE = 256;

  private final MadeUp lab;
  private final byte[] png = png();
  private volatile boolean cached;

  ManyImages(MadeUp lab) {
    this.lab = lab;
  }

  void cached(boolean are) {
    cached = are;
  }

  private static byte[] png() {
    BufferedImage drawn = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = i % SIDE - SIDE / 2.0;
      double y = i / SIDE - SIDE / 2.0;
      int noise = i * 31 % 17;
      double round = 200 * Math.exp(-(x * x + y * y) / 9_000);
      drawn.getRaster().setSample(i % SIDE, i / SIDE, 0, (int) Math.min(255, round + noise));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(drawn, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Override
  public Dataset open(RunRequest request, Progress progress) {
    return lab.open(request, progress);
  }

  @Override
  public Deduplicated deduplicate(RunRequest request, Dataset dataset, Progress progress) {
    List<Sample> s = dataset.samples();
    List<DuplicateGroup> groups = new ArrayList<>();
    List<SimilarPair> pairs = new ArrayList<>();
    for (int i = 0; i + 10 < s.size(); i += 10) {
      groups.add(new DuplicateGroup(List.of(s.get(i), s.get(i + 1))));
      pairs.add(pair(s.get(i), s.get(i + 1), SimilarPair.Kind.NEAR));
    }
    for (int i = 2; i + 2 < s.size(); i += 4) {
      pairs.add(pair(s.get(i), s.get(i + 1), SimilarPair.Kind.SERIES));
    }
    Duplicates found = new Duplicates(groups, pairs).apart(dataset.distinct());
    return new Deduplicated(dataset, found, DistinctSamples.of(dataset, found.groups()));
  }

  private static SimilarPair pair(Sample first, Sample second, SimilarPair.Kind kind) {
    return new SimilarPair(first, second, kind, "mirrored", Map.of("phash", 3.0, "residual", 0.02));
  }

  @Override
  public Prepared prepare(RunRequest request, Dataset dataset, Progress progress) {
    return lab.prepare(request, dataset, progress);
  }

  @Override
  public Images open(Dataset dataset, Shape shape) {
    return new Images() {
      @Override
      public Image image(Sample sample) {
        return cached ? level(shape, sample) : decoded(shape);
      }

      @Override
      public Optional<String> note() {
        return Optional.empty();
      }

      @Override
      public void close() {
        cached = false;
      }
    };
  }

  private static Image level(Shape shape, Sample sample) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i + sample.source().hashCode()) % 97 / 97f;
    }
    return new Image(shape, values);
  }

  private Image decoded(Shape shape) {
    try {
      BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
      BufferedImage small =
          new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D g = small.createGraphics();
      g.drawImage(whole, 0, 0, shape.width(), shape.height(), null);
      g.dispose();
      float[] values = new float[shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = small.getRaster().getSample(i % shape.width(), i / shape.width(), 0) / 255f;
      }
      return new Image(shape, values);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public Usage usage() {
    return new Usage(Path.of("cache"), 0, 0);
  }
}
