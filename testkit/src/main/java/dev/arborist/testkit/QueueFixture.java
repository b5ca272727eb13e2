package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.in.Specifications;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A queue on a fresh store, with a clock that stands still and ids that count. */
abstract class QueueFixture {

  /** The lease of claims. */
  static final Duration LEASE = Duration.ofSeconds(30);

  @TempDir Path directory;

  /** The clock of everything. */
  final TestClock clock = new TestClock();

  /** Where the queue has the ids of its tasks from. */
  final SequentialIds ids = new SequentialIds();

  TaskStore store;
  TaskQueue queue;
  TaskBrowser browser;
  QueueUpkeep upkeep;
  Specifications specifications;

  /** Creates an empty store whose files, if any, are in the directory. */
  protected abstract TaskStore create(Path directory);

  @BeforeEach
  void openQueue() {
    store = create(directory);
    queue = Services.queue(store, ids, clock, "tester");
    browser = Services.browser(store, clock);
    upkeep = Services.upkeep(store, clock, "tester");
    specifications = Services.specifications(store, clock, "tester");
  }

  @AfterEach
  void closeSoundQueue() {
    try {
      assertEquals(List.of(), upkeep.diagnose(false).findings(), "the doctor finds nothing");
    } finally {
      store.close();
    }
  }

  Task add(NewTask.Builder task) {
    return queue.enqueue(task.build());
  }

  Task add(String prompt, Task... prerequisites) {
    return add(NewTask.of(prompt).prerequisites(numbers(Arrays.asList(prerequisites))));
  }

  Task child(String prompt, Task parent) {
    return add(NewTask.of(prompt).parent(parent.number()));
  }

  static List<TaskNumber> numbers(List<Task> tasks) {
    return tasks.stream().map(Task::number).toList();
  }

  /** Takes the first task, which must be there. */
  Claim claim() {
    List<Claim> claims = queue.claim("w", 1, LEASE);
    assertEquals(1, claims.size(), "something is ready");
    return claims.get(0);
  }

  /** Takes and completes the first task, which must be this one. */
  void complete(Task task) {
    Claim claim = claim();
    assertEquals(task.number(), claim.details().task().number());
    queue.complete(task.number(), claim.token(), null);
  }

  /** Takes the first task, which must be this one, and fails it for good. */
  void failForGood(Task task) {
    Claim claim = claim();
    assertEquals(task.number(), claim.details().task().number());
    queue.failPermanently(task.number(), claim.token(), "broken");
  }

  /** The task as stored. */
  Task stored(Task task) {
    return stored(task.number());
  }

  Task stored(TaskNumber number) {
    return store.read(tx -> tx.find(number)).orElseThrow();
  }

  TaskStatus status(Task task) {
    return browser.get(task.number()).task().status();
  }

  /** The history of a task, such as {@code "enqueued ready, claimed running"}. */
  String history(Task task) {
    return events(task).stream()
        .map(
            event -> event.reason().label() + " " + (event.to() == null ? "-" : event.to().label()))
        .collect(Collectors.joining(", "));
  }

  List<TaskEvent> events(Task task) {
    return browser.events(new EventQuery(task.number(), 0, 0));
  }
}
