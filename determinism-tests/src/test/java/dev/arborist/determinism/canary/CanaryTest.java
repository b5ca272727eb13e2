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
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An experiment that finds nothing proves nothing unless it finds what is planted. */
@ExtendWith(LabReport.class)
@Execution(ExecutionMode.CONCURRENT)
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
    String said = result.output().lines().findFirst().orElse("");
    boolean isFound =
        result.exitCode() == ExperimentMain.FOUND
            && Pattern.compile(canary.told()).matcher(said).find();
    findings.planted(canary.name(), isFound);
    assertTrue(isFound, canary.name() + ": " + result.exitCode() + "\n" + result.output());
    System.out.println(
        "Found: " + canary + ": " + said.substring(0, Math.min(said.length(), SHOWN_MAX)));
  }

  static List<Class<? extends Experiment>> finders() {
    return Canaries.ALL.stream()
        .<Class<? extends Experiment>>map(Canary::finder)
        .distinct()
        .toList();
  }

  /**
   * What finds a fault must find none where there is none. In a build the experiments' own tests
   * show that, since each of them runs there without a fault.
   */
  @EnabledIf("dev.arborist.determinism.lab.Lab#isLong")
  @ParameterizedTest
  @MethodSource("finders")
  void withoutAFaultNothingIsFound(Class<? extends Experiment> finder, @TempDir Path directory)
      throws Exception {
    FreshJvm.Result result = run(finder, directory, directory.resolve("nothing"));
    assumeFalse(result.exitCode() == ExperimentMain.ABORTED, result.output());
    assertEquals(0, result.exitCode(), result.output());
  }
}
