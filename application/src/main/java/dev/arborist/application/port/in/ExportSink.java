package dev.arborist.application.port.in;

import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TaskDetails;
import java.util.List;

/** Takes a whole queue, piece by piece; see {@link TaskBrowser#export}. */
public interface ExportSink {

  /** A task and its history, ascending. */
  void task(TaskDetails details, List<TaskEvent> events);

  /** The one event that is left of a pruned task, in the order of sequences. */
  void pruned(TaskEvent event);

  /** A version of a document, by namespace, key and version. */
  void specification(SpecificationDocument document);
}
