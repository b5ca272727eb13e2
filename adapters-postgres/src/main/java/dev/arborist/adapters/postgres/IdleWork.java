package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskWrites;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does what nobody waits for, on a thread of its own that lives while there is something to do.
 * Safe for use by several threads.
 */
final class IdleWork implements AutoCloseable {

  /** Runs one turn, and returns whether there is more. */
  interface Writing {
    Boolean write(Function<TaskWrites, Boolean> work);
  }

  private final Writing writing;
  private final ExecutorService thread;
  private final Set<Predicate<TaskWrites>> waiting = new LinkedHashSet<>();

  IdleWork(Writing writing, String name) {
    this.writing = writing;
    thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread worker = new Thread(work, name);
              worker.setDaemon(true);
              return worker;
            });
  }

  /** Work that is waiting already is not added again. */
  synchronized void add(Predicate<TaskWrites> work) {
    if (!thread.isShutdown() && waiting.add(work)) {
      thread.execute(() -> turn(work));
    }
  }

  private void turn(Predicate<TaskWrites> work) {
    boolean more = false;
    try {
      more = writing.write(work::test);
    } catch (RuntimeException forgotten) {
      // The port says so: it is forgotten when it fails, and whoever needs it adds it again.
      more = false;
    } finally {
      goOn(work, more);
    }
  }

  private synchronized void goOn(Predicate<TaskWrites> work, boolean more) {
    if (more && !thread.isShutdown()) {
      thread.execute(() -> turn(work));
    } else {
      waiting.remove(work);
    }
  }

  /** Finishes the turn that is under way. */
  @Override
  public void close() {
    synchronized (this) {
      thread.shutdown();
    }
    Pause.untilEnded(thread);
  }
}
