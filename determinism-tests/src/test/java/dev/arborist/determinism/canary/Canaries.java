package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.simulation.SimulationExperiment;
import java.util.List;

/** The faults. A new one is an entry here. */
final class Canaries {

  private static final String DOMAIN = "domain/src/main/java/dev/arborist/domain/";
  private static final String SERVICE =
      "application/src/main/java/dev/arborist/application/service/";
  private static final String SQLITE =
      "adapters-sqlite/src/main/java/dev/arborist/adapters/sqlite/";

  static final List<Canary> ALL =
      List.of(
          new Canary(
              "a completion that does not ask who holds the task",
              Patch.of(SERVICE + "QueueService.java", "task.requireHeldBy(token, next);", ""),
              SimulationExperiment.class),
          new Canary(
              "a lease that never ends",
              Patch.of(
                  DOMAIN + "task/Task.java",
                  "return status() == TaskStatus.RUNNING && until != null && !now.isBefore(until);",
                  "return false;"),
              SimulationExperiment.class),
          new Canary(
              "a count that is not kept when a task changes",
              Patch.of(
                  SQLITE + "Transactions.java",
                  "      unit.attempt(tx);\n      gathered.addAll(tx.counts());\n      return true;",
                  "      unit.attempt(tx);\n      return true;"),
              SimulationExperiment.class));

  private Canaries() {}
}
