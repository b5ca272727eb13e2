package dev.arborist.application.service;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskImport.Document;
import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.application.port.in.TaskImport.Pruned;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the histories and documents of imported tasks.
 *
 * <p>In a queue that is still new, events keep their sequences, so that an export of it is the one
 * that was imported; elsewhere they get new ones in the same order.
 */
final class HistoryImport {

  /** Room for as many more as a document can have. */
  private static final int VERSION_MAX = Integer.MAX_VALUE / 2;

  private final TaskWrites tx;
  private final Instant now;
  private final String actor;

  HistoryImport(TaskWrites tx, Instant now, String actor) {
    this.tx = tx;
    this.now = now;
    this.actor = actor;
  }

  /**
   * Adds the events of tasks that have been stored.
   *
   * @param entries what was read, in the order of {@code stored}
   * @param isNew whether the queue has had no task before
   */
  void addEvents(TaskImport tasks, List<Entry> entries, List<TaskDetails> stored, boolean isNew) {
    List<TaskEvent> events = new ArrayList<>();
    List<TaskEvent> arrivals = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Task task = stored.get(i).task();
      List<TaskEvent> history = entries.get(i).events();
      requireWhole(entries.get(i));
      for (TaskEvent event : history) {
        requireRoom(entries.get(i).line(), event);
        events.add(event.movedTo(task.number(), event.sequence()));
      }
      TaskEvent last = history.isEmpty() ? null : history.get(history.size() - 1);
      if (last == null || last.to() != task.status() || last.token() != task.progress().token()) {
        arrivals.add(arrival(task, last == null ? null : last.to()));
      }
    }
    if (!tasks.renumber()) {
      tasks.pruned().forEach(this::requireGone);
      tasks.pruned().forEach(pruned -> events.add(pruned.event()));
    }
    events.sort(Comparator.comparingLong(TaskEvent::sequence));
    requireDistinct(events);
    if (isNew && !tasks.renumber()) {
      tx.restore(events);
    } else {
      events.forEach(tx::append);
    }
    if (!tasks.renumber()) {
      tasks.pruned().forEach(pruned -> tx.reserveUpTo(pruned.event().task().value()));
    }
    arrivals.forEach(tx::append);
  }

  /** What the doctor would call broken is not taken. */
  private static void requireWhole(Entry entry) {
    HistoryCheck check = new HistoryCheck(entry.details().task(), entry.events());
    check
        .problemBeforeAnArrival()
        .ifPresent(
            problem -> {
              throw Importer.at(
                  entry.line(), problem + "; put its events right, or leave them all out");
            });
  }

  private static void requireRoom(int line, TaskEvent event) {
    if (event.sequence() > Importer.SEQUENCE_MAX) {
      throw Importer.at(
          line,
          "the sequence " + event.sequence() + " is too large: at most " + Importer.SEQUENCE_MAX);
    }
  }

  private void requireGone(Pruned pruned) {
    TaskNumber task = pruned.event().task();
    requireRoom(pruned.line(), pruned.event());
    if (task.value() > Importer.NUMBER_MAX) {
      throw Importer.at(
          pruned.line(),
          "the pruned task " + task + " is too large: at most " + Importer.NUMBER_MAX);
    }
    if (tx.find(task).isPresent()) {
      throw Importer.at(
          pruned.line(),
          "task "
              + task
              + " was pruned where this was exported, but the queue has one of this number;"
              + " import into a new queue");
    }
    if (!tx.events(new EventQuery(task, 0, 1)).isEmpty()) {
      throw Importer.at(
          pruned.line(), "the queue has pruned task " + task + " already; import into a new queue");
    }
  }

  private TaskEvent arrival(Task task, @Nullable TaskStatus from) {
    return new TaskEvent(
        0,
        task.number(),
        now,
        actor,
        EventReason.IMPORTED,
        from,
        task.status(),
        task.progress().token(),
        null);
  }

  private static void requireDistinct(List<TaskEvent> events) {
    for (int i = 1; i < events.size(); i++) {
      TaskEvent event = events.get(i);
      if (event.sequence() == events.get(i - 1).sequence()) {
        TaskNumber other = events.get(i - 1).task();
        throw new InvalidInputException(
            "an event of task "
                + event.task()
                + " has the sequence "
                + event.sequence()
                + ", which one of "
                + other
                + " has too: give each its own");
      }
    }
  }

  /** Adds documents; a version that exists is refused. */
  void addDocuments(TaskImport tasks) {
    for (Document document : tasks.specifications()) {
      SpecificationDocument content = document.content();
      if (content.version() > VERSION_MAX) {
        throw Importer.at(
            document.line(),
            "the version " + content.version() + " is too large: at most " + VERSION_MAX);
      }
      boolean exists =
          tx.findSpecification(content.namespace(), content.key(), content.version()).isPresent();
      if (exists) {
        throw Importer.at(
            document.line(),
            "the queue has version "
                + content.version()
                + " of the document "
                + content.namespace()
                + " "
                + content.key()
                + " already; import into a new queue, or leave it out");
      }
      tx.insertSpecification(content);
    }
  }
}
