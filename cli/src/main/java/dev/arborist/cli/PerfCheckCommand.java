package dev.arborist.cli;

import dev.arborist.adapters.files.validation.JsonRequirements;
import dev.arborist.adapters.files.validation.TomlRequirements;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.statistics.LaunchBounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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

  private static final String DEFAULT_REQUIREMENTS = "requirements.toml";

  private final Terminal terminal;
  @Mixin private HistoryOption history;
  @Mixin private ReportOption report;
  @Mixin private BaselineOption comparison = new BaselineOption();

  @Parameters(paramLabel = "RESULTS", arity = "1..*", description = "What was measured.")
  private List<String> results = new ArrayList<>();

  @Option(
      names = "--requirements",
      paramLabel = "FILE",
      description =
          "The requirements, in TOML, or in JSON when the name ends so; requirements.toml by"
              + " default. May be repeated.")
  private List<String> requirements = new ArrayList<>();

  @Option(
      names = "--spec",
      paramLabel = "NAMESPACE/KEY",
      description = "Take the requirements from a document that 'arborist spec' keeps.")
  private @Nullable String specification;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Judge only what is required of benchmarks whose whole name matches.")
  private @Nullable String only;

  @Option(
      names = "--inconclusive",
      paramLabel = "POLICY",
      description = "fail or warn: what becomes of what is undecided, whatever the file says.")
  private @Nullable String inconclusive;

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
      description =
          "Compare with a run: a file, a number, latest or pinned; by default the pinned one.")
  private @Nullable String baseline;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What to call the run in the history.")
  private String label = "";

  @Option(names = "--no-save", description = "Do not save the run.")
  private boolean unsaved;

  @Mixin private QueueOption queue;

  PerfCheckCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
    report = new ReportOption(terminal);
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    PerfRuns runs = new PerfRuns(terminal, history);
    SavedMeasurements measured = new SavedMeasurements(runs.loadAll(results));
    Verdict verdict =
        Services.examiner(InstantSource.system())
            .examine(source(), measured, measured.origin().labelled(label), effort());
    Optional<PerfRuns.Named> reference = baseline(runs);
    if (reference.isPresent()) {
      verdict = comparison.compare(reference.get(), verdict, singleLaunchLogSd);
    }
    boolean saved = save(verdict);
    report.write(verdict, saved);
    return PerfExit.of(verdict.gate());
  }

  private Effort effort() {
    try {
      JudgeRules rules = new JudgeRules(JudgeRules.ONE_LOOK.confidence(), singleLaunchLogSd);
      return new Effort(rules, Duration.ZERO);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }

  private RequirementSource source() throws IOException {
    List<RequirementSource> sources = new ArrayList<>();
    for (String file :
        requirements.isEmpty() && specification == null
            ? List.of(DEFAULT_REQUIREMENTS)
            : requirements) {
      Path path = Upwards.path(terminal, file);
      sources.add(
          file.endsWith(".json")
              ? new JsonRequirements(file, text(path, file))
              : new TomlRequirements(path));
    }
    if (specification != null) {
      sources.add(document(specification));
    }
    Predicate<Requirement> wanted = wanted();
    return () ->
        sources.stream()
            .flatMap(source -> source.load().stream())
            .filter(wanted)
            .map(this::underPolicy)
            .toList();
  }

  private static String text(Path path, String name) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new InvalidInputException("there is no file " + name + " with requirements");
    }
    return Files.readString(path, StandardCharsets.UTF_8);
  }

  private RequirementSource document(String name) {
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1) {
      throw new InvalidInputException(
          "'" + name + "' names no document: write its namespace, a slash and its key");
    }
    try (var arborist = queue.open()) {
      var found =
          arborist.specifications().get(name.substring(0, slash), name.substring(slash + 1), null);
      return new JsonRequirements(
          "document " + name,
          found.orElseThrow(() -> new NotFoundException("there is no document " + name)).json());
    }
  }

  private Predicate<Requirement> wanted() {
    if (only == null) {
      return requirement -> true;
    }
    try {
      Pattern pattern = Pattern.compile(only);
      return requirement -> pattern.matcher(requirement.benchmark()).find();
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          "'" + only + "' is not a regular expression: " + e.getDescription(), e);
    }
  }

  private Requirement underPolicy(Requirement requirement) {
    return inconclusive == null
        ? requirement
        : requirement.underPolicy(WhenInconclusive.parse(inconclusive));
  }

  /** The run to compare with; without an option the pinned one, if there is one. */
  private Optional<PerfRuns.Named> baseline(PerfRuns runs) throws IOException {
    if (baseline != null) {
      return Optional.of(runs.load(baseline));
    }
    Optional<PerfRuns.Named> pinned = runs.pinned();
    if (pinned.isEmpty() && comparison.mustCompare()) {
      terminal.err().println("no baseline yet: nothing is compared, so --fail-if fails nothing");
    }
    return pinned;
  }

  private boolean save(Verdict verdict) {
    Optional<Path> place = unsaved ? Optional.empty() : history.find();
    if (place.isEmpty()) {
      return false;
    }
    try (RunHistory runs = HistoryOption.open(place.get())) {
      RunId id = runs.save(verdict);
      terminal.err().println("saved as run " + id);
    }
    return true;
  }
}
