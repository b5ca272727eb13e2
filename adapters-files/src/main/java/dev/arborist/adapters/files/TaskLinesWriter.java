package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.arborist.domain.task.TaskDetails;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes an export: one task a line as JSON. Not safe for use by several threads. */
public final class TaskLinesWriter implements Consumer<TaskDetails>, AutoCloseable {

  private final JsonGenerator json;
  private final OutputStream out;
  private boolean first = true;

  /** A writer on a stream, which the caller closes. */
  public TaskLinesWriter(OutputStream out) throws IOException {
    this.out = out;
    json = TaskJson.generator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void accept(TaskDetails task) {
    try {
      TaskJson.write(task, json);
      first = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the last line and flushes; the stream stays open. */
  @Override
  public void close() throws IOException {
    json.close();
    if (!first) {
      out.write('\n');
    }
    out.flush();
  }
}
