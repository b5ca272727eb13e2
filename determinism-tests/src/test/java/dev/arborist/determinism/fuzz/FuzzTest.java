package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.LabReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabReport.class)
class FuzzTest {

  private static final long SEED = 1;
  private static final int EACH = Lab.count(10_000, 500_000);

  @Test
  void whateverIsTypedIsDoneOrRefusedInALine(@TempDir Path directory, Findings findings)
      throws Exception {
    findings.did("fuzzing of arguments", new ArgumentsExperiment(SEED, EACH).run(directory));
  }

  @Test
  void whateverAFileHoldsIsTakenAsAWholeOrRefusedByItsLine(
      @TempDir Path directory, Findings findings) throws Exception {
    findings.did("fuzzing of files", new LinesExperiment(SEED, EACH).run(directory));
  }
}
