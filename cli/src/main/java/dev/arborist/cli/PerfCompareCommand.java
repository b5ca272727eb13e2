package dev.arborist.cli;

import dev.arborist.adapters.render.report.ComparisonText;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.statistics.LaunchBounds;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two runs. */
@Command(
    name = "compare",
    description = "Compare a run with an earlier one, benchmark by benchmark.",
    footer = {
      "",
      "Runs of different times are shown and fail nothing unless --fail-if says so.",
      "Those of different machines cannot fail anything: exit code 7 says that no rule",
      "was decided.",
      "",
      "Examples:",
      "  arborist perf compare jmh-old.json jmh.json",
      "  arborist perf compare 0001 0002 --fail-if median:50%%",
      "  arborist perf compare pinned latest --format markdown"
    })
final class PerfCompareCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private HistoryOption history;
  @Mixin private BaselineOption comparison = new BaselineOption();

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      completionCandidates = Words.Runs.class,
      description = "The baseline.")
  private String old = "";

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      completionCandidates = Words.Runs.class,
      description = "What is compared with it.")
  private String now = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Words.ReportFormats.class,
      description =
          "Write the whole report of NEW with the comparison: console, markdown, html, json,"
              + " junit, deliverable, github or jmh.")
  private @Nullable String format;

  PerfCompareCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    ReportFormat chosen = format == null ? null : ReportFormat.parse(format);
    BaselineOption.Comparing comparing = comparison.parse(LaunchBounds.ASSUMED_LOG_SD);
    PerfRuns runs = new PerfRuns(terminal, history);
    PerfRuns.Named baseline = runs.load(old);
    Verdict verdict = comparing.compare(baseline, runs.load(now).measured("compare").verdict());
    Regressions regressions = Objects.requireNonNull(verdict.regressions());
    if (chosen == null) {
      terminal.untilClosed(() -> terminal.print(ComparisonText.render(regressions)));
    } else {
      ReportOption.write(terminal, chosen, null, verdict, false);
    }
    return PerfExit.of(regressions.gate());
  }
}
