package dev.arborist.cli;

import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.statistics.LaunchBounds;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges measurements by requirements. */
@Command(
    name = "check",
    description = "Judge measurements by requirements, and fail when one is not met.",
    footer = {
      "",
      "RESULTS is a file that JMH wrote with -rf json, or any other RUN.",
      "Where there is a history the run is saved in it, and compared with the pinned",
      "one. Exit codes: 0 all met, 6 one failed or regressed, 7 undecided.",
      "",
      "Examples:",
      "  arborist perf check --requirements requirements.toml jmh.json",
      "  arborist perf check jmh.json --baseline jmh-old.json --reports target/perf",
      "  arborist perf check jmh.json --format junit --output junit.xml --no-save"
    })
final class PerfCheckCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private RequirementOption requirements;
  @Mixin private HistoryOption history;
  @Mixin private SaveOption saving;
  @Mixin private ReportOption report;
  @Mixin private BaselineOption comparison = new BaselineOption();

  @Parameters(
      paramLabel = "RESULTS",
      arity = "1..*",
      completionCandidates = Words.Runs.class,
      description = "What was measured.")
  private List<String> results = new ArrayList<>();

  @Option(
      names = "--single-launch-sd",
      paramLabel = "SD",
      description =
          "How much launches are taken to spread where there is one: the standard deviation of"
              + " their logarithms, 0.25 by default.")
  private double singleLaunchLogSd = LaunchBounds.ASSUMED_LOG_SD;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      completionCandidates = Words.Runs.class,
      description =
          "Compare with a run: a file, a number, latest or pinned; by default the pinned one.")
  private @Nullable String baseline;

  PerfCheckCommand(Terminal terminal) {
    this.terminal = terminal;
    requirements = new RequirementOption(terminal);
    history = new HistoryOption(terminal);
    saving = new SaveOption(terminal);
    report = new ReportOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    report.requireWritable();
    Effort effort = effort();
    BaselineOption.Comparing comparing = comparison.parse(singleLaunchLogSd);
    PerfRuns runs = new PerfRuns(terminal, history);
    SavedMeasurements measured = new SavedMeasurements(runs.loadMeasured(results, "judge"));
    Verdict verdict =
        Services.examiner(InstantSource.system())
            .examine(
                requirements.source(measured.benchmarks()),
                measured,
                measured.origin().labelled(saving.label()),
                effort);
    Optional<PerfRuns.Named> reference = baseline(runs, comparing);
    if (reference.isPresent()) {
      verdict = comparing.compare(reference.get(), verdict);
    }
    report.write(verdict, saving.save(verdict, history));
    return PerfExit.of(verdict.gate());
  }

  private Effort effort() {
    try {
      JudgeRules rules = new JudgeRules(JudgeRules.ONE_LOOK.confidence(), singleLaunchLogSd);
      return new Effort(rules, Duration.ZERO);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--single-launch-sd: " + e.getMessage(), e);
    }
  }

  /** The run to compare with; without an option the pinned one, if there is one. */
  private Optional<PerfRuns.Named> baseline(PerfRuns runs, BaselineOption.Comparing comparing)
      throws IOException {
    if (baseline != null) {
      return Optional.of(runs.load(baseline));
    }
    Optional<PerfRuns.Named> pinned = runs.pinned();
    if (pinned.isEmpty() && comparing.mustCompare()) {
      terminal.err().println("no baseline yet: nothing is compared, so --fail-if fails nothing");
    }
    return pinned;
  }
}
