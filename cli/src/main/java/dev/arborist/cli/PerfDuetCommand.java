package dev.arborist.cli;

import dev.arborist.adapters.jmh.duet.DuetSettings;
import dev.arborist.adapters.jmh.duet.JmhPairs;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.in.PairedExaminer.Effort;
import dev.arborist.application.port.in.PairedExaminer.Stage;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.port.out.PairSource.PairedBenchmarks;
import dev.arborist.application.service.Services;
import dev.arborist.cli.VersionsOption.Versions;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.FailCondition;
import dev.arborist.domain.validation.regression.FailCondition.Statistic;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.report.FailRule;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges two versions of any project's benchmarks side by side. */
@Command(
    name = "duet",
    description = "Run two versions of a project's benchmarks in turns, and fail on a regression.",
    footer = {
      "",
      "Both are jars that run with java -jar, as they are, of JMH 1.19 or later; a",
      "class path of several is given as java takes it. In a Git checkout,",
      "--baseline-ref main builds main, and what stands there, in copies of it.",
      "Pairs of JVMs take turns of some milliseconds, so that what slows the machine",
      "slows both. It takes about a minute for each benchmark, and some for a suspect.",
      "Where there is a history the duet is saved in it, as a run like any other.",
      "Exit codes: 0 no rule is met, 6 one is, 7 not all is decided.",
      "",
      "Examples:",
      "  arborist perf duet --baseline old.jar --candidate new.jar --list",
      "  arborist perf duet --baseline old.jar --candidate new.jar --list Gate"
    })
final class PerfDuetCommand implements Callable<Integer> {

  private static final int SEEDS = 1_000_000;
  private static final Duration PATIENCE_MIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE_MAX = Duration.ofDays(1);

  private final Terminal terminal;
  @Mixin private DuetOutcome outcome;

  @Mixin private VersionsOption versions;

  @Parameters(
      paramLabel = "REGEX",
      arity = "0..1",
      defaultValue = "",
      description = "Which benchmarks: what is found in their whole names.")
  private String pattern = "";

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUES",
      description =
          "The values of a parameter, instead of those that the benchmarks name; may be repeated.")
  private List<String> params = List.of();

  @Option(names = "--list", description = "Only list what would be compared.")
  private boolean isListed;

  @Option(
      names = "--screen",
      paramLabel = "N",
      description =
          "How many pairs screen each benchmark; 7 by default. What is counted wants 7 at least.")
  private int screeningPairs = PairedSettings.standard().screeningPairs();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "How many fresh pairs judge a suspect; 30 by default.")
  private int judgingPairs = PairedSettings.standard().judgingPairs();

  @Option(
      names = "--budget",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long the pairs of one benchmark may take; 4m by default.")
  private Duration budget = Duration.ofMinutes(4);

  @Option(
      names = "--alpha",
      paramLabel = "SHARE",
      description =
          "How often a suite without a change may be called slower by its times; 1%% by default.")
  private String alpha = "1%";

  @Option(
      names = "--min-effect",
      paramLabel = "SHARE",
      description = "The least change that is called one; 3%% by default.")
  private String minimumEffect = "3%";

  @Option(
      names = "--fail-if",
      paramLabel = "RULE",
      completionCandidates = Words.FailRules.class,
      description =
          "Fail when a benchmark got worse: 'regressed' (beyond doubt; the default), or the median"
              + " of its pairs by a percentage, such as median:5%%. May be repeated.")
  private List<String> failIf = List.of("regressed");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draws every order; a number by chance by default, which is printed.")
  private @Nullable Long seed;

  @Option(
      names = "--jvm-args",
      paramLabel = "FLAGS",
      description =
          "The flags of the measuring JVMs, instead of a fixed heap, one collector and waiting for"
              + " the compiler; what a benchmark asks for itself comes behind them.")
  private @Nullable String jvmArguments;

  @Option(
      names = "--pinned",
      description =
          "Measure both sides on one processor, where taskset can put them there: not for"
              + " benchmarks whose own threads work in parallel.")
  private boolean isPinned;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      converter = Durations.class,
      description =
          "How long a side may do nothing until it is said to hang, 1s to 1d; 60s by default.")
  private Duration patience = DuetSettings.PATIENCE;

  PerfDuetCommand(Terminal terminal) {
    this.terminal = terminal;
    versions = new VersionsOption(terminal);
    outcome = new DuetOutcome(terminal);
  }

  @Override
  public Integer call() throws IOException {
    outcome.requirePossible();
    if (patience.compareTo(PATIENCE_MIN) < 0 || patience.compareTo(PATIENCE_MAX) > 0) {
      throw new InvalidInputException("--patience: give 1s to 1d");
    }
    Effort effort =
        new Effort(
            settings(),
            budget,
            seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed,
            rules());
    SortedMap<String, List<String>> values = params();
    JmhPairs.expression(pattern); // before versions are built, which takes minutes
    return versions.with(both -> examine(both, values, effort));
  }

  private int examine(Versions both, SortedMap<String, List<String>> values, Effort effort)
      throws IOException {
    PairSource pairs =
        new JmhPairs(
            new DuetSettings(
                both.baseline(),
                both.candidate(),
                pattern,
                values,
                flags(),
                isPinned,
                DuetSettings.EPOCH,
                patience));
    if (isListed) {
      terminal.untilClosed(() -> terminal.print(list(pairs.benchmarks())));
      return ExitCode.DONE;
    }
    return outcome.of(
        both.source(),
        () -> Services.pairedExaminer(InstantSource.system()).examine(pairs, effort, this::tell));
  }

  private List<FailRule> rules() {
    List<FailRule> rules = failIf.stream().map(FailRule::parse).toList();
    for (FailRule rule : rules) {
      FailCondition condition = rule.condition();
      if (condition != null && condition.statistic() != Statistic.MEDIAN) {
        throw new InvalidInputException(
            "--fail-if " + rule + ": pairs have a median only, so write median:5% or regressed");
      }
    }
    return rules;
  }

  private PairedSettings settings() {
    try {
      return new PairedSettings(
          screeningPairs,
          judgingPairs,
          Shares.parse("--alpha", alpha),
          Shares.parse("--min-effect", minimumEffect));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--screen, --pairs, --alpha: " + e.getMessage(), e);
    }
  }

  private SortedMap<String, List<String>> params() {
    SortedMap<String, List<String>> values = new TreeMap<>();
    for (String param : params) {
      int equals = param.indexOf('=');
      List<String> given = List.of(param.substring(equals + 1).split(","));
      if (equals <= 0 || equals == param.length() - 1 || given.isEmpty()) {
        throw new InvalidInputException(
            "--param '" + param + "' is no parameter: write name=value, or name=value,value");
      }
      values.merge(
          param.substring(0, equals),
          given,
          (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }
    return values;
  }

  private List<String> flags() {
    return jvmArguments == null
        ? DuetSettings.QUIET_JVM
        : Stream.of(jvmArguments.split("\\s+")).filter(flag -> !flag.isEmpty()).toList();
  }

  private static String list(PairedBenchmarks benchmarks) {
    return lines("", benchmarks.common())
        + lines("only in the baseline: ", benchmarks.onlyBaseline())
        + lines("only in the candidate: ", benchmarks.onlyCandidate());
  }

  private static String lines(String before, List<PairedBenchmark> benchmarks) {
    return benchmarks.stream()
        .map(one -> before + SafeText.of(one.title()) + "\n")
        .collect(Collectors.joining());
  }

  private void tell(PairedBenchmark benchmark, Stage stage, int number, int of, double logRatio) {
    double percent = Math.expm1(logRatio) * 100;
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%s %d/%d %s %+.1f %%%n",
            stage.name().toLowerCase(Locale.ROOT),
            number,
            of,
            SafeText.of(benchmark.title()),
            percent);
  }
}
