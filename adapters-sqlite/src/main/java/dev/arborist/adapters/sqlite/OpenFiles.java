package dev.arborist.adapters.sqlite;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The queues that this process has open, by their real paths.
 *
 * <p>The look at a file that identifies it must not happen while the process has it open (see
 * {@link QueueFile#requireQueue}), so opening and closing are serialised here, and only the first
 * opening looks.
 */
final class OpenFiles {

  private static final Map<Path, Integer> OPEN = new TreeMap<>();

  private OpenFiles() {}

  /** Identifies the file unless it is open here already, and counts it as open. */
  static void enter(QueueFile file) {
    synchronized (OPEN) {
      if (!OPEN.containsKey(file.path())) {
        file.requireQueue();
      }
      OPEN.merge(file.path(), 1, Integer::sum);
    }
  }

  /** Counts the file as open once less; all its connections must be closed. */
  static void leave(QueueFile file) {
    synchronized (OPEN) {
      OPEN.computeIfPresent(file.path(), (path, count) -> count == 1 ? null : count - 1);
    }
  }
}
