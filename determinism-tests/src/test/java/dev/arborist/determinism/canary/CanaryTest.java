package dev.arborist.determinism.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.ExperimentMain;
import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.LabReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An experiment that finds nothing proves nothing unless it finds what is planted. */
@ExtendWith(LabReport.class)
class CanaryTest {

  private static final int SHOWN_MAX = 200;

  static List<Canary> canaries() {
    return Canaries.ALL;
  }

  private static FreshJvm.Result run(
      Class<? extends Experiment> experiment, Path directory, Path patched)
      throws IOException, InterruptedException {
    Path work = Files.createDirectory(directory.resolve("work"));
    return ExperimentMain.program(experiment, work).before(patched).run();
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void itIsFound(Canary canary, @TempDir Path directory, Findings findings) throws Exception {
    Path patched = directory.resolve("patched");
    canary.patch().compile(patched);
    FreshJvm.Result result = run(canary.finder(), directory, patched);
    assumeFalse(result.exitCode() == ExperimentMain.ABORTED, result.output());
    findings.planted(canary.name(), result.exitCode() == ExperimentMain.FOUND);
    assertEquals(ExperimentMain.FOUND, result.exitCode(), canary.name() + ":\n" + result.output());
    String said = result.output().lines().findFirst().orElse("");
    System.out.println(
        "Found: " + canary + ": " + said.substring(0, Math.min(said.length(), SHOWN_MAX)));
  }

  /** What finds a fault must find none where there is none. */
  @Test
  void withoutAFaultNothingIsFound(@TempDir Path directory) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Canary canary : Canaries.ALL) {
      if (names.add(canary.finder().getName())) {
        Path own = Files.createDirectory(directory.resolve("without-" + names.size()));
        FreshJvm.Result result = run(canary.finder(), own, own.resolve("nothing"));
        boolean canBeDone = result.exitCode() != ExperimentMain.ABORTED;
        assertEquals(canBeDone ? 0 : ExperimentMain.ABORTED, result.exitCode(), result.output());
      }
    }
    assertTrue(names.size() > 0);
  }
}
