package dev.arborist.testkit;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh store, with a time that stands still and ids that count. */
abstract class StoreFixture {

  static final Instant NOW = TestClock.START;

  @TempDir Path directory;

  final SequentialIds ids = new SequentialIds();

  TaskStore store;

  /** Creates an empty store whose files, if any, are in the directory. */
  protected abstract TaskStore create(Path directory);

  @BeforeEach
  void createStore() {
    store = create(directory);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static Rank rank(int priority) {
    return new Rank(priority, 0, 0, 0, null);
  }

  Task insert(TaskWrites tx, NewTask task, TaskStatus status, int priority) {
    return insert(tx, task, status, rank(priority));
  }

  Task insert(TaskWrites tx, NewTask task, TaskStatus status, Rank rank) {
    Progress progress = Progress.unclaimed(status, task.schedule().notBefore());
    Task stored =
        new Task(
            tx.nextNumbers(1).get(0),
            ids.next(),
            task.profile(),
            task.schedule(),
            progress,
            rank,
            NOW,
            NOW);
    tx.insert(
        new TaskDetails(
            stored, task.prompt(), task.payload(), null, null, task.prerequisites(), null));
    return stored;
  }

  Task insert(String prompt, TaskStatus status, int priority) {
    return store.write(tx -> insert(tx, NewTask.of(prompt).build(), status, priority));
  }

  List<Long> list(TaskQuery query, Instant asOf) {
    return store.read(
        tx -> {
          List<Long> numbers = new ArrayList<>();
          tx.list(query, asOf).forEach(task -> numbers.add(task.task().number().value()));
          return numbers;
        });
  }

  TaskDetails details(TaskNumber number) {
    return store.read(tx -> tx.findDetails(number)).orElseThrow();
  }
}
