package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.CoarseGrowth;
import dev.arborist.domain.validation.complexity.Growth;
import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.ScalingPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a verdict, each as {@link VerdictWriter} writes it. */
final class VerdictReader {

  private VerdictReader() {}

  static Verdict verdict(String name, JsonView json) {
    if (!json.has("version") || json.whole("version") != VerdictJson.VERSION) {
      throw new InvalidRequirementException(
          name
              + ": this is not a saved run of version "
              + VerdictJson.VERSION
              + ": measure again, or use the arborist that wrote it");
    }
    return new Verdict(
        OriginJson.read(json.object("origin")),
        json.objects("requirements", VerdictReader::judgement),
        json.objects("measurements", VerdictReader::series),
        json.objects("scaling", VerdictReader::scaling),
        json.objects("leaks", VerdictReader::leak),
        json.objects("profiles", VerdictReader::profile),
        laboratory(json.objectOrNull("laboratory")),
        regressions(json.objectOrNull("comparison")),
        duet(json.objectOrNull("duet")),
        facts(json),
        json.texts("warnings"));
  }

  /** The environment of an object. */
  static List<Fact> facts(JsonView json) {
    return json.objects("environment", fact -> new Fact(fact.text("name"), fact.text("value")));
  }

  private static Judgement judgement(JsonView json) {
    Yardstick yardstick =
        json.has("relativeTo")
            ? new Yardstick(json.text("relativeTo"), words(json, "relativeParams"))
            : null;
    Requirement requirement =
        new Requirement(
            json.text("id"),
            json.text("title"),
            json.text("benchmark"),
            words(json, "params"),
            Metric.parse(json.text("metric")),
            new Quantity(json.finite("limit"), json.parsed("unit", VerdictReader::unit)),
            yardstick,
            WhenInconclusive.parse(json.text("inconclusive")));
    return new Judgement(
        requirement,
        json.parsed("outcome", Outcome::valueOf),
        json.numberOrNull("actual"),
        json.numberOrNull("bound"),
        json.numberOrNull("detectable"),
        json.whole("launches"),
        json.text("reason"));
  }

  private static Unit unit(String symbol) {
    return Unit.ofSymbol(symbol)
        .orElseThrow(() -> new IllegalArgumentException("'" + symbol + "' is no unit"));
  }

  private static Scaling scaling(JsonView json) {
    PowerFit fit =
        new PowerFit(
            json.number("exponent"),
            json.number("lower"),
            json.number("upper"),
            json.number("fixedCost"),
            json.number("factor"));
    Growth growth =
        new Growth(
            json.parsed("growth", VerdictReader::growth),
            json.texts("alternatives").stream().map(VerdictReader::growth).toList(),
            json.parsed(
                "coarseGrowth",
                label -> labelled(CoarseGrowth.values(), CoarseGrowth::label, label)));
    return new Scaling(
        json.text("benchmark"),
        json.text("parameter"),
        words(json, "params"),
        json.objects(
            "points",
            point -> new ScalingPoint((long) point.number("size"), point.numbers("launches"))),
        fit,
        growth,
        json.objects(
            "cliffs",
            cliff ->
                new Cliff(
                    (long) cliff.number("smaller"),
                    (long) cliff.number("larger"),
                    cliff.number("localExponent"))));
  }

  private static GrowthClass growth(String label) {
    return labelled(GrowthClass.values(), GrowthClass::label, label);
  }

  private static <T> T labelled(T[] values, Function<T, String> labels, String label) {
    return Arrays.stream(values)
        .filter(value -> labels.apply(value).equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + label + "'"));
  }

  private static LeakReport leak(JsonView json) {
    return new LeakReport(
        new SeriesKey(json.text("benchmark"), words(json, "params")),
        json.objects("findings", VerdictReader::finding),
        json.objects(
            "suspects",
            suspect ->
                new Suspect(
                    suspect.text("class"),
                    (long) suspect.number("bytesGrown"),
                    (long) suspect.number("instancesGrown"))));
  }

  private static LeakFinding finding(JsonView json) {
    return new LeakFinding(
        json.flag("leaks"),
        json.number("bytesPerOp"),
        json.number("lower"),
        json.number("pValue"),
        json.number("firstHalfSlope"),
        json.number("secondHalfSlope"),
        json.whole("batches"),
        json.text("reason"));
  }

  private static Profile profile(JsonView json) {
    return new Profile(
        json.text("benchmark"),
        words(json, "params"),
        (long) json.number("samples"),
        shares(json, "methods"),
        shares(json, "allocations"));
  }

  private static List<Profile.Share> shares(JsonView json, String name) {
    return json.objects(
        name, share -> new Profile.Share(share.text("name"), share.number("percent")));
  }

  private static @Nullable Laboratory laboratory(@Nullable JsonView json) {
    return json == null ? null : LaboratoryJson.read(json);
  }

  private static @Nullable Duet duet(@Nullable JsonView json) {
    return json == null ? null : DuetJson.read(json);
  }

  private static @Nullable Regressions regressions(@Nullable JsonView json) {
    return json == null ? null : RegressionsReader.read(json);
  }

  private static Series series(JsonView json) {
    Series series =
        new Series(
            json.text("benchmark"),
            words(json, "params"),
            json.text("measure"),
            json.text("mode"),
            json.parsed("dimension", Dimension::valueOf),
            json.rows("launches"));
    if (series.launches().isEmpty() || series.launches().stream().anyMatch(List::isEmpty)) {
      throw json.refused("launches", " are not all there: each holds a value at least");
    }
    series.launches().stream()
        .flatMap(List::stream)
        .filter(value -> !isPossible(value, series))
        .findFirst()
        .ifPresent(
            value -> {
              throw json.refused("launches", " cannot hold " + value);
            });
    return series;
  }

  /**
   * Whether something measured can be so. A difference in memory may be negative, a benchmark's own
   * time, rate or size is not: it would keep every limit.
   */
  private static boolean isPossible(double value, Series series) {
    boolean own = series.measure().equals(Metric.SCORE);
    return switch (series.dimension()) {
      case TIME, RATE -> !(value < 0) && !Double.isInfinite(value);
      case SIZE -> !(own && value < 0) && !Double.isInfinite(value);
      case SHARE, NUMBER -> true;
    };
  }

  private static SortedMap<String, String> words(JsonView json, String name) {
    return new TreeMap<>(json.words(name));
  }
}
