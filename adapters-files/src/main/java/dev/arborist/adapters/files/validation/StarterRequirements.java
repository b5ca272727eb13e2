package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** A limit that is so far away is none, and could be too large for a number. */
  public static final double MARGIN_MAX = 1_000_000;

  /** Checks the margin. */
  public StarterRequirements {
    if (!(margin >= 0 && margin <= MARGIN_MAX)) {
      throw new IllegalArgumentException(
          "a margin is a share from 0 to " + MARGIN_MAX + " such as 0.2, not " + margin);
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

  /** Requirements for everything measured that can be limited, in the order of the series. */
  public Starter write(List<Series> measured, Source source) {
    Map<StarterSubject, List<Series>> subjects = new LinkedHashMap<>();
    for (Series series : measured) {
      StarterSubject.of(series)
          .ifPresent(
              subject -> subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(series));
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
                subject.described(name)
                    + " has no limit of "
                    + subject.metric()
                    + ": "
                    + e.reason());
          }
        });
    return new Starter(StarterText.of(source, margin, tables, leftOut), tables.size(), leftOut);
  }

  private String table(
      int number,
      String name,
      StarterSubject subject,
      List<Series> own,
      Map<String, List<Series>> byBenchmark) {
    if (name.isBlank() || !subject.isWritable(name)) {
      throw new StarterLimit.Unlimited("its name or its parameters cannot be written");
    }
    boolean larger = subject.isRate();
    StarterLimit limit =
        subject.judgedBy(name, byBenchmark).stream()
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
            TomlText.quoted(subject.title(name, written)),
            TomlText.quoted(name),
            params,
            subject.metric(),
            written);
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
    return measured
        + String.format(
            Locale.ROOT,
            """
            # %s: what can be judged is the measured value %s %.3g,
            # which is more than the margin; measure with more launches (-f 5) for a tighter limit
            """,
            limit.launches() == 1
                ? "a single launch says little about the next"
                : "the launches differ",
            dimension == Dimension.RATE ? "divided by" : "times",
            limit.factor());
  }
}
