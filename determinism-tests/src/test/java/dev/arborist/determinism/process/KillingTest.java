package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillingTest {

  private static final int VICTIMS = Lab.count(20, 1_250);
  private static final int PAUSE_MILLIS = 1_000;

  @Test
  void whoeverIsKilledOrStoppedNothingIsLostAndNothingIsHeldTwice(@TempDir Path directory)
      throws Exception {
    System.out.println(new KillingExperiment(VICTIMS, PAUSE_MILLIS).run(directory));
  }
}
