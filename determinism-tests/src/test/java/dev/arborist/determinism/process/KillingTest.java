package dev.arborist.determinism.process;

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
class KillingTest {

  private static final int ROUNDS = Lab.count(1, 67);
  private static final int VICTIMS = 20;
  private static final int PAUSE_MILLIS = 1_000;

  @Test
  void whoeverIsKilledOrStoppedNothingIsLostAndNothingIsHeldTwice(
      @TempDir Path directory, Findings findings) throws Exception {
    findings.did("processes", new KillingExperiment(ROUNDS, VICTIMS, PAUSE_MILLIS).run(directory));
  }
}
