package dev.arborist.determinism.canary;

import dev.arborist.determinism.crash.CrowdExperiment;
import dev.arborist.determinism.crash.StatementFaultExperiment;
import dev.arborist.determinism.crash.SyncExperiment;
import dev.arborist.determinism.fuzz.ArgumentsExperiment;
import dev.arborist.determinism.fuzz.LinesExperiment;
import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.matrix.MatrixExperiment;
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
  private static final String CLI = "cli/src/main/java/dev/arborist/cli/";
  private static final String RENDER =
      "adapters-render/src/main/java/dev/arborist/adapters/render/";

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
                  """
                        unit.attempt(tx);
                        gathered.addAll(tx.counts());
                        return true;
                  """,
                  """
                        unit.attempt(tx);
                        return true;
                  """),
              SimulationExperiment.class),
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
              StatementFaultExperiment.class),
          new Canary(
              "an error of the commit that nobody is told",
              Patch.of(
                  SQLITE + "Transactions.java",
                  "throw SqliteFailures.commitFailure(what, failure);",
                  ""),
              StatementFaultExperiment.class),
          new Canary(
              "a savepoint that is not gone back to",
              Patch.of(SQLITE + "Transactions.java", "      open.run(UNDO).execute();\n", ""),
              CrowdExperiment.class),
          new Canary(
              "a commit that does not wait for the disk",
              Patch.of(
                      SQLITE + "Connections.java",
                      "? SynchronousMode.FULL : SynchronousMode.NORMAL",
                      "? SynchronousMode.OFF : SynchronousMode.NORMAL")
                  .and("&& intPragma(connection, \"synchronous\") == durability.pragma()", ""),
              SyncExperiment.class),
          new Canary(
              "a database file that is opened past SQLite",
              Patch.of(
                  SQLITE + "SqliteTaskStore.java",
                  "    Schema.upgrade(file, file.requireKind());\n",
                  """
                      Schema.upgrade(file, file.requireKind());
                      try (var in = java.nio.file.Files.newInputStream(file.path())) {
                        if (in.read() != 'S') {
                          throw new IllegalStateException("no database");
                        }
                      } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                      }
                  """),
              SyncExperiment.class),
          new Canary(
              "tasks in the order of an unordered set",
              Patch.of(
                  RENDER + "task/PlanText.java",
                  ": batches.get(i))",
                  ": java.util.Set.copyOf(batches.get(i)))"),
              MatrixExperiment.class),
          new Canary(
              "statuses in the order of their hash codes",
              Patch.of(
                  RENDER + "task/StatisticsTable.java",
                  ": TaskStatus.values())",
                  ": new java.util.HashSet<>(java.util.List.of(TaskStatus.values())))"),
              MatrixExperiment.class),
          new Canary(
              "a number in the locale's digits",
              Patch.of(
                  RENDER + "export/HtmlHead.java",
                  "String.format(Locale.ROOT, \"%,d\", number)",
                  "String.format(\"%,d\", number)"),
              MatrixExperiment.class),
          new Canary(
              "a time in the machine's zone",
              Patch.of(
                  RENDER + "tree/Times.java",
                  "LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)",
                  "java.time.Instant.ofEpochSecond(seconds).atZone(java.time.ZoneId.systemDefault())"),
              MatrixExperiment.class),
          new Canary(
              "dependents in the order of a scan",
              Patch.of(SQLITE + "SqliteReads.java", " ORDER BY d.dependent", ""),
              MatrixExperiment.class),
          new Canary(
              "bytes in the machine's encoding, which JDK 17 takes when none is named",
              Patch.of(
                  RENDER + "export/Utf8Output.java",
                  "getBytes(StandardCharsets.UTF_8)",
                  "getBytes(java.nio.charset.Charset.forName(System.getProperty(\"native.encoding\")))"),
              MatrixExperiment.class),
          new Canary(
              "an import that stores its first task although another is refused",
              Patch.of(
                  SERVICE + "QueueService.java",
                  "    return store.write(tx -> new Importer(tx, policy, now(), actor).add(tasks));\n",
                  """
                      try {
                        return store.write(tx -> new Importer(tx, policy, now(), actor).add(tasks));
                      } catch (InvalidInputException e) {
                        var first = tasks.tasks().subList(0, Math.min(1, tasks.tasks().size()));
                        TaskImport some = new TaskImport(first, false, List.of(), List.of());
                        store.write(tx -> new Importer(tx, policy, now(), actor).add(some));
                        throw e;
                      }
                  """),
              LinesExperiment.class),
          new Canary(
              "an import that takes a history with a gap",
              Patch.of(SERVICE + "HistoryImport.java", "      requireWhole(entries.get(i));\n", ""),
              LinesExperiment.class),
          new Canary(
              "a refusal that the command line does not know",
              Patch.of(
                  CLI + "Main.java", "\n        || failure instanceof InvalidSamplesException", ""),
              ArgumentsExperiment.class));

  private Canaries() {}
}
