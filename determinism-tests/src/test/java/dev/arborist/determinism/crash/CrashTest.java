package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.LabReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabReport.class)
class CrashTest {

  @TempDir Path directory;

  @Test
  void anUndisturbedProcessLeavesWhatAnyOtherDoes(Findings findings) throws Exception {
    findings.did("undisturbed session", new SessionExperiment().run(directory));
  }

  @Test
  void aFaultAtAnyStatementLeavesTheStateBeforeOrAfter(Findings findings) throws Exception {
    findings.did(
        "statements", new StatementFaultExperiment(Integer.MAX_VALUE, Lab.isLong()).run(directory));
  }

  @Test
  void aSessionKilledOrFailedAtAnyCallLeavesWhatItAcknowledged(Findings findings) throws Exception {
    findings.did(
        "calls",
        new CallExperiment(Lab.count(40, Integer.MAX_VALUE), Lab.count(12, Integer.MAX_VALUE))
            .run(directory));
  }

  @Test
  void whatIsAcknowledgedIsOnTheDiskAndOnlySqliteOpensTheFile(Findings findings) throws Exception {
    findings.did("syncs", new SyncExperiment().run(directory));
  }

  @Test
  void aFullDiskStoresNothingHalfAndWorkResumesWhenThereIsRoom(Findings findings) throws Exception {
    findings.did("full disk", new FullDiskExperiment().run(directory));
  }

  @Test
  void ofThreadsThatShareCommitsEachRefusalIsUndoneByItself(Findings findings) throws Exception {
    findings.did("crowd", new CrowdExperiment().run(directory));
  }
}
