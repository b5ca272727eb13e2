package dev.arborist.adapters.render.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.complexity.CoarseGrowth;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable deliverable; every value comes from the verdict.
 *
 * <p>What was not done is null, never a guess: no regression is denied where nothing was compared.
 */
final class DeliverableReport implements ReportRenderer {

  private static final JsonFactory JSON = new JsonFactory();

  /** The report that lies beside this one and holds the samples. */
  private static final String RESULTS = "report.json";

  private final boolean saved;

  /**
   * A deliverable.
   *
   * @param saved whether the run is kept, so that later ones can be compared with it
   */
  DeliverableReport(boolean saved) {
    this.saved = saved;
  }

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    JsonGenerator json =
        JSON.createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter();
    json.writeStartObject();
    status(verdict, json);
    json.writeObjectFieldStart("deliverables");
    performance(verdict, json);
    memory(verdict, json);
    determinism(verdict, json);
    scalability(verdict, json);
    json.writeEndObject();
    results(verdict, json);
    benchmarks(verdict, json);
    context(verdict, json);
    json.writeEndObject();
    json.close();
    out.write('\n');
    out.flush();
  }

  private static void status(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("execution_status");
    json.writeStringField("status", status(verdict));
    json.writeStringField("agent_name", "arborist");
    json.writeNumberField("tests_written", verdict.judgements().size());
    json.writeNumberField("benchmarks_created", benchmarkCount(verdict));
    json.writeEndObject();
  }

  private static String status(Verdict verdict) {
    if (verdict.gate() == Gate.PASSED) {
      return "success";
    }
    return onlyMeasured(verdict) ? "measured" : "failure";
  }

  /** Whether there are measurements and nobody asked anything of them. */
  private static boolean onlyMeasured(Verdict verdict) {
    return Figures.onlyMeasured(verdict) && !verdict.series().isEmpty();
  }

  /** What the build tolerates undecided has not passed. */
  private static boolean validated(Verdict verdict) {
    Duet duet = verdict.duet();
    boolean decided =
        duet == null || (!duet.rules().isEmpty() && duet.count(Change.INCONCLUSIVE) == 0);
    return verdict.gate() == Gate.PASSED
        && decided
        && (verdict.passed() || verdict.holdsOnlyDuet());
  }

  private static void performance(Verdict verdict, JsonGenerator json) throws IOException {
    List<Judgement> speed =
        Figures.about(verdict, Kind.MEAN, Kind.MEDIAN, Kind.P50, Kind.P95, Kind.P99, Kind.MAX);
    json.writeObjectFieldStart("performance_tests");
    json.writeStringField("file", RESULTS);
    json.writeNumberField("benchmark_count", benchmarkCount(verdict));
    json.writeBooleanField("nfr_targets_validated", validated(speed));
    json.writeEndObject();
  }

  private static void memory(Verdict verdict, JsonGenerator json) throws IOException {
    List<Judgement> memory =
        Figures.about(
            verdict,
            Kind.RETAINED,
            Kind.PEAK_RSS,
            Kind.GROWTH,
            Kind.BYTES_PER_OP,
            Kind.LIVE,
            Kind.LEAK);
    json.writeObjectFieldStart("memory_tests");
    json.writeStringField("file", RESULTS);
    json.writeNumberField("test_count", memory.size());
    json.writeBooleanField("memory_targets_validated", validated(memory));
    json.writeEndObject();
  }

  private static void determinism(Verdict verdict, JsonGenerator json) throws IOException {
    List<Series> repeated =
        verdict.series().stream().filter(series -> series.measure().equals("passRate")).toList();
    List<Double> repetitions =
        repeated.stream()
            .flatMap(series -> series.launches().stream())
            .flatMap(List::stream)
            .toList();
    json.writeObjectFieldStart("determinism_tests");
    json.writeNumberField("run_count", repetitions.size());
    if (repetitions.isEmpty()) {
      json.writeNullField("pass_rate");
    } else {
      json.writeNumberField(
          "pass_rate", repetitions.stream().mapToDouble(rate -> rate).average().orElseThrow());
    }
    json.writeNumberField(
        "flaky_tests_detected",
        repeated.stream().filter(series -> Figures.launches(series).min() < 100).count());
    laboratory(verdict.laboratory(), json);
    json.writeEndObject();
  }

  /** It did not run with this run, so its figures stand by themselves. */
  private static void laboratory(@Nullable Laboratory laboratory, JsonGenerator json)
      throws IOException {
    if (laboratory == null) {
      json.writeNullField("laboratory");
      return;
    }
    Laboratory.Repetitions repetitions = laboratory.repetitions();
    json.writeObjectFieldStart("laboratory");
    json.writeStringField("status", LaboratoryText.word(laboratory.status()));
    json.writeStringField("reason", laboratory.absence());
    json.writeNumberField("run_count", repetitions.runs());
    if (repetitions.runs() == 0) {
      json.writeNullField("pass_rate");
    } else {
      json.writeNumberField("pass_rate", repetitions.passRatePercent());
    }
    json.writeNumberField("flaky_tests_detected", repetitions.flaky().size());
    json.writeNumberField("planted_faults", laboratory.canaries().size());
    json.writeNumberField("planted_faults_found", laboratory.canariesFound());
    json.writeEndObject();
  }

  private static void scalability(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("scalability_tests");
    json.writeStringField("file", RESULTS);
    json.writeArrayFieldStart("data_volumes_tested");
    for (long size :
        verdict.scalings().stream()
            .flatMap(scaling -> scaling.sizes().stream())
            .distinct()
            .sorted()
            .toList()) {
      json.writeNumber(size);
    }
    json.writeEndArray();
    json.writeStringField(
        "scaling_behavior",
        verdict.scalings().stream()
            .map(scaling -> scaling.growth().coarse())
            .max(Comparator.naturalOrder()) // the fastest, or unknown where one of them is
            .map(CoarseGrowth::label)
            .orElse("not measured"));
    json.writeEndObject();
  }

  private static void results(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("nfr_validation_results");
    for (Judgement judgement : verdict.judgements()) {
      json.writeObjectFieldStart(judgement.requirement().id());
      json.writeStringField("target", Figures.target(judgement.requirement()));
      json.writeStringField("actual", judgement.actualText());
      json.writeStringField("status", Figures.outcome(judgement.outcome()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void benchmarks(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("benchmark_summary");
    json.writeNumberField(
        "total_benchmarks",
        Figures.benchmarks(verdict).stream().filter(DeliverableReport::isBenchmark).count()
            + paired(verdict).size());
    json.writeBooleanField("all_benchmarks_passed", validated(verdict));
    json.writeBooleanField("baseline_saved", saved);
    if (regressed(verdict) || compared(verdict)) {
      json.writeBooleanField("regression_detected", regressed(verdict));
    } else {
      json.writeNullField("regression_detected");
    }
    json.writeEndObject();
  }

  /** Whether there is a benchmark of which a regression could be denied. */
  private static boolean compared(Verdict verdict) {
    Regressions regressions = verdict.regressions();
    return (regressions != null && !regressions.comparison().benchmarks().isEmpty())
        || !paired(verdict).isEmpty();
  }

  /** By what is certain, or by a rule that was met. */
  private static boolean regressed(Verdict verdict) {
    Regressions regressions = verdict.regressions();
    Duet duet = verdict.duet();
    return (regressions != null && (regressions.detected() || regressions.gate() == Gate.FAILED))
        || (duet != null && duet.gate() == Gate.FAILED)
        || paired(verdict).stream().anyMatch(one -> one.change() == Change.REGRESSED);
  }

  private static List<DuetResult> paired(Verdict verdict) {
    Duet duet = verdict.duet();
    return duet == null ? List.of() : duet.results();
  }

  private static void context(Verdict verdict, JsonGenerator json) throws IOException {
    List<Judgement> determinism = Figures.about(verdict, Kind.PASS_RATE);
    json.writeObjectFieldStart("orchestration_context");
    json.writeStringField("next_recommended_action", nextAction(verdict));
    json.writeBooleanField("performance_validated", validated(verdict));
    json.writeBooleanField(
        "determinism_confirmed", validated(determinism) && !LaboratoryText.failed(verdict));
    json.writeEndObject();
  }

  private static String nextAction(Verdict verdict) {
    if (verdict.gate() == Gate.PASSED) {
      return "accept";
    }
    Set<String> wrong = new LinkedHashSet<>(ids(verdict.notPassed()));
    Regressions regressions = verdict.regressions();
    if (regressions != null) {
      if (regressions.gate() == Gate.FAILED) {
        wrong.add("what regressed");
      } else if (regressions.gate() == Gate.INCONCLUSIVE) {
        wrong.add("what keeps the runs from being compared");
      }
    }
    Duet duet = verdict.duet();
    if (duet != null && duet.gate() != Gate.PASSED) {
      wrong.add(duet.gate() == Gate.FAILED ? "what regressed" : "what keeps the duet undecided");
    }
    return wrong.isEmpty()
        ? "judge by requirements"
        : "fix " + String.join(", ", wrong) + " and run again";
  }

  private static List<String> ids(List<Judgement> judgements) {
    return judgements.stream().map(judgement -> judgement.requirement().id()).toList();
  }

  private static boolean validated(List<Judgement> judgements) {
    return !judgements.isEmpty() && Figures.allPassed(judgements);
  }

  /** What only shows how fast the machine was is none. */
  private static boolean isBenchmark(Series series) {
    return !series.benchmark().startsWith(RegressionAnalysis.RULERS);
  }

  private static boolean isSpeed(Dimension dimension) {
    return dimension == Dimension.TIME || dimension == Dimension.RATE;
  }

  private static long benchmarkCount(Verdict verdict) {
    return Stream.concat(
            verdict.series().stream()
                .filter(series -> isSpeed(series.dimension()) && isBenchmark(series))
                .map(Series::benchmark),
            paired(verdict).stream().map(result -> result.benchmark().benchmark()))
        .distinct()
        .count();
  }
}
