package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class JmhProfilesTest {

  private static String fileName(String benchmark, String value) {
    return JmhProfiles.fileName(
        new JmhCase(benchmark, Mode.AverageTime, Map.of("n", value), Duration.ZERO));
  }

  @Test
  void aRecordingIsNamedByItsCase() {
    assertEquals("a.B.run-n=100", fileName("a.B.run", "100"));
  }

  @Test
  void whatAFileNameCannotBearIsReplacedAndCasesStayDistinct() {
    String slash = fileName("a.B.run", "a/b");
    assertTrue(slash.startsWith("a.B.run-n=a_b-"), slash);
    assertNotEquals(slash, fileName("a.B.run", "a:b"));
    String first = fileName("a." + "X".repeat(300) + ".run", "1");
    assertTrue(first.length() < 120, first);
    assertNotEquals(first, fileName("b." + "X".repeat(300) + ".run", "1"));
  }
}
