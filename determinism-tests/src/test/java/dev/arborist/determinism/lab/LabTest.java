package dev.arborist.determinism.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {

  /** Else another seed, all cases or a build's share would be done, and be taken for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "lab lnog",
        "simulation.seed x",
        "simulation.seed 0x11",
        "simulation.seed 017",
        "fuzz.case 3",
        "fuzz.case 3:x",
        "crash.point 31,pwrite64",
        "order.seed -1x",
        "order.seed ''",
      })
  void whatIsNotWrittenAsItMustBeIsRefusedInALine(String name, String written) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Lab.requireOptions(Map.of(name, written)::get));
    String line = refusal.getMessage();
    assertTrue(line.startsWith("-D" + name + "=" + written + " is unknown: "), line);
    assertEquals(1, line.lines().count(), line);
  }

  @Test
  void whatTheLaboratoryPrintsItselfIsTaken() {
    Lab.requireOptions(
        Map.of(
                "lab", "long",
                "simulation.seed", "17",
                "fuzz.case", "41:460",
                "crash.point", "31,pwrite64,11,error=ENOSPC,false",
                "order.seed", "4294967295")
            ::get);
    Lab.requireOptions(Map.of("lab", "", "crash.point", "1,fsync,2,signal=KILL,true")::get);
  }
}
