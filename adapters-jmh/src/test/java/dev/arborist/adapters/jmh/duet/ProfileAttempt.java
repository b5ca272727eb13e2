package dev.arborist.adapters.jmh.duet;

import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Asks for a profile in a JVM of its own, and prints why there is none. */
final class ProfileAttempt {

  private ProfileAttempt() {}

  public static void main(String[] args) {
    DuetSettings settings =
        new DuetSettings(
            Version.of(List.of()),
            Version.of(List.of()),
            "",
            new TreeMap<>(),
            List.of(),
            false,
            DuetSettings.EPOCH,
            Duration.ofSeconds(10));
    PairedBenchmark benchmark = new PairedBenchmark("a.B.c", "avgt", new TreeMap<>());
    try {
      new JmhPairs(settings).profile(new PairPlan(benchmark, false, 1, true, 1, 1));
    } catch (PairFailedException e) {
      System.out.println(e.getMessage());
    }
  }
}
