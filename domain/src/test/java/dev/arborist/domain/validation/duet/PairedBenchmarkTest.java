package dev.arborist.domain.validation.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedBenchmarkTest {

  @ParameterizedTest
  @CsvSource({"thrpt, RATE", "avgt, TIME", "sample, TIME", "ss, TIME"})
  void onlyOneModeOfJmhScoresRates(String mode, Dimension dimension) {
    assertEquals(dimension, new PairedBenchmark("a.B.c", mode, new TreeMap<>()).dimension());
  }
}
