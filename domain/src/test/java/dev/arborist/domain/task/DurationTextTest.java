package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.000005S, less than 1ms",
    "PT0.999S, 999ms",
    "PT1.5S, 1s500ms",
    "PT1H30M, 1h30m",
    "PT336H, 14d",
    "PT2400000H, 100000d",
    "PT-1S, negative",
    "PT-9223372036854775808S, negative"
  })
  void aDurationIsWrittenAsPeopleTypeIt(Duration duration, String text) {
    assertEquals(text, DurationText.of(duration));
  }
}
