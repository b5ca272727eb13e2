package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.BoxPlot;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.LaunchValues;
import dev.arborist.domain.validation.report.Subjects;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The values that a judgement rests on, as a plot shows them.
 *
 * @param groups one a series
 * @param dimension what the values are
 * @param samples how many values were measured in all
 * @param what what the values are, in a phrase
 */
record Evidence(List<BoxPlot.Group> groups, Dimension dimension, long samples, String what) {

  private static final double PERCENT = 100;

  Evidence {
    groups = List.copyOf(groups);
  }

  /** The series that a judgement is about, empty when nothing was measured. */
  static Evidence of(Judgement judgement, Verdict verdict) {
    Requirement requirement = judgement.requirement();
    List<Series> about = Subjects.of(requirement, verdict.series());
    long samples =
        about.stream().flatMap(one -> one.launches().stream()).mapToLong(List::size).sum();
    Dimension dimension = requirement.limit().unit().dimension();
    Yardstick yardstick = requirement.yardstick();
    if (yardstick != null) {
      List<BoxPlot.Group> ratios = ratios(requirement, yardstick, about, verdict);
      String what = "The ratio to " + yardstick.benchmark() + ", launch by launch";
      return new Evidence(ratios, dimension, samples, what);
    }
    Kind kind = requirement.metric().kind();
    List<BoxPlot.Group> groups = new ArrayList<>();
    for (Series series : about) {
      if (isDrawn(kind) && series.dimension() == dimension) {
        groups.add(new BoxPlot.Group(label(series, about), values(series, kind)));
      }
    }
    return new Evidence(groups, dimension, samples, what(kind));
  }

  /** A limit on a trend or a share of repetitions is not one on the values themselves. */
  private static boolean isDrawn(Kind kind) {
    return kind != Kind.EXPONENT && kind != Kind.PASS_RATE && kind != Kind.LEAK;
  }

  /** How many different values there are; with fewer than two there is nothing to draw. */
  long differentValues() {
    return groups.stream().flatMap(group -> group.values().stream()).distinct().count();
  }

  /** The parameters alone where all are of one benchmark. */
  private static String label(Series series, List<Series> about) {
    boolean one = about.stream().allMatch(other -> other.benchmark().equals(series.benchmark()));
    String params = HtmlNames.withParams("", series.params()).strip();
    return one && !params.isEmpty() ? params : ShortNames.ofSeries(about).title(series);
  }

  /** One value a launch where launches are compared, else all of them. */
  private static List<Double> values(Series series, Kind kind) {
    return switch (kind) {
      case MAX, GROWTH, COUNTER, PASS_RATE, LIVE, OPERATIONS, LEAK ->
          series.launches().stream().flatMap(List::stream).toList();
      case MEDIAN, MEAN, P50, P95, P99, BYTES_PER_OP, RETAINED, PEAK_RSS, EXPONENT, RATIO, STAGE ->
          LaunchValues.of(series, kind);
    };
  }

  private static String what(Kind kind) {
    return switch (kind) {
      case MEDIAN -> "The median of each launch";
      case P50, P95, P99 -> "The " + kind.name().toLowerCase(Locale.ROOT) + " of each launch";
      case LIVE, LEAK -> "The live bytes after each batch";
      case MAX, GROWTH, COUNTER, PASS_RATE, OPERATIONS -> "Every value observed";
      case MEAN, BYTES_PER_OP, RETAINED, PEAK_RSS, EXPONENT, RATIO, STAGE ->
          "The mean of each launch";
    };
  }

  private static List<BoxPlot.Group> ratios(
      Requirement requirement, Yardstick yardstick, List<Series> about, Verdict verdict) {
    Kind kind = requirement.metric().kind();
    double factor = requirement.limit().unit().dimension() == Dimension.SHARE ? PERCENT : 1;
    List<BoxPlot.Group> groups = new ArrayList<>();
    List<Series> comparable =
        about.stream().filter(series -> series.dimension() != Dimension.RATE).toList();
    for (Series series : comparable) {
      Optional<Series> other =
          verdict.series().stream()
              .filter(one -> one.measure().equals(series.measure()))
              .filter(one -> one.mode().equals(series.mode()))
              .filter(one -> yardstick.isAbout(one.benchmark(), one.params(), series.params()))
              .findFirst();
      List<Double> values = LaunchValues.of(series, kind);
      List<Double> others = other.map(one -> LaunchValues.of(one, kind)).orElse(List.of());
      if (values.size() == others.size()) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
          ratios.add(factor * values.get(i) / others.get(i));
        }
        groups.add(new BoxPlot.Group(label(series, comparable), ratios));
      }
    }
    return groups;
  }
}
