package dev.arborist.adapters.files;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskImport.Document;
import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.application.port.in.TaskImport.Pruned;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lines of an export as they are collected, and what no single line can be wrong in: events and
 * documents that stand twice, and pruned tasks that are there.
 */
final class QueueLines {

  private static final String PRUNED = "pruned";
  private static final String SPECIFICATION = "specification";
  private static final Set<String> DOCUMENT =
      TaskFields.names("namespace", "key", "version", "createdAt", "createdBy", "json");

  private final TaskLine tasks;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Pruned> pruned = new ArrayList<>();
  private final Map<TaskNumber, Integer> lineOfPruned = new TreeMap<>();
  private final List<Document> specifications = new ArrayList<>();
  private final Map<String, Integer> lineOfDocument = new TreeMap<>();
  private final SequenceLines sequences = new SequenceLines();

  QueueLines(TaskLine tasks) {
    this.tasks = tasks;
  }

  /** Takes one line, whichever of the three kinds it is. */
  void take(TextLines.Line line) {
    JsonRecord json = JsonRecord.parse(line.text());
    if (json.has(PRUNED)) {
      json.requireOnly("the line of a pruned task", Set.of(PRUNED));
      takePruned(line.number(), EventFields.pruned(json.object(PRUNED)));
    } else if (json.has(SPECIFICATION)) {
      json.requireOnly("the line of a specification", Set.of(SPECIFICATION));
      takeDocument(line.number(), document(json.object(SPECIFICATION)));
    } else {
      TaskDetails task = tasks.read(json);
      List<TaskEvent> events = EventFields.history(json, task.task().number());
      events.forEach(event -> sequences.add(event.sequence(), line.number()));
      entries.add(new Entry(line.number(), task, events));
    }
  }

  private void takePruned(int line, TaskEvent event) {
    Integer earlier = lineOfPruned.putIfAbsent(event.task(), line);
    if (earlier != null) {
      throw twice("what " + event.task() + " left", earlier);
    }
    sequences.add(event.sequence(), line);
    pruned.add(new Pruned(line, event));
  }

  private void takeDocument(int line, SpecificationDocument document) {
    String name =
        "version " + document.version() + " of " + document.namespace() + " " + document.key();
    // A name may hold any character but NUL, so that one tells the two names apart.
    String place = document.namespace() + "\0" + document.key() + "\0" + document.version();
    Integer earlier = lineOfDocument.putIfAbsent(place, line);
    if (earlier != null) {
      throw twice(name, earlier);
    }
    specifications.add(new Document(line, document));
  }

  private static InvalidInputException twice(String what, int earlier) {
    return new InvalidInputException(
        what + " stands in line " + earlier + " already: leave one of them out");
  }

  private static SpecificationDocument document(JsonRecord json) {
    json.requireOnly("a specification", DOCUMENT);
    if (!json.has("json")) {
      throw new InvalidInputException("'json' is missing: it is the document itself");
    }
    String written = Objects.requireNonNullElse(json.json("json"), "null");
    return new SpecificationDocument(
        json.requiredString("namespace"),
        json.requiredString("key"),
        TaskFields.requiredSmall(json, "version"),
        written,
        TaskFields.requiredInstant(json, "createdAt"),
        json.requiredString("createdBy"));
  }

  /** What was collected, for a queue that keeps the numbers. */
  TaskImport toImport() {
    for (Entry entry : entries) {
      TaskNumber number = entry.details().task().number();
      Integer line = lineOfPruned.get(number);
      if (line != null) {
        throw new InvalidInputException(
            "line "
                + line
                + ": task "
                + number
                + " was pruned, but stands in line "
                + entry.line()
                + ": leave one of them out");
      }
    }
    sequences.requireDistinct();
    return new TaskImport(entries, false, pruned, specifications);
  }
}
