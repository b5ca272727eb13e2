package dev.arborist.cli;

import dev.arborist.adapters.files.validation.HistoryJson;
import dev.arborist.adapters.render.plot.Drawing;
import dev.arborist.adapters.render.report.RunList;
import dev.arborist.adapters.render.report.TrendTable;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.TrendPoint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the saved runs, or shows how benchmarks developed over them. */
@Command(
    name = "history",
    description = "List the saved runs, or show how benchmarks developed over them.",
    footer = {
      "",
      "Examples:",
      "  arborist perf history",
      "  arborist perf history Seed --limit 20",
      "  arborist perf history --label nightly --json"
    })
final class PerfHistoryCommand implements Callable<Integer> {

  private static final int LIMIT_DEFAULT = 50;

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(
      arity = "0..1",
      paramLabel = "BENCHMARK",
      description = "A part of the names of the benchmarks whose development is shown.")
  private @Nullable String benchmark;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many of the last runs; 50 by default, 0 for all.")
  private int limit = LIMIT_DEFAULT;

  @Option(names = "--label", paramLabel = "TEXT", description = "List runs with this label only.")
  private @Nullable String label;

  @Option(
      names = "--all",
      description = "With BENCHMARK: show memory, percentiles and counters, not only scores.")
  private boolean everything;

  @Option(
      names = "--svg",
      paramLabel = "DIR",
      description = "With BENCHMARK: write a picture of each into a directory instead.")
  private @Nullable String directory;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  PerfHistoryCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new InvalidInputException("--limit " + limit + " is negative: give 0 for all runs");
    }
    if (benchmark == null && (everything || directory != null)) {
      throw new InvalidInputException("--all and --svg are for a development: name a BENCHMARK");
    }
    if (benchmark != null && (json || label != null)) {
      throw new InvalidInputException(
          "--json and --label are for the list of runs: leave BENCHMARK out");
    }
    Output output;
    try (RunHistory runs = history.open()) {
      if (benchmark == null) {
        List<RunSummary> found = runs.list(label, limit);
        output =
            json
                ? () -> HistoryJson.write(found, new BufferedOutputStream(terminal.out()))
                : () -> terminal.print(RunList.render(found));
      } else {
        List<TrendPoint> points = runs.trend(benchmark, limit);
        TrendTable table = new TrendTable(points, everything);
        output = () -> terminal.print(directory == null ? table.text() : draw(table, directory));
      }
    }
    output.write();
    return ExitCode.DONE;
  }

  private String draw(TrendTable table, String place) throws IOException {
    SvgFiles files = new SvgFiles(Upwards.directory(terminal, place));
    for (Map.Entry<String, Drawing> drawing : table.drawings().entrySet()) {
      files.write(drawing.getKey(), drawing.getValue());
    }
    return files.written();
  }
}
