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
class ServerTest {

  private static final int ROUNDS = Lab.count(1, 40);
  private static final int MISHAPS = Lab.count(14, 20);
  private static final int PAUSE_MILLIS = 300;

  @Test
  void whateverBefallsAServerNothingIsLostAndNothingIsHeldTwice(
      @TempDir Path directory, Findings findings) throws Exception {
    ServerExperiment experiment = new ServerExperiment(ROUNDS, MISHAPS, PAUSE_MILLIS);
    findings.did("processes on a server", experiment.run(directory));
  }
}
