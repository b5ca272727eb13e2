package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnFlagsTest {

  private static List<String> beside(String... theirs) {
    return OwnFlags.beside(DuetSettings.QUIET_JVM, List.of(theirs));
  }

  @Test
  void whatABenchmarkDoesNotSpeakOfIsOurs() {
    assertEquals(DuetSettings.QUIET_JVM, beside());
    assertEquals(DuetSettings.QUIET_JVM, beside("-Da=-Xmx1g", "-ea"));
  }

  @Test
  void aHeapOfItsOwnReplacesOurs() {
    assertEquals(List.of("-XX:+UseSerialGC", "-Xbatch"), beside("-Xmx300m"));
    assertEquals(List.of("-XX:+UseSerialGC", "-Xbatch"), beside("-XX:MaxRAMPercentage=50"));
    assertEquals(List.of("-XX:+UseSerialGC", "-Xbatch"), beside("-XX:NewSize=10m"));
  }

  @Test
  void aCollectorOfItsOwnReplacesOurs() {
    assertEquals(
        List.of("-Xms512m", "-Xmx512m", "-Xmn64m", "-Xbatch"), beside("-XX:+UseParallelGC"));
  }
}
