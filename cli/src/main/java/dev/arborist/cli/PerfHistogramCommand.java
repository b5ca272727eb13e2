package dev.arborist.cli;

import dev.arborist.adapters.render.plot.HistogramPlot;
import dev.arborist.adapters.render.plot.TextHistogram;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws how the values of benchmarks are distributed. */
@Command(
    name = "histogram",
    description = "Draw how the iterations of benchmarks are distributed.",
    footer = {
      "",
      "Examples:",
      "  arborist perf histogram jmh.json Seed",
      "  arborist perf histogram latest --svg plots"
    })
final class PerfHistogramCommand implements Callable<Integer> {

  private static final int BAR_COLUMNS = 40;
  private static final String NO_NUMBER = "no number was measured";

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      completionCandidates = Words.Runs.class,
      description = "The run.")
  private String reference = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "BENCHMARK",
      defaultValue = "",
      description = "A part of the names of the benchmarks; all by default.")
  private String benchmark = "";

  @Option(
      names = "--svg",
      paramLabel = "DIR",
      description = "Write a picture of each into a directory instead.")
  private @Nullable String directory;

  PerfHistogramCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Verdict verdict = new PerfRuns(terminal, history).load(reference).measured("draw").verdict();
    List<Series> found =
        verdict.series().stream()
            .filter(series -> series.measure().equals(Metric.SCORE))
            .filter(series -> series.benchmark().contains(benchmark))
            .toList();
    if (found.isEmpty()) {
      throw new NotFoundException(
          "no benchmark of " + reference + " has '" + benchmark + "' in its name");
    }
    if (directory == null) {
      terminal.print(text(found));
    } else {
      draw(found, Upwards.directory(terminal, directory));
    }
    return ExitCode.DONE;
  }

  private static List<Double> values(Series series) {
    return series.launches().stream().flatMap(List::stream).toList();
  }

  /** Whether there is a number to draw. */
  private static boolean isMeasured(Series series) {
    return values(series).stream().anyMatch(Double::isFinite);
  }

  private static String text(List<Series> found) {
    StringBuilder text = new StringBuilder();
    for (Series series : found) {
      text.append(text.isEmpty() ? "" : "\n").append(SafeText.of(series.title())).append('\n');
      if (!isMeasured(series)) {
        text.append("  ").append(NO_NUMBER).append('\n');
        continue;
      }
      TextHistogram.of(values(series), series.dimension(), BAR_COLUMNS)
          .forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }

  private void draw(List<Series> found, Path place) throws IOException {
    SvgFiles files = new SvgFiles(place);
    StringBuilder told = new StringBuilder();
    for (Series series : found) {
      if (isMeasured(series)) {
        files.write(
            series.title(), HistogramPlot.of(series.title(), values(series), series.dimension()));
      } else {
        told.append(SafeText.of(series.title())).append(": ").append(NO_NUMBER).append('\n');
      }
    }
    terminal.print(files.written() + told);
  }
}
