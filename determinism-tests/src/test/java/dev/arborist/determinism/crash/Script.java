package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Every kind of operation, each of which needs what those before it have left. */
final class Script {

  /** Does something, and says what the queue has acknowledged. */
  interface Operation {
    Object run(Arborist arborist);
  }

  /**
   * One operation.
   *
   * @param name what it is
   * @param at how long after the beginning of the script
   */
  record Step(String name, Duration at, Operation operation) {}

  private static final int LONG_PROMPT = 24_000;
  private static final Duration LEASE = Duration.ofMinutes(30);

  private final List<Step> steps = new ArrayList<>();
  private Duration at = Duration.ZERO;

  private Script() {}

  static List<Step> steps() {
    Script script = new Script();
    script.enqueues();
    script.runs();
    script.edges();
    script.ends();
    script.upkeep();
    return List.copyOf(script.steps);
  }

  private void queue(String name, java.util.function.Function<TaskQueue, Object> operation) {
    step(name, arborist -> operation.apply(arborist.queue()));
  }

  private void step(String name, Operation operation) {
    steps.add(new Step(name, at, operation));
    at = at.plusSeconds(1);
  }

  private static TaskNumber task(long number) {
    return TaskNumber.of(number);
  }

  private static NewTask.Builder of(String agentType, String prompt) {
    return NewTask.of(prompt).agentType(agentType);
  }

  private static Object claim(TaskQueue queue, String agentType) {
    List<Claim> claims = queue.claim("worker", 1, LEASE, ClaimFilter.ofAgentType(agentType));
    return claims.stream()
        .map(claim -> claim.details().task().number() + "/" + claim.token())
        .toList();
  }

  private void enqueues() {
    queue("enqueue", queue -> queue.enqueue(of("epic", "e".repeat(LONG_PROMPT)).build()));
    queue("enqueue a child", queue -> queue.enqueue(of("build", "b").parent(task(1)).build()));
    queue(
        "enqueue a dependent",
        queue ->
            queue.enqueue(
                of("test", "t")
                    .parent(task(1))
                    .payload("{\"n\":1}")
                    .prerequisites(List.of(task(2)))
                    .build()));
    queue(
        "enqueue with two prerequisites and a key",
        queue -> queue.enqueue(keyed(List.of(task(2), task(3)))));
    queue("enqueue under the same key", queue -> queue.enqueue(keyed(List.of(task(2), task(3)))));
    queue("enqueue a graph", queue -> queue.enqueueAll(graph()));
    queue(
        "enqueue for later",
        queue ->
            queue.enqueue(
                of("later", "l")
                    .notBefore(dev.arborist.testkit.TestClock.START.plusSeconds(600))
                    .maxRetries(0)
                    .build()));
  }

  private static NewTask keyed(List<TaskNumber> prerequisites) {
    return of("ship", "s").idempotencyKey("ship").prerequisites(prerequisites).build();
  }

  /** Tasks 5 to 9: 6 waits for 5 and 4, 7 for 6, 9 for 8, and 8 is a part of 5. */
  private static TaskBatch graph() {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref five = batch.add(of("five", "f".repeat(LONG_PROMPT)).parent(task(1)).build());
    TaskBatch.Ref six = batch.add(of("six", "x").prerequisites(List.of(task(4))).build());
    TaskBatch.Ref seven = batch.add(of("seven", "y").build());
    TaskBatch.Ref eight = batch.add(of("eight", "z").build());
    TaskBatch.Ref nine = batch.add(of("nine", "n").build());
    return batch
        .parent(eight, five)
        .prerequisite(six, five)
        .prerequisite(seven, six)
        .prerequisite(nine, eight)
        .build();
  }

  private void runs() {
    queue("claim", queue -> claim(queue, "build"));
    queue("heartbeat", queue -> queue.heartbeat(task(2), 1, LEASE));
    queue("complete what others wait for", queue -> queue.complete(task(2), 1, "{\"ok\":true}"));
    queue("claim what was unblocked", queue -> claim(queue, "test"));
    queue("fail with a retry left", queue -> queue.fail(task(3), 1, "no luck"));
    at = at.plusMinutes(5);
    queue("claim what was backing off", queue -> claim(queue, "test"));
    queue("release", queue -> queue.release(task(3), 2));
    queue("claim what was released", queue -> claim(queue, "test"));
    queue("complete", queue -> queue.complete(task(3), 3, null));
  }

  private void edges() {
    queue("link", queue -> queue.link(task(9), task(4)));
    queue("unlink", queue -> queue.unlink(task(9), task(4)));
    queue(
        "update",
        queue ->
            queue.update(
                task(4), TaskUpdate.builder().basePriority(9).prompt("s".repeat(9_000)).build()));
    queue("move", queue -> queue.update(task(9), TaskUpdate.builder().parent(task(8)).build()));
    queue("cancel with what waits for it", queue -> queue.cancel(task(5), null));
    queue("retry with what it had cancelled", queue -> queue.retry(task(5)));
    queue("claim", queue -> claim(queue, "five"));
    queue(
        "fail for good with what waits for it",
        queue -> queue.failPermanently(task(5), 1, "no hope"));
    queue("cancel a subtree", queue -> queue.cancelSubtree(task(8)));
  }

  private void ends() {
    queue("claim what will expire", queue -> claim(queue, "ship"));
    at = at.plusMinutes(40);
    queue("claim what has expired and what is due", queue -> claim(queue, "later"));
    queue("fail with no retry left", queue -> queue.fail(task(10), 1, "no luck"));
    step("import", arborist -> arborist.queue().importTasks(copyOf(arborist, task(10))));
    step(
        "put a document",
        arborist ->
            arborist.specifications().put("task:4", "plan", "[\"" + "p".repeat(9_000) + "\"]"));
    queue("enqueue much", queue -> queue.enqueueAll(much()));
  }

  private static TaskBatch much() {
    TaskBatch.Builder batch = TaskBatch.builder();
    for (int i = 0; i < 6; i++) {
      batch.add(of("much", "m".repeat(LONG_PROMPT)).build());
    }
    return batch.build();
  }

  /** A task as if it came from another queue. */
  private static TaskImport copyOf(Arborist arborist, TaskNumber number) {
    TaskDetails details = arborist.browser().get(number);
    Task task = details.task();
    Task other =
        new Task(
            task.number(),
            new TaskId(new UUID(0x7000L, Long.MIN_VALUE | 0xFFFFL)),
            task.profile(),
            task.schedule(),
            task.progress(),
            task.rank(),
            task.createdAt(),
            task.updatedAt());
    TaskDetails alone =
        new TaskDetails(other, details.prompt(), null, null, details.error(), List.of(), null);
    return TaskImport.of(List.of(TaskImport.Entry.of(1, alone)), true);
  }

  private void upkeep() {
    step("repair what is sound", arborist -> arborist.upkeep().diagnose(true));
    step(
        "prune",
        arborist ->
            arborist
                .upkeep()
                .prune(
                    PruneRequest.where()
                        .numbers(List.of(task(7), task(9)))
                        .vacuum(VacuumMode.NEVER)
                        .build()));
    step(
        "prune and compact",
        arborist ->
            arborist
                .upkeep()
                .prune(
                    PruneRequest.where()
                        .numbers(List.of(task(5)))
                        .recursive(true)
                        .vacuum(VacuumMode.ALWAYS)
                        .build())
                .pruned());
    queue("enqueue once more", queue -> queue.enqueue(of("last", "z").build()));
  }
}
