package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.ExportSink;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long chains and wide families, which break what recurses or looks at everything. */
public abstract class QueueScaleContract extends QueueFixture {

  private final int many;

  /** With a hundred thousand tasks. */
  protected QueueScaleContract() {
    this(100_000);
  }

  /** With so many tasks. */
  protected QueueScaleContract(int many) {
    this.many = many;
  }

  private static int countExported(QueueFixture fixture) {
    int[] count = new int[1];
    fixture.browser.export(
        new ExportSink() {
          @Override
          public void task(TaskDetails details, List<TaskEvent> events) {
            assertTrue(events.size() > 0, "every task has a history");
            count[0]++;
          }

          @Override
          public void pruned(TaskEvent event) {}

          @Override
          public void specification(SpecificationDocument document) {}
        });
    return count[0];
  }

  /** Enqueues a graph of many tasks, in which each but the first is tied to another. */
  private void enqueueMany(boolean chain) {
    TaskBatch.Builder batch = TaskBatch.builder();
    NewTask task = NewTask.of("one of many").build();
    TaskBatch.Ref first = batch.add(task);
    TaskBatch.Ref last = first;
    for (int i = 1; i < many; i++) {
      TaskBatch.Ref next = batch.add(task);
      if (chain) {
        batch.prerequisite(next, last);
      } else {
        batch.parent(next, first);
      }
      last = next;
    }
    assertEquals(many, queue.enqueueAll(batch.build()).size());
  }

  private void pruneAll() {
    PruneRequest request =
        PruneRequest.where()
            .statuses(List.of(TaskStatus.CANCELLED))
            .vacuum(VacuumMode.NEVER)
            .build();
    assertEquals(many, upkeep.prune(request).pruned().size());
    assertEquals(0, browser.statistics().total());
    assertEquals(many + 1, add("the next").number().value(), "numbers are never given again");
  }

  @Test
  void aChainOfAHundredThousandIsEnqueuedPlannedExplainedCancelledExportedAndPruned() {
    enqueueMany(true);
    TaskNumber first = TaskNumber.of(1);
    TaskNumber last = TaskNumber.of(many);
    ExecutionPlan plan = browser.plan();
    assertEquals(many, plan.batches().size());
    assertEquals(List.of(last), plan.batches().get(many - 1));
    assertEquals(many, browser.plan(last).batches().size());
    Explanation why = browser.explain(last);
    assertEquals(List.of(first), numbers(why.rootCauses()));
    assertEquals(many - 1, browser.statistics().maxDepth());
    var refused = assertThrows(DependencyCycleException.class, () -> queue.link(first, last));
    assertEquals(many + 1, refused.path().size());
    assertEquals(many, queue.cancel(first, null).cancelled().size());
    assertEquals(many - 1, queue.retry(first).revived().size());
    assertEquals(many, queue.cancel(first, null).cancelled().size());
    assertEquals(many, countExported(this));
    pruneAll();
  }

  /** Each waits for all of the stage before, so that millions of ways lead to the last. */
  @Test
  void ofMillionsOfWaysAShortestIsNamed() {
    int stages = 7;
    int width = 30;
    int size = stages * width;
    TaskBatch.Builder batch = TaskBatch.builder();
    List<TaskBatch.Ref> tasks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      TaskBatch.Ref task = batch.add(NewTask.of("a").build());
      int stage = i / width;
      for (TaskBatch.Ref before : tasks.subList(Math.max(0, stage - 1) * width, stage * width)) {
        batch.prerequisite(task, before);
      }
      tasks.add(task);
    }
    queue.enqueueAll(batch.build());
    TaskNumber first = TaskNumber.of(1);
    TaskNumber last = TaskNumber.of(size);
    var refused = assertThrows(DependencyCycleException.class, () -> queue.link(first, last));
    List<TaskNumber> path = refused.path();
    assertEquals(stages + 1, path.size(), refused.getMessage());
    assertEquals(List.of(first, last), path.subList(0, 2));
    assertEquals(first, path.get(stages));
    for (int i = 1; i < stages; i++) {
      assertEquals(stages - i, (path.get(i).value() - 1) / width, refused.getMessage());
    }
  }

  /** The parents end first: no subtree but the last ones is small enough. */
  @Test
  void ofAHundredThousandOnTopOfEachOtherTheLastArePruned() {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref last = batch.add(NewTask.of("one of many").build());
    for (int i = 1; i < many; i++) {
      TaskBatch.Ref next = batch.add(NewTask.of("one of many").build());
      batch.parent(next, last);
      last = next;
    }
    queue.enqueueAll(batch.build());
    assertEquals(many, queue.cancelSubtree(TaskNumber.of(1)).cancelled().size());
    PruneRequest few =
        PruneRequest.where()
            .statuses(List.of(TaskStatus.CANCELLED))
            .limit(1_000)
            .vacuum(VacuumMode.NEVER)
            .build();
    List<TaskNumber> pruned = upkeep.prune(few).pruned();
    assertEquals(1_000, pruned.size());
    assertEquals(TaskNumber.of(many - 999), pruned.get(0));
  }

  @Test
  void aParentOfAHundredThousandIsEnqueuedListedCancelledExportedAndPruned() {
    enqueueMany(false);
    TaskNumber parent = TaskNumber.of(1);
    TaskFilter children = TaskFilter.where().parent(parent).build();
    assertEquals(100, browser.list(TaskQuery.of(children, Order.PRIORITY, 100)).tasks().size());
    TaskFilter within = TaskFilter.where().within(parent).build();
    assertEquals(many, browser.list(TaskQuery.of(within, Order.NUMBER, 0)).tasks().size());
    assertEquals(1, browser.plan().batches().size());
    assertEquals(many, queue.cancelSubtree(parent).cancelled().size());
    assertEquals(many, countExported(this));
    pruneAll();
  }
}
