package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

class BenchmarkLineTest {

  /** As the generator of JMH 1.21 writes it. */
  private static final String OLD =
      "JMH S 11 foreign.Old S 35 foreign.generated.Old_bytes_jmhTest S 5 bytes S 10 SampleTime E A 1 1"
          + " 1 E E E E E E E I 1 2 E E E E L 1 8 -Xmx300m M 1 1 p 2 3 a,b 8 12345678 U 12"
          + " MICROSECONDS E E ";

  /** As the library of these tests writes it. */
  private static String written(Map<String, String[]> params) {
    return new BenchmarkListEntry(
            "a.B",
            "a.jmh_generated.B_run",
            "run",
            Mode.Throughput,
            Optional.of(3),
            new int[] {1, 2},
            Optional.of(List.of("put", "take a look")),
            Optional.of(1),
            Optional.of(TimeValue.milliseconds(20)),
            Optional.none(),
            Optional.none(),
            Optional.none(),
            Optional.none(),
            Optional.none(),
            Optional.none(),
            Optional.of("java"),
            Optional.of(List.of("-Xmx1g", "-Da=E S 3 b")),
            Optional.of(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED")),
            Optional.of(List.of("-ea")),
            Optional.of(params),
            Optional.of(TimeUnit.SECONDS),
            Optional.of(10),
            Optional.none())
        .toLine();
  }

  @Test
  void aLineOfTheLibraryIsReadWithWhateverItsParametersHold() {
    Map<String, String[]> params = new LinkedHashMap<>();
    params.put("n", new String[] {"", "1", "12", "123", "1234", "a b,c=ü☃\n"});
    params.put("m", new String[] {"x"});

    BenchmarkLine line = BenchmarkLine.parse(written(params), true);

    assertEquals("a.B.run", line.benchmark());
    assertEquals(List.of("thrpt"), line.modes());
    assertEquals(
        new TreeMap<>(
            Map.of("n", List.of("", "1", "12", "123", "1234", "a b,c=ü☃\n"), "m", List.of("x"))),
        line.params());
    List<String> prepended = List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED");
    assertEquals(prepended, line.prepended());
    assertEquals(
        List.of("-Xmx1g", "-Da=E S 3 b", prepended.get(0), prepended.get(1), "-ea"), line.flags());
  }

  /** JMH makes benchmarks of its own of them, which introduce themselves by their own modes. */
  @Test
  void allModesAreEachOfThem() {
    BenchmarkLine line = BenchmarkLine.parse(OLD.replace("S 10 SampleTime", "S 3 All"), false);

    assertEquals(List.of("thrpt", "avgt", "sample", "ss"), line.modes());
  }

  @Test
  void aLineOfAnOldVersionHasItsValuesAsTheyAre() {
    BenchmarkLine line = BenchmarkLine.parse(OLD, false);

    assertEquals("foreign.Old.bytes", line.benchmark());
    assertEquals(List.of("sample"), line.modes());
    assertEquals(List.of("a,b", "12345678"), line.params().get("p"));
    assertEquals(List.of("-Xmx300m"), line.flags());
    assertEquals(List.of(), line.prepended());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "JMH ",
        "JMH S 5 a.B",
        "JMH S x a.B ",
        "JMH S 3 a.B S 3 a.C S 3 run S 5 Never E ",
        "JMH S 3 a.B S 3 a.C S 3 run S 10 Throughput Q ",
        "#JMH",
      })
  void whatIsNoSuchLineIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> BenchmarkLine.parse(line, true));
  }
}
