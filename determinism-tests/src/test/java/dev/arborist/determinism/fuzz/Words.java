package dev.arborist.determinism.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import picocli.CommandLine.Model.ArgSpec;

/** What is typed for an option or a parameter: mostly what it takes, sometimes anything. */
final class Words {

  private static final int ODD_IN = 6;

  private static final List<String> TASKS =
      List.of("1", "2", "3", "#4", "5", "7", "9", "11", "12", "00000000-0000-7000", "99", "0");
  private static final List<String> FILES =
      List.of(
          "files/own.jsonl",
          "files/batch.jsonl",
          "files/document.json",
          "files/requirements.toml",
          "files/jmh.json",
          "files/run.json",
          "files",
          "made/new.txt",
          "new.db",
          ".arborist/queue.db",
          ".arborist/history.db",
          "files/nothing",
          "-",
          ".");
  private static final List<String> RUNS =
      List.of("latest", "pinned", "1", "0001", "2", "3", "files/jmh.json", "files/run.json");
  private static final List<String> TIMES =
      List.of(
          "2027-01-01",
          "2026-12-01T08:00:00Z",
          "+2d",
          "-90m",
          "+0s",
          "1970-01-01",
          "9999-12-31",
          "0000-01-01",
          "2026-02-29",
          "+999999999w",
          "-999999999w",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "2026-12-01T08:00:00+18:00",
          "9999-12-31T23:59:59-18:00");
  private static final List<String> DURATIONS =
      List.of(
          "10m",
          "30s",
          "4h",
          "1d",
          "2w",
          "1ms",
          "0s",
          "1s",
          "3650d",
          "3651d",
          "999999999w",
          "9999999999s",
          "999ms");
  private static final List<String> NUMBERS =
      List.of(
          "1",
          "2",
          "5",
          "10",
          "0",
          "3",
          "20",
          "100",
          "-1",
          "2147483647",
          "-2147483648",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "1.5",
          "1e9",
          "0x10",
          "+7");
  private static final List<String> DOUBLES =
      List.of("0.25", "5", "50", "1", "0", "-1", "NaN", "Infinity", "1e308", "1e999", "5%", "-0");
  private static final List<String> TEXTS =
      List.of(
          "Write the parser",
          "main",
          "writer",
          "task:1:specs",
          "plan",
          "key-1",
          "w-1",
          "done",
          "/phases/0",
          "Seed",
          "{\"a\": 1}",
          "[]",
          "null",
          "1",
          "-",
          "task:1:specs/plan");

  /**
   * In order, since one of them is picked by its place: such a map begins elsewhere in each JVM.
   */
  private static final SortedMap<String, List<String>> BY_LABEL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("TASK", TASKS),
              Map.entry("PREREQUISITE", TASKS),
              Map.entry("FILE", FILES),
              Map.entry("PATH", FILES),
              Map.entry("DIR", List.of("made", "files", "made/deep", ".", "files/own.jsonl")),
              Map.entry("RUN", RUNS),
              Map.entry("RESULTS", RUNS),
              Map.entry("OLD", RUNS),
              Map.entry("NEW", RUNS),
              Map.entry("TIME", TIMES),
              Map.entry("DURATION", DURATIONS),
              Map.entry("AGE", List.of("30d", "1w", "2m", "1y", "0d", "999999999y", "5x")),
              Map.entry("WHEN", List.of("always", "never", "conditional", "auto", "2026-01-01")),
              Map.entry("PERCENT", DOUBLES),
              Map.entry("RULE", List.of("regressed", "median:5%", "p99:10%", "mean:-1%", "x:y:z")),
              Map.entry("COLUMN", List.of("score", "name", "score,error", "p99", "bytes")),
              Map.entry("TOKEN", List.of("1", "2", "3", "0", "-1", "9223372036854775807"))));

  /** What is wrong nearly everywhere. */
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\t\n\r",
          "-",
          "--",
          "---",
          "-5",
          "=",
          "a=b",
          ",",
          "1,,2",
          "@files/own.jsonl",
          "@",
          "%n%s%d%",
          "${sys:user.home}",
          "$(id)`id`",
          "'\"\\",
          "\u0000",
          "a\u0000b",
          "\u001b[31mred\u001b]0;title\u0007",
          "\u202eesrever\u2066\u2069",
          "\ud800",
          "x\udc00y",
          "\ufeff",
          "\ufffd",
          "\u2028\u2029\u0085",
          "e\u0301\u0301\u0301",
          "👩🏽‍💻🇹🇷",
          "\u0130\u0131\u00df",
          "٣",
          "0",
          "-0",
          "1e999",
          "NaN",
          "99999999999999999999999999",
          "(",
          "[a",
          "*",
          "~",
          "null",
          "true",
          "[".repeat(2_000),
          "a,".repeat(3_000),
          "x".repeat(65_536),
          "\u0301".repeat(65_536),
          "9".repeat(5_000));

  private final SplittableRandom random;

  Words(SplittableRandom random) {
    this.random = random;
  }

  /** One of several. */
  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** What is wrong nearly everywhere. */
  String odd() {
    return any(ODD);
  }

  /** A value, often one that is taken. */
  String valueOf(ArgSpec place) {
    if (random.nextInt(ODD_IN) == 0) {
      return random.nextBoolean() ? odd() : any(any(List.copyOf(BY_LABEL.values())));
    }
    StringBuilder value = new StringBuilder(one(place));
    while (place.splitRegex().equals(",") && random.nextInt(3) == 0) {
      value.append(',').append(one(place));
    }
    return value.toString();
  }

  private String one(ArgSpec place) {
    Iterable<String> candidates = place.completionCandidates();
    List<String> offered = new ArrayList<>();
    if (candidates != null) {
      candidates.forEach(offered::add);
    }
    List<String> known = BY_LABEL.get(place.paramLabel());
    if (!offered.isEmpty() && (known == null || random.nextBoolean())) {
      return any(offered);
    }
    if (known != null) {
      return any(known);
    }
    Class<?> type = place.auxiliaryTypes()[0];
    if (type == double.class || type == Double.class) {
      return any(DOUBLES);
    }
    boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return any(number ? NUMBERS : TEXTS);
  }
}
