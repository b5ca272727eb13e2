package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/** What each launch of a series is worth, by the metric that is asked for. */
public final class LaunchValues {

  private LaunchValues() {}

  /** The value of each launch: the median of its iterations, or their mean. */
  public static List<Double> of(Series series, Kind kind) {
    return series.launches().stream()
        .map(Summary::of)
        .map(
            summary ->
                switch (kind) {
                  case MEDIAN -> summary.median();
                  case MAX, COUNTER -> summary.max();
                  case MEAN,
                      P50,
                      P95,
                      P99,
                      BYTES_PER_OP,
                      RETAINED,
                      PEAK_RSS,
                      GROWTH,
                      EXPONENT,
                      PASS_RATE,
                      RATIO,
                      STAGE,
                      LIVE,
                      OPERATIONS,
                      LEAK ->
                      summary.mean();
                })
        .toList();
  }
}
