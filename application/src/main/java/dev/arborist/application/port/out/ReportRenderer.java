package dev.arborist.application.port.out;

import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a verdict in one format. Stateless; the same verdict gives the same bytes. */
@FunctionalInterface
public interface ReportRenderer {

  /**
   * Writes the verdict; the stream is flushed, not closed.
   *
   * @throws IOException when the stream fails
   */
  void render(Verdict verdict, OutputStream out) throws IOException;
}
