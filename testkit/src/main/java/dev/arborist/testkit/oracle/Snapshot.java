package dev.arborist.testkit.oracle;

import dev.arborist.application.port.in.ExportSink;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TaskDetails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a queue keeps, as stored.
 *
 * @param tasks every task, ascending
 * @param events every event in its order; their sequences are not kept, because only their order
 *     means something
 */
record Snapshot(List<TaskDetails> tasks, List<TaskEvent> events) {

  static Snapshot of(TaskBrowser browser) {
    List<TaskDetails> tasks = new ArrayList<>();
    List<TaskEvent> events = new ArrayList<>();
    browser.export(
        new ExportSink() {
          @Override
          public void task(TaskDetails details, List<TaskEvent> history) {
            tasks.add(details);
            events.addAll(history);
          }

          @Override
          public void pruned(TaskEvent event) {
            events.add(event);
          }

          @Override
          public void specification(SpecificationDocument document) {
            throw new AssertionError("nobody has written a document");
          }
        });
    events.sort(Comparator.comparing(TaskEvent::sequence));
    return new Snapshot(tasks, unnumbered(events));
  }

  /** The same events without their sequences. */
  static List<TaskEvent> unnumbered(List<TaskEvent> events) {
    return events.stream()
        .map(
            event ->
                new TaskEvent(
                    0,
                    event.task(),
                    event.at(),
                    event.actor(),
                    event.reason(),
                    event.from(),
                    event.to(),
                    event.token(),
                    event.note()))
        .toList();
  }
}
