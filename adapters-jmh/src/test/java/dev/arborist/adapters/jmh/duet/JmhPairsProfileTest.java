package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.port.out.PairSource.ProfiledPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.report.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where two versions of somebody else's benchmark spend their time. */
class JmhPairsProfileTest {

  private static final String MEMBERS =
      """
        @Benchmark
        public long work() {
          return plain(2000) EXTRA;
        }

        @Benchmark
        public long dies() {
          Runtime.getRuntime().halt(3);
          return 0;
        }

        long plain(int times) {
          long sum = times;
          for (int i = 0; i < times; i++) {
            sum = sum * 31 + i;
          }
          return sum;
        }

        long extraWork(int times) {
          long sum = times;
          for (int i = 0; i < times; i++) {
            sum = sum * 17 + (sum >>> 3);
          }
          return sum;
        }
      """;

  @TempDir static Path directory;

  private static JmhPairs pairs;

  @BeforeAll
  static void buildTwoVersions() throws IOException {
    pairs =
        new JmhPairs(
            new DuetSettings(
                Version.of(List.of(jar("before", ""))),
                Version.of(List.of(jar("after", "+ extraWork(4000)"))),
                "",
                new TreeMap<>(),
                DuetSettings.QUIET_JVM,
                true,
                DuetSettings.EPOCH,
                Duration.ofSeconds(10)));
  }

  private static Path jar(String name, String extra) throws IOException {
    return ForeignJar.of(
        directory, name, "Foreign", ForeignJar.source("Foreign", MEMBERS.replace("EXTRA", extra)));
  }

  private static PairPlan plan(String method, int epochs) {
    PairedBenchmark benchmark =
        new PairedBenchmark("foreign.Foreign." + method, "avgt", new TreeMap<>());
    return new PairPlan(benchmark, false, 30, true, epochs, 1);
  }

  private static List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ProcessFamily.PREFIX))
          .toList();
    }
  }

  /** Two seconds of each side give some hundred samples; ten would show so large a part. */
  @Test
  void theMethodThatIsNewIsTheHottest() throws IOException {
    ProfiledPair pair = pairs.profile(plan("work", 200));

    assertEquals(200, pair.pair().candidate().epochs().size());
    Profile old = pair.baseline();
    assertEquals("foreign.Foreign.work", old.benchmark());
    assertTrue(old.samples() > 0, old.toString());
    assertEquals("foreign.Foreign.plain", old.methods().get(0).name());
    assertTrue(
        old.methods().stream().noneMatch(one -> one.name().equals("foreign.Foreign.extraWork")),
        old.toString());
    assertEquals("foreign.Foreign.extraWork", pair.candidate().methods().get(0).name());
    assertEquals(List.of(), temporaryFiles(), "no recording is left");
  }

  @Test
  void aSideThatDiesIsNamed() throws IOException {
    String message =
        assertThrows(PairFailedException.class, () -> pairs.profile(plan("dies", 5))).getMessage();

    assertTrue(message.startsWith("foreign.Foreign.dies avgt: the "), message);
    assertTrue(message.contains("ended"), message);
    assertEquals(List.of(), temporaryFiles());
  }

  @Test
  void aJvmThatCannotRecordSaysSo() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.se,jdk.management",
                "-cp",
                System.getProperty("java.class.path"),
                ProfileAttempt.class.getName())
            .redirectErrorStream(true)
            .start();

    assertEquals(
        "a.B.c avgt: this JVM has no Flight Recorder (the module jdk.jfr)",
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
  }
}
