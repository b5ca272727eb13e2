package dev.arborist.determinism.hostile;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.QueueException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TreeView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Uses a queue that may be damaged in every way, and looks at how it says so. */
final class DamagedFile {

  /** Something that a program does to a queue. */
  private interface Use {
    void on(Arborist arborist);
  }

  private static final List<Use> USES =
      List.of(
          arborist -> arborist.browser().list(TaskQuery.ALL),
          arborist -> arborist.browser().statistics(),
          arborist -> arborist.browser().tree(TreeView.DEPENDENCY),
          arborist -> arborist.browser().events(new EventQuery(null, 0, 0)),
          arborist -> arborist.browser().plan(),
          arborist -> arborist.browser().explain(TaskNumber.of(3)),
          arborist -> arborist.queue().enqueue(NewTask.of("one more").build()),
          DamagedFile::work,
          arborist -> arborist.upkeep().diagnose(false),
          arborist -> arborist.queue().cancelSubtree(TaskNumber.of(2)));

  private final Path file;
  private final String damage;
  private int refused;

  /**
   * A damaged file.
   *
   * @param damage what was done to it, to say it when something is wrong
   */
  DamagedFile(Path file, String damage) {
    this.file = file;
    this.damage = damage;
  }

  private static void work(Arborist arborist) {
    for (Claim claim : arborist.queue().claim("worker", 2, Duration.ofMinutes(1))) {
      arborist.queue().complete(claim.details().task().number(), claim.token(), null);
    }
  }

  /** Uses it; returns whether the damage was noticed. */
  boolean use() {
    attempt(
        () -> {
          try (Arborist arborist = Arborist.at(file).durability(Durability.NORMAL).open()) {
            USES.forEach(use -> attempt(() -> use.on(arborist)));
          }
        });
    return refused > 0;
  }

  /** A use may fail, but only by a line of ours. */
  private void attempt(Runnable use) {
    try {
      use.run();
    } catch (StorageException | QueueException e) {
      refused++;
      String message = String.valueOf(e.getMessage());
      Violation.unless(
          !message.isBlank() && message.lines().count() == 1,
          damage + " is told in no line or several: " + message);
    } catch (Violation violation) {
      throw violation;
    } catch (RuntimeException | Error e) {
      Violation violation = new Violation(damage + " ends in " + e);
      violation.initCause(e);
      throw violation;
    }
  }
}
