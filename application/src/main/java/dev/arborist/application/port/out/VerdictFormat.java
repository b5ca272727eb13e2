package dev.arborist.application.port.out;

import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The form in which a verdict is kept: what is read is equal to what was written.
 *
 * <p>Stateless and safe for use by several threads.
 */
public interface VerdictFormat {

  /**
   * Writes a verdict; the stream is flushed, not closed.
   *
   * @throws IOException when the stream fails
   */
  void write(Verdict verdict, OutputStream out) throws IOException;

  /**
   * Reads a verdict; the stream is not closed.
   *
   * @param name what to call the source in messages, such as a file's name
   * @throws IOException when the stream fails
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when it is no
   *     verdict in a version that is known here
   */
  Verdict read(String name, InputStream in) throws IOException;
}
