package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.port.out.PairSource.PairedBenchmarks;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhPairsTest {

  private static final String MEMBERS =
      """
        @Param({"1", "2"}) int times;
        java.nio.file.Path ended = java.nio.file.Path.of("ENDED");

        @Setup
        public void begin() {
          BEGIN
        }

        @TearDown
        public void end() throws Exception {
          java.nio.file.Files.writeString(ended, "x", java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND);
        }

        @Benchmark
        public long sum() {
          long sum = times;
          for (int i = 0; i < WORK; i++) {
            sum = sum * 31 + i;
          }
          return sum;
        }

        @Benchmark
        @BenchmarkMode(Mode.Throughput)
        public byte[] bytes() {
          return new byte[SIZE];
        }

        ONLY
      """;

  @TempDir static Path directory;

  private static Path before;
  private static Path after;
  private List<Path> left;

  @BeforeAll
  static void buildTwoVersions() throws IOException {
    before = jar("before", "2000", "100", "", "");
    after = jar("after", "2600", "164", "", "@Benchmark public int added() { return times; }");
  }

  private static Path jar(String name, String work, String size, String begin, String only)
      throws IOException {
    return ForeignJar.of(
        directory,
        name,
        "Foreign",
        ForeignJar.source(
            "Foreign",
            MEMBERS
                .replace("ENDED", directory.resolve(name + ".ended").toString())
                .replace("WORK", work)
                .replace("SIZE", size)
                .replace("BEGIN", begin)
                .replace("ONLY", only)));
  }

  @BeforeEach
  void rememberTemporaryFiles() throws IOException {
    left = temporaryFiles();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertEquals(left, temporaryFiles());
    assertEquals(List.of(), ProcessHandle.current().descendants().toList());
  }

  private static List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ProcessFamily.PREFIX))
          .sorted()
          .toList();
    }
  }

  private static JmhPairs pairs(Path baseline, Path candidate) {
    return new JmhPairs(
        new DuetSettings(
            Version.of(List.of(baseline)),
            Version.of(List.of(candidate)),
            "",
            new TreeMap<>(),
            DuetSettings.QUIET_JVM,
            true,
            DuetSettings.EPOCH,
            Duration.ofSeconds(10)));
  }

  private static PairedBenchmark benchmark(String method, String mode, String times) {
    SortedMap<String, String> params = new TreeMap<>();
    params.put("times", times);
    return new PairedBenchmark("foreign.Foreign." + method, mode, params);
  }

  private static PairPlan plan(PairedBenchmark benchmark) {
    return new PairPlan(benchmark, false, 30, true, 21, 1);
  }

  private static String failure(JmhPairs pairs, PairedBenchmark benchmark) {
    return assertThrows(PairFailedException.class, () -> pairs.launch(plan(benchmark)))
        .getMessage();
  }

  @Test
  void theBenchmarksOfBothAreFoundWithoutLoadingThem() {
    PairedBenchmarks found = pairs(before, after).benchmarks();

    assertEquals(
        List.of(
            benchmark("bytes", "thrpt", "1"),
            benchmark("bytes", "thrpt", "2"),
            benchmark("sum", "avgt", "1"),
            benchmark("sum", "avgt", "2")),
        found.common());
    assertEquals(List.of(), found.onlyBaseline());
    assertEquals(
        List.of(benchmark("added", "avgt", "1"), benchmark("added", "avgt", "2")),
        found.onlyCandidate());
  }

  @Test
  void aSlowerVersionIsSlowerInTheirTurns() throws IOException {
    Files.deleteIfExists(directory.resolve("before.ended"));
    Files.deleteIfExists(directory.resolve("after.ended"));

    LaunchPair pair = pairs(before, after).launch(plan(benchmark("sum", "avgt", "2")));

    assertEquals(Dimension.TIME, pair.dimension());
    assertEquals(30, pair.baseline().warmups().size());
    assertEquals(21, pair.candidate().epochs().size());
    assertTrue(pair.logRatio() > 0.05, "30 % more work reads as " + pair.logRatio());
    assertEquals("x", Files.readString(directory.resolve("before.ended")), "it tore down");
    assertEquals("x", Files.readString(directory.resolve("after.ended")), "it tore down");
  }

  @Test
  void aRateThatFellIsSlowerAndWhatAnOperationAllocatesIsExact() {
    LaunchPair pair = pairs(before, after).launch(plan(benchmark("bytes", "thrpt", "1")));

    assertEquals(Dimension.RATE, pair.dimension());
    assertEquals(120, bytes(pair.baseline().epochs()), 1);
    assertEquals(184, bytes(pair.candidate().epochs()), 1);
  }

  private static double bytes(List<Epoch> epochs) {
    return epochs.get(epochs.size() - 1).bytesPerOperation().getAsDouble();
  }

  @Test
  void aControlRunsTheBaselineOnBothSides() {
    PairedBenchmark bytes = benchmark("bytes", "thrpt", "1");

    LaunchPair pair = pairs(before, after).launch(new PairPlan(bytes, true, 30, true, 21, 1));

    assertEquals(bytes(pair.baseline().epochs()), bytes(pair.candidate().epochs()), 1);
  }

  @Test
  void aSideThatDiesIsNamed() throws IOException {
    Path dying = jar("dying", "2000", "100", "Runtime.getRuntime().halt(3);", "");

    String message = failure(pairs(before, dying), benchmark("sum", "avgt", "1"));

    assertTrue(
        message.startsWith("foreign.Foreign.sum times=1 avgt: the candidate ended"), message);
  }

  @Test
  void aSideThatThrowsIsQuoted() throws IOException {
    Path failing =
        jar("failing", "2000", "100", "throw new IllegalStateException(\"no data\");", "");

    String message = failure(pairs(failing, after), benchmark("sum", "avgt", "1"));

    assertEquals(
        "foreign.Foreign.sum times=1 avgt: the baseline ended early:"
            + " java.lang.IllegalStateException: no data",
        message);
  }

  @Test
  void aSingleShotIsATurnToo() {
    LaunchPair pair = pairs(before, after).launch(plan(benchmark("sum", "ss", "1")));

    assertEquals(Dimension.TIME, pair.dimension());
    assertEquals(1, pair.baseline().epochs().get(0).operations());
  }

  @Test
  void aSideThatHangsIsWaitedForOnlySoLong() throws IOException {
    Path hanging = jar("hanging", "2000", "100", "while (times > 0) { Thread.onSpinWait(); }", "");
    JmhPairs pairs =
        new JmhPairs(
            new DuetSettings(
                Version.of(List.of(before)),
                Version.of(List.of(hanging)),
                "",
                new TreeMap<>(),
                List.of(),
                true,
                DuetSettings.EPOCH,
                Duration.ofSeconds(4)));

    String message = failure(pairs, benchmark("sum", "avgt", "1"));

    assertEquals(
        "foreign.Foreign.sum times=1 avgt: the candidate hangs: nothing happened for 4 s", message);
  }

  @Test
  void aSideWithoutTheBenchmarkIsNamed() {
    String message = failure(pairs(before, after), benchmark("added", "avgt", "1"));

    assertTrue(
        message.startsWith(
            "foreign.Foreign.added times=1 avgt: the baseline ended before its first iteration:"
                + " No matching benchmarks"),
        message);
  }

  @Test
  void aSideWithOtherParametersIsNamed() {
    SortedMap<String, String> params = new TreeMap<>();
    PairedBenchmark sum = new PairedBenchmark("foreign.Foreign.sum", "avgt", params);

    String message = failure(pairs(before, after), sum);

    assertTrue(message.contains("runs foreign.Foreign.sum times=1 avgt instead"), message);
  }

  /** JMH itself forgets them, because the command line has some too. */
  @Test
  void aFlagThatAnAnnotationWantsFirstReachesItsJvm() throws IOException {
    String only =
        """
        @Benchmark
        @Fork(jvmArgsPrepend = {"-Dwanted=a b", "-Xmx300m"})
        public int flagged() {
          if (!"a b".equals(System.getProperty("wanted"))
              || Runtime.getRuntime().maxMemory() > 301 << 20) {
            throw new IllegalStateException("no flag");
          }
          return times;
        }
        """;
    Path flagged = jar("flagged", "2000", "100", "", only);

    LaunchPair pair = pairs(flagged, flagged).launch(plan(benchmark("flagged", "avgt", "1")));

    assertEquals(21, pair.baseline().epochs().size());
  }

  /** The heap that a control has must be the one that the pairs have which it controls. */
  @Test
  void whatOneVersionAsksForOurFlagsGiveWayToInTheControlToo() throws IOException {
    String only =
        """
        @Benchmark
        FORK
        public int held() {
          if (Runtime.getRuntime().maxMemory() > 301 << 20) {
            throw new IllegalStateException("ours gave way");
          }
          return times;
        }
        """;
    Path plain = jar("plain", "2000", "100", "", only.replace("FORK", ""));
    Path forked =
        jar("forked", "2000", "100", "", only.replace("FORK", "@Fork(jvmArgsAppend = \"-Xms8m\")"));
    JmhPairs pairs =
        new JmhPairs(
            new DuetSettings(
                Version.of(List.of(plain)),
                Version.of(List.of(forked)),
                "",
                new TreeMap<>(),
                List.of("-Xmx300m"),
                true,
                DuetSettings.EPOCH,
                Duration.ofSeconds(10)));
    PairedBenchmark held = benchmark("held", "avgt", "1");

    assertTrue(failure(pairs, held).contains("ours gave way"), "in the pairs");
    String control =
        assertThrows(
                PairFailedException.class,
                () -> pairs.launch(new PairPlan(held, true, 30, true, 21, 1)))
            .getMessage();
    assertTrue(control.contains("ours gave way"), control);
  }

  @Test
  void threadsThatAreLeftBehindAreNotWaitedForLong() throws IOException {
    String leaving =
        """
        Thread left = new Thread(java.util.concurrent.locks.LockSupport::park);
        left.setDaemon(false); // as those of an executor are
        left.start();
        """;
    Path idle = jar("idle", "2000", "100", leaving, "");

    pairs(idle, idle).launch(plan(benchmark("sum", "avgt", "1")));

    FileTime tornDown = Files.getLastModifiedTime(directory.resolve("idle.ended"));
    long seconds = Duration.between(tornDown.toInstant(), Instant.now()).toSeconds();
    assertTrue(seconds < 30, "JMH waits for 30 s by itself, and it took " + seconds + " s");
  }

  @Test
  void processesThatAreLeftBehindAreEnded() throws IOException {
    String leaving =
        """
        try {
          Process left = new ProcessBuilder("sleep", "600").start();
          java.nio.file.Files.writeString(java.nio.file.Path.of("PIDS"), left.pid() + "\\n",
              java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        """;
    Path pids = directory.resolve("pids");
    Path starting = jar("starting", "2000", "100", leaving.replace("PIDS", pids.toString()), "");

    pairs(starting, starting).launch(plan(benchmark("sum", "avgt", "1")));

    List<String> lines = Files.readAllLines(pids);
    assertEquals(2, lines.size());
    for (String pid : lines) {
      assertTrue(ProcessHandle.of(Long.parseLong(pid)).map(ProcessFamily::hasEnded).orElse(true));
    }
  }

  @Test
  void aJarThatIsBuiltAnewMeanwhileEndsTheDuet() throws IOException {
    Path copy = Files.copy(after, directory.resolve("copy.jar"));
    JmhPairs pairs = pairs(before, copy);
    pairs.benchmarks();
    Files.write(copy, new byte[] {0}, StandardOpenOption.APPEND);

    InvalidSamplesException told =
        assertThrows(
            InvalidSamplesException.class, () -> pairs.launch(plan(benchmark("sum", "avgt", "1"))));

    assertEquals(
        "the candidate "
            + copy
            + " was built anew meanwhile, so its pairs are not of one version: give a copy that"
            + " nothing writes to",
        told.getMessage());
    assertThrows( // what was judged before stands
        PairFailedException.class, () -> pairs.profile(plan(benchmark("sum", "avgt", "1"))));
  }

  @Test
  void aFlagThatTheJvmDoesNotKnowIsQuoted() {
    JmhPairs pairs =
        new JmhPairs(
            new DuetSettings(
                Version.of(List.of(before)),
                Version.of(List.of(after)),
                "",
                new TreeMap<>(),
                List.of("-XX:+NoSuchFlag"),
                true,
                DuetSettings.EPOCH,
                Duration.ofSeconds(10)));

    String message = failure(pairs, benchmark("sum", "avgt", "1"));

    assertTrue(message.contains("Unrecognized VM option 'NoSuchFlag'"), message);
  }

  @Test
  void whatHoldsNoBenchmarksIsSaidBeforeAnythingRuns() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.txt"), "no jar");
    Path empty = Files.createDirectories(directory.resolve("empty"));

    assertTrue(unreadable(text).contains("notes.txt cannot be read"), unreadable(text));
    assertTrue(unreadable(empty).contains("holds no JMH benchmarks"), unreadable(empty));
    assertTrue(
        unreadable(directory.resolve("missing.jar")).contains("is not there"),
        unreadable(directory.resolve("missing.jar")));
  }

  private static String unreadable(Path candidate) {
    return assertThrows(InvalidSamplesException.class, () -> pairs(before, candidate).benchmarks())
        .getMessage();
  }
}
