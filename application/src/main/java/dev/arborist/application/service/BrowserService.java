package dev.arborist.application.service;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskQuery;
import dev.arborist.domain.task.UnknownTaskException;
import dev.arborist.domain.tree.TaskTree;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The reading side of the queue. */
final class BrowserService implements TaskBrowser {

  private final TaskStore store;
  private final InstantSource clock;

  BrowserService(TaskStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public TaskDetails get(TaskNumber number) {
    Instant asOf = now();
    TaskDetails details =
        store
            .read(tx -> tx.findDetails(number))
            .orElseThrow(() -> new UnknownTaskException(number));
    return details.withTask(details.task().asOf(asOf));
  }

  @Override
  public List<TaskDetails> list(TaskQuery query) {
    Instant asOf = now();
    return store.read(
        tx -> {
          List<TaskDetails> found = new ArrayList<>();
          tx.forEach(
              query, asOf, details -> found.add(details.withTask(details.task().asOf(asOf))));
          return found;
        });
  }

  @Override
  public void export(Consumer<TaskDetails> consumer) {
    Instant asOf = now();
    store.read(
        tx -> {
          tx.forEach(TaskQuery.ALL, asOf, consumer);
          return asOf;
        });
  }

  @Override
  public TaskTree tree() {
    Instant asOf = now();
    return store.read(tx -> tx.loadTree(asOf));
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }
}
