package dev.arborist.determinism.crash;

import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.determinism.lab.FreshJvm;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that takes steps of the script and notes each: {@code FILE LOG FIRST LAST ENDING}.
 *
 * <p>When the store fails it does what a caller should: it looks whether the step was kept where
 * that is unknown, tries once more where it was not, and gives up when that fails too. The ending
 * is {@code close} or {@code halt}, which leaves the write-ahead log as it is. Ends with 4 when it
 * has given up.
 */
final class CrashSession {

  static final String CLOSE = "close";
  static final String HALT = "halt";
  static final int FAILED = 4;

  private static final int TRIES = 2;

  private final Session session;
  private final SessionLog log;

  /** The program for these steps; where the last comes before the first it takes none. */
  static FreshJvm program(Path file, Path log, int first, int last, String ending) {
    return new FreshJvm(
        CrashSession.class, file.toString(), log.toString(), "" + first, "" + last, ending);
  }

  /** The program for all steps. */
  static FreshJvm program(Path file, Path log) {
    return program(file, log, 1, Script.steps().size(), CLOSE);
  }

  private CrashSession(Session session, SessionLog log) {
    this.session = session;
    this.log = log;
  }

  public static void main(String[] arguments) throws IOException {
    boolean failed = false;
    try (SessionLog log = SessionLog.create(Path.of(arguments[1]))) {
      int first = Integer.parseInt(arguments[2]);
      try (Session session = new Session(Path.of(arguments[0]), Durability.FULL)) {
        new CrashSession(session, log).run(first, Integer.parseInt(arguments[3]));
        if (arguments[4].equals(HALT)) {
          Runtime.getRuntime().halt(0);
        }
      } catch (StorageException e) {
        log.write(SessionLog.GAVE_UP, 0, e.getMessage());
        failed = true;
      }
    }
    if (failed) {
      System.exit(FAILED);
    }
  }

  private void run(int first, int last) throws IOException {
    for (int step = first; step <= last; step++) {
      String before = session.state();
      int tries = 1;
      while (!isTaken(step, before, tries)) {
        tries++;
      }
    }
    if (first > last) {
      session.findings(); // opens a connection, and closing the last one empties the log
    }
  }

  /** Whether the step has been taken, or was found to be when that was unknown. */
  private boolean isTaken(int step, String before, int tries) throws IOException {
    log.write(SessionLog.BEGIN, step, session.name(step));
    try {
      log.write(SessionLog.ACKNOWLEDGED, step, session.take(step));
      return true;
    } catch (StorageException e) {
      log.write(SessionLog.FAILED, step, e.getMessage());
      if (!session.state().equals(before)) {
        log.write(SessionLog.KEPT, step, "as it is read");
        return true;
      }
      if (tries == TRIES) {
        throw e;
      }
      return false;
    }
  }
}
