package dev.arborist.cli;

import dev.arborist.adapters.render.report.BenchmarkColumn;
import dev.arborist.adapters.render.report.BenchmarkTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the benchmarks of some runs side by side. */
@Command(
    name = "show",
    description = "Show the benchmarks of one run or several in a table.",
    footer = {
      "",
      "Examples:",
      "  arborist perf show jmh.json",
      "  arborist perf show jmh-old.json jmh.json --group-by benchmark --sort mean",
      "  arborist perf show latest --columns mean,p99,alloc --csv"
    })
final class PerfShowCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      completionCandidates = Words.Runs.class,
      description = "The runs.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "COLUMN",
      completionCandidates = Words.Columns.class,
      description =
          "What is shown, separated by commas: min, max, mean, stddev, median, iqr, q1, q3,"
              + " outliers, ops, launches, iterations, p50, p95, p99 or alloc.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      defaultValue = "name",
      completionCandidates = Words.SortKeys.class,
      description = "name (the default) or a column; numbers ascend.")
  private String sort = "name";

  @Option(
      names = "--group-by",
      paramLabel = "GROUP",
      defaultValue = "none",
      completionCandidates = Words.Groups.class,
      description = "none (the default), benchmark, class, params, run or param:NAME.")
  private String groupBy = "none";

  @Option(names = "--csv", description = "Print comma-separated values, in ns, B and ops/s.")
  private boolean csv;

  PerfShowCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    BenchmarkTable table =
        new BenchmarkTable(
            columns.isEmpty()
                ? BenchmarkColumn.DEFAULT
                : columns.stream().map(BenchmarkColumn::parse).toList(),
            sort.toLowerCase(Locale.ROOT),
            groupBy);
    List<BenchmarkTable.Run> runs =
        new PerfRuns(terminal, history)
            .loadMeasured(references, "show in a table").stream()
                .map(run -> new BenchmarkTable.Run(run.name(), run.verdict()))
                .toList();
    terminal.print(csv ? table.csv(runs) : table.text(runs));
    return ExitCode.DONE;
  }
}
