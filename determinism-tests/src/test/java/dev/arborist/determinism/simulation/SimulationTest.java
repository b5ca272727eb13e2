package dev.arborist.determinism.simulation;

import dev.arborist.determinism.lab.BeginsEarly;
import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.LabReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabReport.class)
@BeginsEarly
class SimulationTest {

  private static final int SEEDS = Lab.count(500, 10_000);

  @Test
  void whateverTheSeedNothingIsLostAndNobodyHoldsWhatIsHeld(
      @TempDir Path directory, Findings findings) throws Exception {
    findings.did("simulation", new SimulationExperiment(SEEDS).run(directory));
  }
}
