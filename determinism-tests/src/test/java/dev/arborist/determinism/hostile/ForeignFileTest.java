package dev.arborist.determinism.hostile;

import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.LabReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabReport.class)
class ForeignFileTest {

  @Test
  void whatIsNoQueueIsRefusedInALineAndLeftAsItIs(@TempDir Path directory, Findings findings)
      throws Exception {
    findings.did("foreign files", new ForeignFileExperiment().run(directory));
  }

  @Test
  void whatMayNotBeReadOrWrittenIsRefusedInALineAndLeftAsItIs(
      @TempDir Path directory, Findings findings) throws Exception {
    findings.did("permissions", new PermissionExperiment().run(directory));
  }
}
