package dev.arborist.determinism.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.LabReport;
import dev.arborist.determinism.lab.Parts;
import dev.arborist.determinism.lab.Parts.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabReport.class)
class FuzzTest {

  private static final int SEEDS = Lab.count(1, 50);
  private static final int CASES = 10_000;

  /** Makes what a seed stands for. */
  private interface Seeded {
    Experiment of(long seed);
  }

  private static Done run(String name, Path directory, Seeded experiment) throws Exception {
    List<Part> parts = new ArrayList<>();
    for (int i = 1; i <= SEEDS; i++) {
      int seed = i;
      Path own = directory.resolve("seed-" + seed);
      parts.add(
          new Part("seed " + seed, () -> experiment.of(seed).run(Files.createDirectory(own))));
    }
    return Parts.of(name).run(1, parts);
  }

  @Test
  void whateverIsTypedIsDoneOrRefusedInALine(@TempDir Path directory, Findings findings)
      throws Exception {
    String name = "fuzzing of arguments";
    findings.did(name, run(name, directory, seed -> new ArgumentsExperiment(seed, CASES)));
  }

  @Test
  void whateverAFileHoldsIsTakenAsAWholeOrRefusedByItsLine(
      @TempDir Path directory, Findings findings) throws Exception {
    String name = "fuzzing of files";
    findings.did(name, run(name, directory, seed -> new LinesExperiment(seed, CASES)));
  }

  @Test
  void theCasesOfASeedAreTheSameInEveryJvm(@TempDir Path directory) throws Exception {
    FreshJvm.Result one = CasesMain.inAFreshJvm(directory);
    assertEquals(0, one.exitCode(), one.output());
    assertEquals(one.output(), CasesMain.inAFreshJvm(directory).output());
  }
}
