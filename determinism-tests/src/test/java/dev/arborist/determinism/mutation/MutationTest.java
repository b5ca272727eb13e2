package dev.arborist.determinism.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.LabReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test suite that lets small faults pass proves little; the long run counts them. */
@ExtendWith(LabReport.class)
@EnabledIf("dev.arborist.determinism.lab.Lab#isLong")
class MutationTest {

  private static final double REQUIRED_PERCENT = 85;

  @TempDir Path directory;

  static List<MutatedCode> required() {
    return List.of(
        MutatedCode.ofDomain("task", "task"),
        MutatedCode.ofDomain("dependency", "dependency"),
        MutatedCode.ofDomain("priority", "priority"),
        MutatedCode.ofDomain("regression", "validation.regression"));
  }

  /** Services are tried through the tests that every store passes, those that take seconds. */
  static List<MutatedCode> others() {
    String stores = "dev.arborist.adapters.sqlite.Sqlite";
    return List.of(
        MutatedCode.ofDomain("query", "query"),
        new MutatedCode(
            "application",
            "application",
            "dev.arborist.application.service.*",
            ("dev.arborist.application.*,%1$sTaskQueueTest,%1$sQueueClaimTest"
                    + ",%1$sQueueImportTest,%1$sQueueGraphTest,%1$sModelDefectsTest")
                .formatted(stores),
            List.of("application", "adapters-sql", "adapters-sqlite")));
  }

  @ParameterizedTest
  @MethodSource("required")
  void ofTheFaultsInWhatEverythingRestsOnNearlyAllAreFound(MutatedCode code, Findings findings)
      throws Exception {
    Mutants mutants = mutate(code, findings);
    assertTrue(
        mutants.killedPercent() >= REQUIRED_PERCENT,
        "of "
            + mutants.total()
            + " mutants of "
            + code.name()
            + " are left "
            + mutants.survivors());
  }

  @ParameterizedTest
  @MethodSource("others")
  void theFaultsThatPassElsewhereAreCounted(MutatedCode code, Findings findings) throws Exception {
    assertTrue(mutate(code, findings).killed() > 0);
  }

  private Mutants mutate(MutatedCode code, Findings findings) throws Exception {
    Mutants mutants = code.mutate(directory);
    findings.did(
        "mutation of " + code.name(),
        Done.of("mutants", mutants.total())
            .and("killed", mutants.killed())
            .and("killed by a timeout", mutants.timedOut()));
    findings.survived(code.name(), mutants.survivors());
    return mutants;
  }
}
