package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;

class JmhCaseTest {

  @ParameterizedTest
  @CsvSource({"0, 100", "20, 100", "100, 100", "1000, 1000"})
  void anIterationIsNoShorterThanTheBenchmarkAsksFor(long ownMillis, long millis) {
    JmhSettings settings =
        new JmhSettings(
            5, 10, 4, Duration.ofMillis(100), List.of(), ".", Map.of(), Path.of("target"));
    JmhCase one = new JmhCase("a.B.run", Mode.SampleTime, Map.of(), Duration.ofMillis(ownMillis));
    assertEquals(Duration.ofMillis(millis), one.iterationTime(settings));
  }
}
