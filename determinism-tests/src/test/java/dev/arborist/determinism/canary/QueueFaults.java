package dev.arborist.determinism.canary;

import dev.arborist.determinism.crash.StatementFaultExperiment;
import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.process.KillingExperiment;
import dev.arborist.determinism.simulation.SimulationExperiment;
import java.util.List;

/** Faults in what a queue means. */
final class QueueFaults {

  private static final String DOMAIN = "domain/src/main/java/dev/arborist/domain/";
  private static final String SERVICE =
      "application/src/main/java/dev/arborist/application/service/";

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
          .and(
              "life.tx().claimReady(worker, count, lease, filter, life.now());",
              "mark(life, seen, worker, lease);")
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
              KillingExperiment.class,
              "the history of a task is broken|was claimed while it was held|was told '"),
          new Canary(
              "a completion that does not ask who holds the task",
              Patch.of(SERVICE + "QueueService.java", "task.requireHeldBy(token, next);", ""),
              SimulationExperiment.class,
              "though held: "),
          new Canary(
              "a lease that never ends",
              Patch.of(
                  DOMAIN + "task/Task.java",
                  "return status() == TaskStatus.RUNNING && until != null && !now.isBefore(until);",
                  "return false;"),
              SimulationExperiment.class,
              "is running, though its hold is "),
          new Canary(
              "what waits for a task is unblocked after the commit of its completion",
              Patch.of(
                  SERVICE + "QueueService.java",
                  """
                      return whileHeld(
                          number, token, TaskStatus.COMPLETED, (life, task) -> life.complete(task, result));
                  """,
                  """
                      Task completed =
                          whileHeld(
                              number,
                              token,
                              TaskStatus.COMPLETED,
                              (life, task) -> {
                                Task done = task.completed(life.now());
                                String worker = task.progress().worker();
                                life.change(task, done, EventReason.COMPLETED, worker, null);
                                life.tx().saveOutcome(number, result, null);
                                return done;
                              });
                      return write(
                          life -> {
                            for (Task one : life.tx().openDependentsOf(number)) {
                              Task next = one.prerequisiteCompleted(life.now());
                              life.change(one, next, EventReason.UNBLOCKED, "queue", number.toString());
                            }
                            return completed;
                          });
                  """),
              StatementFaultExperiment.class,
              "is blocked, but "));

  private QueueFaults() {}
}
