package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.process.KillingExperiment;
import dev.arborist.determinism.simulation.SimulationExperiment;
import java.util.List;

/** The faults. A new one is an entry here. */
final class Canaries {

  private static final String DOMAIN = "domain/src/main/java/dev/arborist/domain/";
  private static final String SERVICE =
      "application/src/main/java/dev/arborist/application/service/";
  private static final String SQLITE =
      "adapters-sqlite/src/main/java/dev/arborist/adapters/sqlite/";

  /** Reads what is ready, and marks it later whatever has become of it. */
  private static final Patch SELECT_THEN_UPDATE =
      Patch.of(
              SERVICE + "QueueService.java",
              "    record Taken(List<TaskDetails> tasks, boolean mayBeMoreDue) {}\n",
              """
                  record Taken(List<TaskDetails> tasks, boolean mayBeMoreDue) {}
                  var ready = dev.arborist.domain.query.TaskFilter.where()
                      .statuses(List.of(TaskStatus.READY)).build();
                  var first = dev.arborist.domain.query.TaskQuery.of(
                      ready, dev.arborist.domain.query.TaskQuery.Order.PRIORITY, count);
                  List<TaskDetails> seen = store.read(tx -> tx.list(first, now()));
                  java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
              """)
          .and("life.tx().claimReady(worker, count, lease, filter, life.now());", "mark(life, seen, worker, lease);")
          .and(
              "  private static Claim claim(TaskDetails details) {",
              """
                private static List<TaskDetails> mark(
                    Lifecycle life, List<TaskDetails> seen, String worker, Duration lease) {
                  List<TaskDetails> taken = new ArrayList<>();
                  for (TaskDetails details : seen) {
                    Task task = details.task();
                    var was = task.progress();
                    var runs = new dev.arborist.domain.task.Progress(
                        TaskStatus.RUNNING, null, was.token() + 1, was.failures(), worker,
                        life.now().plus(lease), life.now(), null, null);
                    Task next = new Task(
                        task.number(), task.id(), task.profile(), task.schedule(), runs,
                        task.rank(), task.createdAt(), life.now());
                    life.tx().update(task, next);
                    taken.add(new TaskDetails(
                        next, details.prompt(), details.payload(), details.result(),
                        details.error(), details.prerequisites(), details.fingerprint()));
                  }
                  return taken;
                }

                private static Claim claim(TaskDetails details) {
              """);

  static final List<Canary> ALL =
      List.of(
          new Canary(
              "a claim that reads what is ready and marks it later",
              SELECT_THEN_UPDATE,
              KillingExperiment.class),
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
