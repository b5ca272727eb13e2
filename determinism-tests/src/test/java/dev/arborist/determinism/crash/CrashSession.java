package dev.arborist.determinism.crash;

import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that takes the steps of the script and notes each: {@code FILE LOG FIRST ENDING}.
 *
 * <p>The ending is {@code close} or {@code halt}, which leaves the write-ahead log as it is. Ends
 * with 4 when the store has failed.
 */
final class CrashSession {

  static final String CLOSE = "close";
  static final String HALT = "halt";
  static final int FAILED = 4;

  private CrashSession() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    int first = Integer.parseInt(arguments[2]);
    boolean failed = false;
    try (SessionLog log = SessionLog.create(Path.of(arguments[1]))) {
      int step = first - 1;
      try (Session session = new Session(file, Durability.FULL)) {
        for (step = first; step <= session.size(); step++) {
          log.write(SessionLog.BEGIN, step, session.name(step));
          log.write(SessionLog.ACKNOWLEDGED, step, session.take(step));
        }
        if (first > session.size()) {
          session.findings(); // opens a connection, and closing the last one empties the log
        }
        if (arguments[3].equals(HALT)) {
          Runtime.getRuntime().halt(0);
        }
      } catch (StorageException e) {
        log.write(SessionLog.FAILED, step, e.getMessage());
        for (Throwable second : e.getSuppressed()) {
          log.write(SessionLog.FAILED, step + 1, second.toString());
        }
        failed = true;
      }
    }
    if (failed) {
      System.exit(FAILED);
    }
  }
}
