package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import dev.arborist.application.port.out.MeasurementSource.Measurements;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshJvmProbesTest {

  @TempDir Path directory;

  /**
   * Prints its arguments, a line each, fails when told to, and prints something else the first time
   * when told so.
   */
  static final class Echo {

    private Echo() {}

    public static void main(String[] arguments) throws IOException {
      for (String argument : arguments) {
        if (argument.startsWith("once:")) {
          Path seen = Path.of(argument.substring(5));
          if (Files.exists(seen)) {
            continue;
          }
          Files.createFile(seen);
          System.out.println("retained 1");
          continue;
        }
        if (argument.equals("fail")) {
          throw new IllegalStateException("as told");
        }
        System.out.println(argument);
      }
    }
  }

  private final List<String> told = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  private List<Series> measure(int launches, String... lines) {
    return probes(probe("a.Probe.it", launches, lines)).measure().series();
  }

  private static Probe probe(String name, int launches, String... lines) {
    return new Probe(name, Map.of("tasks", "5"), Echo.class.getName(), List.of(lines), launches);
  }

  private FreshJvmProbes probes(Probe... probes) {
    Progress progress =
        new Progress(
            told::add,
            () -> {
              now = now.plus(Duration.ofSeconds(10));
              return now;
            });
    return new FreshJvmProbes(List.of(probes), List.of("-Xmx32m"), directory, progress);
  }

  @Test
  void eachLaunchIsAJvmAndEachLineAValue() {
    List<Series> series = measure(2, "passRate 100", "passRate 0", "retained 64.5");
    assertEquals(2, series.size());
    assertEquals("passRate", series.get(0).measure());
    assertEquals(Dimension.SHARE, series.get(0).dimension());
    assertEquals(List.of(List.of(100.0, 0.0), List.of(100.0, 0.0)), series.get(0).launches());
    assertEquals(Dimension.SIZE, series.get(1).dimension());
    assertEquals(
        List.of(
            "[1/2] Probe.it tasks=5, launch 1: passRate 50 % retained 64.5 B; about 10 s left",
            "[2/2] Probe.it tasks=5, launch 2: passRate 50 % retained 64.5 B; about 0 s left"),
        told);
  }

  @Test
  void timesAndRatesBearTheirUnit() {
    List<Series> series = measure(1, "p99 8.5 ms", "mean 7600 ops/s", "mean 2 us", "counter:n 3");
    assertEquals(
        List.of("p99", "score", "score", "counter:n"),
        series.stream().map(Series::measure).toList());
    assertEquals(List.of(List.of(8.5e6)), series.get(0).launches());
    assertEquals(Dimension.RATE, series.get(1).dimension());
    assertEquals(List.of(List.of(2e3)), series.get(2).launches());
    assertEquals(Dimension.NUMBER, series.get(3).dimension());
  }

  @Test
  void aProbeThatFailsOrSaysNothingMeasuresNothing() {
    for (String[] lines :
        new String[][] {
          {"passRate 100", "fail"},
          {},
          {"hello"},
          {"hello 5"},
          {"passRate x"},
          {" 5"},
          {"p99 5"},
          {"p99 5 mss"},
          {"p99 5 B"},
          {"live 5 B more"},
          {"leak 5"},
          {"grown 5 1 a.B"}
        }) {
      var refused = assertThrows(StorageException.class, () -> measure(1, lines));
      assertTrue(refused.getMessage().contains("a.Probe.it"), refused.getMessage());
      assertTrue(refused.getMessage().contains("probes.log"), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Test
  void onlyTheWantedIsLaunchedAgainAndTheRestIsKept() {
    FreshJvmProbes probes =
        probes(probe("a.Probe.it", 1, "live 5"), probe("a.Probe.other", 2, "live 6"));
    probes.measure();
    told.clear();
    SeriesKey key = new SeriesKey("a.Probe.it", new TreeMap<>(Map.of("tasks", "5")));
    List<Series> series = probes.measureMore(Set.of(key), 3).orElseThrow().series();
    assertEquals(3, series.get(0).launches().size());
    assertEquals(2, series.get(1).launches().size());
    assertEquals(2, told.size());
    assertTrue(told.get(1).startsWith("[5/5] Probe.it tasks=5, launch 3"), told.toString());
  }

  @Test
  void whatTheProbesDoNotMeasureIsLeftToOthers() {
    FreshJvmProbes probes = probes(probe("a.Probe.it", 1, "live 5"));
    SeriesKey other = new SeriesKey("a.Probe.it", new TreeMap<>(Map.of("tasks", "6")));
    assertEquals(Optional.empty(), probes.measureMore(Set.of(other), 3));
  }

  @Test
  void theClassesThatGrewAreAddedUpOverTheLaunches() {
    FreshJvmProbes probes =
        probes(probe("a.Probe.it", 2, "live 5", "grown 64 1 a.B", "grown 8 0 c.D"));
    Measurements measured = probes.measure();
    assertEquals(1, measured.series().size());
    assertEquals(
        List.of(new Suspect("a.B", 128, 2), new Suspect("c.D", 16, 0)),
        measured.suspects().get(measured.series().get(0).key()));
  }

  @Test
  void launchesThatMeasureDifferentThingsAreNoWhole() {
    String file = directory.resolve("seen").toString();
    FreshJvmProbes probes = probes(probe("a.Probe.it", 2, "live 5", "once:" + file));
    var refused = assertThrows(StorageException.class, probes::measure);
    assertTrue(refused.getMessage().contains("same metrics"), refused.getMessage());
  }
}
