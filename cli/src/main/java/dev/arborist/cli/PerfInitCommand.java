package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import dev.arborist.adapters.files.validation.StarterRequirements;
import dev.arborist.adapters.jmh.JmhResultsFile;
import dev.arborist.adapters.jmh.project.JmhProject;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets a project up to be judged. */
@Command(
    name = "init",
    description = "Write requirements to start with, from a project or JMH's results.",
    footer = {
      "",
      "Limits are the measured values and a margin. A history is created beside them,",
      "in .arborist/history.db, where 'check' then saves its runs.",
      "",
      "Examples:",
      "  arborist perf init",
      "  arborist perf init jmh.json --margin 100 --output limits.toml"
    })
final class PerfInitCommand implements Callable<Integer> {

  private static final double PERCENT = 100;

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "A project's directory, this one by default, or a file that JMH wrote.")
  private String path = ".";

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      description = "How much worse than measured is allowed; 50 by default.")
  private double margin = 50;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "requirements.toml",
      description = "Where to write the requirements; requirements.toml by default.")
  private String output = "requirements.toml";

  @Option(names = "--force", description = "Replace the file when it is there.")
  private boolean force;

  PerfInitCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  /** What was found, and the results to take limits from. */
  private record Found(List<String> lines, List<Series> series, String results, Instant when) {}

  @Override
  public Integer call() throws IOException {
    Path file = Upwards.path(terminal, output);
    if (Files.exists(file) && !force) {
      throw new InvalidInputException(
          output + " is there already: name another file with --output, or give --force");
    }
    StarterRequirements starter = starter();
    Path place = Upwards.path(terminal, path);
    Found found = Files.isDirectory(place) ? project(place) : results(place);
    StarterRequirements.Starter written =
        starter.write(
            found.series(), new StarterRequirements.Source(found.results(), found.when(), output));
    WholeFile.requireReplaceable(file);
    String created = createHistory(); // first: what is written already is not written again
    WholeFile.write(file, out -> out.write(written.toml().getBytes(StandardCharsets.UTF_8)));
    StringBuilder text = new StringBuilder();
    found.lines().forEach(line -> text.append(SafeText.of(line)).append('\n'));
    written
        .leftOut()
        .forEach(line -> text.append("left out: ").append(SafeText.of(line)).append('\n'));
    text.append("wrote ").append(output).append(" with ");
    text.append(counted(written.requirements(), "requirement")).append('\n');
    text.append(created);
    terminal.confirm(() -> terminal.print(text.toString()));
    return ExitCode.DONE;
  }

  private StarterRequirements starter() {
    try {
      return new StarterRequirements(margin / PERCENT, JudgeRules.ONE_LOOK);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "--margin "
              + margin
              + " is out of range: give a percentage of 0 to 100000000, such as 50",
          e);
    }
  }

  private String createHistory() {
    HistoryPlace place = history.find().orElse(history.forCreation());
    return place.create() ? "created an empty history at " + place + "\n" : "";
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Found project(Path directory) {
    JmhProject project = JmhProject.look(directory);
    List<String> lines = new ArrayList<>();
    lines.add(
        "found "
            + counted(project.benchmarks().size(), "benchmark")
            + " in the sources"
            + (project.jmhVersions().isEmpty()
                ? ""
                : ", JMH " + String.join(" and ", project.jmhVersions())));
    project.benchmarks().forEach(one -> lines.add("  " + one.benchmark()));
    project.findings().forEach(finding -> lines.add("! " + finding));
    if (project.results().isEmpty()) {
      return new Found(lines, List.of(), "jmh.json", Instant.EPOCH);
    }
    Map.Entry<Path, JmhResultsFile> newest =
        project.results().entrySet().stream()
            .max(
                Map.Entry.<Path, JmhResultsFile>comparingByValue(
                        java.util.Comparator.comparing(one -> one.origin().measuredAt()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow();
    lines.add("took the limits from " + newest.getKey());
    JmhResultsFile results = newest.getValue();
    return new Found(
        lines,
        results.measure().series(),
        newest.getKey().toString(),
        results.origin().measuredAt());
  }

  private Found results(Path file) {
    JmhResultsFile results = JmhResultsFile.read(file);
    List<String> lines = new ArrayList<>();
    lines.add("found " + counted(results.setups().size(), "measured benchmark"));
    results.findings().forEach(finding -> lines.add("! " + finding));
    return new Found(lines, results.measure().series(), path, results.origin().measuredAt());
  }
}
