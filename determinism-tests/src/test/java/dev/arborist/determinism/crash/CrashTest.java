package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

  @TempDir Path directory;

  private void run(Experiment experiment) throws Exception {
    System.out.println("Crash points: " + experiment.run(directory));
  }

  @Test
  void anUndisturbedProcessLeavesWhatAnyOtherDoes() throws Exception {
    run(new SessionExperiment());
  }

  @Test
  void aFaultAtAnyStatementLeavesTheStateBeforeOrAfter() throws Exception {
    run(new StatementFaultExperiment(Lab.isLong()));
  }
}
