package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Writes requirements to start from: what was measured, and a margin, as limits.
 *
 * <p>They hold for the measurements that they were made from. Where the margin is less than a judge
 * needs to be sure, as with a single launch, the limit is what the judge needs, and a comment says
 * so. Stateless.
 *
 * @param margin how much worse a value may become, as a share: 0.2 allows 1.2 times a time or a
 *     size, and a rate divided by 1.2
 * @param rules how sure the judge is who will judge by them
 */
public record StarterRequirements(double margin, JudgeRules rules) {

  /** Checks the margin. */
  public StarterRequirements {
    if (!(margin >= 0 && Double.isFinite(margin))) {
      throw new IllegalArgumentException("a margin is a share such as 0.2, not " + margin);
    }
  }

  /**
   * Where measurements come from, for the comment at the top.
   *
   * @param results the results file, as it is named on the command line
   * @param measuredAt when they were taken
   * @param requirements the file that is written, as it is named on the command line
   */
  public record Source(String results, Instant measuredAt, String requirements) {}

  /**
   * Requirements, written.
   *
   * @param toml the text of the file; without requirements it is a template
   * @param requirements how many requirements there are in it
   * @param leftOut what got no requirement and why, a sentence each
   */
  public record Starter(String toml, int requirements, List<String> leftOut) {

    /** Keeps its own copy. */
    public Starter {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** What one requirement is about. */
  private record Subject(
      String benchmark, SortedMap<String, String> params, Metric metric, Dimension dimension) {}

  /** Requirements for everything measured that can be limited, in the order of the series. */
  public Starter write(List<Series> measured, Source source) {
    Map<Subject, List<Series>> subjects = new LinkedHashMap<>();
    for (Series series : measured) {
      if (isLimited(series)) {
        Subject subject =
            new Subject(series.benchmark(), series.params(), metric(series), series.dimension());
        subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(series);
      }
    }
    BenchmarkNames names = new BenchmarkNames(measured.stream().map(Series::benchmark).toList());
    Map<String, List<Series>> byBenchmark =
        measured.stream()
            .collect(
                Collectors.groupingBy(Series::benchmark, LinkedHashMap::new, Collectors.toList()));
    List<String> tables = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    subjects.forEach(
        (subject, own) -> {
          String name = names.shortest(subject.benchmark());
          try {
            tables.add(table(tables.size() + 1, name, subject, own, byBenchmark));
          } catch (StarterLimit.Unlimited e) {
            leftOut.add(
                TomlText.shown(subject(name, subject.params()))
                    + " has no limit of "
                    + subject.metric()
                    + ": "
                    + e.reason());
          }
        });
    return new Starter(StarterText.of(source, margin, tables, leftOut), tables.size(), leftOut);
  }

  private static boolean isLimited(Series series) {
    return switch (series.measure()) {
      case Metric.SCORE ->
          series.dimension() == Dimension.TIME || series.dimension() == Dimension.RATE;
      case "p99" -> series.dimension() == Dimension.TIME;
      case "bytesPerOp" -> series.dimension() == Dimension.SIZE;
      default -> false;
    };
  }

  private static Metric metric(Series series) {
    return Metric.parse(series.measure().equals(Metric.SCORE) ? "mean" : series.measure());
  }

  private String table(
      int number,
      String name,
      Subject subject,
      List<Series> own,
      Map<String, List<Series>> byBenchmark) {
    if (name.isBlank() || !isWritable(name, subject.params())) {
      throw new StarterLimit.Unlimited("its name or its parameters cannot be written");
    }
    boolean larger = subject.dimension() == Dimension.RATE;
    StarterLimit limit =
        judgedTogether(name, subject, byBenchmark).stream()
            .map(series -> StarterLimit.of(series, margin, rules))
            .reduce((one, other) -> one.or(other, larger))
            .orElseThrow();
    String written = ReadableLimit.keeping(limit.limit(), subject.dimension(), larger);
    String params =
        subject.params().isEmpty() ? "" : "params = " + TomlText.table(subject.params()) + "\n";
    return comment(limit, subject.dimension(), own)
        + String.format(
            Locale.ROOT,
            """
            [[requirement]]
            id = "NFR%03d"
            title = %s
            benchmark = %s
            %smetric = "%s"
            limit = "%s"
            """,
            number,
            TomlText.quoted(title(name, subject, written)),
            TomlText.quoted(name),
            params,
            subject.metric(),
            written);
  }

  /** Everything that the requirement will be judged by, the benchmark's other modes too. */
  private static List<Series> judgedTogether(
      String name, Subject subject, Map<String, List<Series>> byBenchmark) {
    Requirement draft =
        new Requirement(
            "draft",
            "draft",
            name,
            subject.params(),
            subject.metric(),
            new Quantity(1, anyUnit(subject.dimension())),
            null,
            WhenInconclusive.FAIL);
    return byBenchmark.entrySet().stream()
        .filter(entry -> draft.isAboutName(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(series -> draft.isAbout(series.benchmark(), series.params()))
        .filter(series -> series.measure().equals(subject.metric().measure()))
        .filter(series -> series.dimension() == subject.dimension())
        .toList();
  }

  private static Unit anyUnit(Dimension dimension) {
    return Quantity.ofKept(1, dimension).unit();
  }

  private static boolean isWritable(String name, SortedMap<String, String> params) {
    return TomlText.isWritable(name)
        && params.entrySet().stream()
            .allMatch(
                one -> TomlText.isWritable(one.getKey()) && TomlText.isWritable(one.getValue()));
  }

  private String comment(StarterLimit limit, Dimension dimension, List<Series> own) {
    String modes =
        own.stream()
            .map(Series::mode)
            .filter(mode -> !mode.isEmpty())
            .distinct()
            .map(TomlText::shown)
            .collect(Collectors.joining(", "));
    String launches = limit.launches() == 1 ? "a single launch" : limit.launches() + " launches";
    String measured =
        "# measured as "
            + ReadableLimit.value(limit.measured(), dimension)
            + " in "
            + launches
            + (modes.isEmpty() ? "" : ", mode " + modes)
            + "\n";
    if (!limit.isWidened()) {
      return measured;
    }
    String times = String.format(Locale.ROOT, "%.3g", limit.factor());
    String why =
        limit.launches() == 1
            ? "# a single launch says little about the next: what can be judged is "
            : "# the launches differ: what can be judged is ";
    return measured
        + why
        + times
        + " times the measured value, which is more\n"
        + "# than the margin; measure with more launches (-f 5) for a tighter limit\n";
  }

  private static String title(String name, Subject subject, String limit) {
    String about = TomlText.shown(subject(name, subject.params()));
    if (subject.metric().kind() == Kind.P99) {
      return "99 of 100 operations of " + about + " take at most " + limit;
    }
    if (subject.metric().kind() == Kind.BYTES_PER_OP) {
      return about + " allocates at most " + limit + " an operation";
    }
    return about
        + (subject.dimension() == Dimension.RATE ? " reaches at least " : " takes at most ")
        + limit;
  }

  private static String subject(String name, SortedMap<String, String> params) {
    return name
        + (params.isEmpty() ? "" : " with ")
        + params.entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining(" and "));
  }
}
