package dev.arborist.determinism.simulation;

import dev.arborist.determinism.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

  private static final int SEEDS = Lab.count(500, 10_000);

  @Test
  void whateverTheSeedNothingIsLostAndNobodyHoldsWhatIsHeld(@TempDir Path directory)
      throws Exception {
    System.out.println("Simulated " + new SimulationExperiment(SEEDS).run(directory));
  }
}
