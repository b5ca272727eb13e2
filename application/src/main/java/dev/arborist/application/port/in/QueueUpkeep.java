package dev.arborist.application.port.in;

import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.nio.file.Path;

/**
 * What keeps a queue small, safe and sound.
 *
 * <p>Safe for use by several threads and while others work on the queue. Any call may throw {@code
 * StorageException} when the store fails.
 */
public interface QueueUpkeep {

  /**
   * Deletes terminal tasks.
   *
   * <p>A task stays while a child of it stays or an open task waits for it. Of a task that is
   * deleted one event remains; its idempotency key is free again, its number is not.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when a task that is named does not exist
   * @throws dev.arborist.domain.task.PruneRefusedException when a task that is named is open or has
   *     to stay; nothing is deleted
   */
  PruneReport prune(PruneRequest request);

  /**
   * Writes a copy of the queue as of now, and verifies it, while the queue goes on.
   *
   * @param target a file that does not exist yet; it appears there when it is complete
   */
  void backup(Path target);

  /**
   * Examines every task, edge, count and event, and the file itself.
   *
   * @param repair whether derived values (statuses of tasks that nobody holds, counts, depths,
   *     priorities) are computed afresh where they are wrong; nothing else is ever changed
   */
  Diagnosis diagnose(boolean repair);
}
