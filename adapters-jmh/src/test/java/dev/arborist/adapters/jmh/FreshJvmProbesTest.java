package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshJvmProbesTest {

  @TempDir Path directory;

  /** Prints its arguments, a line each, and fails when told to. */
  static final class Echo {

    private Echo() {}

    public static void main(String[] arguments) {
      for (String argument : arguments) {
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
    Progress progress =
        new Progress(
            told::add,
            () -> {
              now = now.plus(Duration.ofSeconds(10));
              return now;
            });
    Probe probe =
        new Probe(
            "a.Probe.it", Map.of("tasks", "5"), Echo.class.getName(), List.of(lines), launches);
    return new FreshJvmProbes(List.of(probe), List.of("-Xmx32m"), directory, progress)
        .measure()
        .series();
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
          {"passRate 100", "fail"}, {}, {"hello"}, {"passRate x"}, {" 5"}, {"p99 5"}, {"p99 5 mss"}
        }) {
      var refused = assertThrows(RuntimeException.class, () -> measure(1, lines));
      assertTrue(
          refused instanceof StorageException || refused.getMessage().contains("metric"),
          refused.toString());
    }
  }
}
