package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.arborist.application.port.in.ExportSink;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TaskDetails;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes an export as JSON, one value a line: tasks as {@link TaskJson} has them with their {@code
 * events}, then {@code {"pruned": {...}}} for each task that was pruned, then {@code
 * {"specification": {...}}} for each document. Not safe for use by several threads.
 */
public final class TaskLinesWriter implements ExportSink, AutoCloseable {

  private final JsonGenerator json;
  private final OutputStream out;
  private boolean empty = true;

  /** What writes one line. */
  private interface Line {
    void write() throws IOException;
  }

  /** A writer on a stream, which the caller closes. */
  public TaskLinesWriter(OutputStream out) throws IOException {
    this.out = out;
    json = JsonOut.generator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void task(TaskDetails details, List<TaskEvent> events) {
    line(
        () -> {
          TaskJson.writeFields(details, json);
          JsonOut.array("events", events, EventFields::writeWithinTask, json);
        });
  }

  @Override
  public void pruned(TaskEvent event) {
    line(() -> JsonOut.orNull("pruned", event, EventFields::write, json));
  }

  @Override
  public void specification(SpecificationDocument document) {
    line(() -> JsonOut.orNull("specification", document, QueueJson::write, json));
  }

  private void line(Line line) {
    try {
      json.writeStartObject();
      line.write();
      json.writeEndObject();
      empty = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the last line and flushes; the stream stays open. */
  @Override
  public void close() throws IOException {
    json.close();
    if (!empty) {
      out.write('\n');
    }
    out.flush();
  }
}
