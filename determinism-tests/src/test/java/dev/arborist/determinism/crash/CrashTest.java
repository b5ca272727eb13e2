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
    run(new StatementFaultExperiment(Integer.MAX_VALUE, Lab.isLong()));
  }

  @Test
  void aSessionKilledOrFailedAtAnyCallLeavesWhatItAcknowledged() throws Exception {
    run(new CallExperiment(Lab.count(40, Integer.MAX_VALUE), Lab.count(12, Integer.MAX_VALUE)));
  }

  @Test
  void whatIsAcknowledgedIsOnTheDiskAndOnlySqliteOpensTheFile() throws Exception {
    run(new SyncExperiment());
  }

  @Test
  void aFullDiskStoresNothingHalfAndWorkResumesWhenThereIsRoom() throws Exception {
    run(new FullDiskExperiment());
  }

  @Test
  void ofThreadsThatShareCommitsEachRefusalIsUndoneByItself() throws Exception {
    run(new CrowdExperiment());
  }
}
