package axial.run.store;

import axial.data.Labels;
import axial.explain.Localization;
import axial.run.ExplainedSample;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * {@code localization.csv} after RFC 4180: how well each explanation points at a known finding,
 * beside its regions in a random order and the centre of the image.
 */
final class LocalizationCsv {

  private static final String HEAD =
      "explainer,id,source,class,hit,iou,share,random_hit,random_iou,random_share,"
          + "centre_hit,centre_iou,centre_share,area\r\n";

  private LocalizationCsv() {}

  /** A row for each explanation that was scored. */
  static String text(List<ExplainedSample> explained, Labels labels) {
    return explained.stream()
        .flatMap(e -> e.localization().map(l -> row(e, l, labels)).stream())
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(ExplainedSample explained, Localization l, Labels labels) {
    Stream<String> names =
        Stream.of(
                explained.explanation().explainer(),
                explained.sample().id(),
                explained.sample().source(),
                labels.name(explained.explanation().label()))
            .map(PredictionsCsv::cell);
    Stream<String> numbers =
        Stream.concat(
                Stream.of(l.found(), l.random(), l.centre())
                    .flatMap(s -> DoubleStream.of(s.hit(), s.iou(), s.share()).boxed()),
                Stream.of(l.area()))
            .map(Object::toString);
    return Stream.concat(names, numbers).collect(Collectors.joining(",", "", "\r\n"));
  }
}
