package dev.arborist.application.service;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.arborist.application.port.in.ExportSink;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TreeView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StorageFailureTest {

  @Test
  void aFailureOfTheStoreReachesEveryCallerAsItIs() {
    StorageException full = new StorageException("the disk is full");
    TaskStore store = mock(TaskStore.class);
    when(store.write(any())).thenThrow(full);
    when(store.read(any())).thenThrow(full);
    TaskQueue queue =
        Services.queue(store, () -> new TaskId(new UUID(1, 1)), InstantSource.system(), "tester");
    var browser = Services.browser(store, InstantSource.system());
    TaskNumber number = TaskNumber.of(1);
    List<Executable> calls =
        List.of(
            () -> queue.enqueue(NewTask.of("a").build()),
            () -> queue.claim("w", 1, Duration.ofSeconds(1)),
            () -> queue.complete(number, 1, null),
            () -> queue.fail(number, 1, null),
            () -> queue.cancel(number, null),
            () -> queue.cancel(number, 1L),
            () -> queue.enqueueAll(TaskBatch.builder().build()),
            () -> queue.heartbeat(number, 1, Duration.ofSeconds(1)),
            () -> queue.release(number, 1),
            () -> queue.cancelSubtree(number),
            () -> queue.retry(number),
            () -> queue.link(number, number),
            () -> queue.unlink(number, number),
            () -> queue.importTasks(TaskImport.of(List.of(), true)),
            () -> browser.get(number),
            () -> browser.tree(TreeView.TREE),
            () -> browser.snapshot(TreeView.FLAT, TaskFilter.ALL),
            () -> browser.list(TaskQuery.ALL),
            () -> browser.plan(),
            () -> browser.statistics(),
            () -> browser.explain(number),
            () -> browser.events(new EventQuery(null, 0, 0)),
            () -> browser.export(mock(ExportSink.class)));
    for (Executable call : calls) {
      assertSame(full, assertThrows(StorageException.class, call));
    }
  }
}
