package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.jmh.recording.FlightRecording;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.Utils;

class LaunchCommandTest {

  /** As on a system whose users have names with spaces. */
  private static final Path DIRECTORY = Path.of("/home/Ada Lovelace/tmp");

  @Test
  void aDirectoryWithASpaceReachesTheMeasuringJvmWhole() {
    DuetSettings settings =
        new DuetSettings(
            Version.of(List.of(Path.of("old.jar"))),
            Version.of(List.of(Path.of("new.jar"))),
            "",
            new TreeMap<>(),
            List.of(),
            false,
            DuetSettings.EPOCH,
            Duration.ofSeconds(10));
    PairedBenchmark benchmark = new PairedBenchmark("a.B.c", "avgt", new TreeMap<>());
    PairPlan plan = new PairPlan(benchmark, false, 1, true, 1, 1);

    List<String> command =
        LaunchCommand.of(
            settings,
            FlightRecording.flags(DIRECTORY.resolve("x.jfr")),
            plan,
            Side.BASELINE,
            DIRECTORY,
            "7;t");

    List<String> flags =
        List.copyOf(Utils.splitQuotedEscape(command.get(command.indexOf("-jvmArgsPrepend") + 1)));
    assertTrue(flags.contains("-Djava.io.tmpdir=" + DIRECTORY), flags.toString());
    assertTrue(
        flags.stream().anyMatch(flag -> flag.endsWith("filename=" + DIRECTORY.resolve("x.jfr"))),
        flags.toString());
  }
}
