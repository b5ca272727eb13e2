package dev.arborist.application.service;

import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TextRules;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Pruning, backups and examinations of one store. */
final class UpkeepService implements QueueUpkeep {

  private final TaskStore store;
  private final InstantSource clock;
  private final PriorityPolicy policy;
  private final String actor;

  UpkeepService(TaskStore store, InstantSource clock, PriorityPolicy policy, String actor) {
    this.store = store;
    this.clock = clock;
    this.policy = policy;
    this.actor = TextRules.actor(actor);
  }

  @Override
  public PruneReport prune(PruneRequest request) {
    PruneReport report =
        store.write(
            tx -> {
              var now = EpochMicros.truncate(clock.instant());
              return new Pruner(new Lifecycle(tx, policy, now, actor), request).prune();
            });
    if (request.dryRun() || !request.vacuum().appliesTo(report.pruned().size())) {
      return report;
    }
    return new PruneReport(
        report.pruned(),
        report.partial(),
        report.keptForChildren(),
        report.keptForDependents(),
        isCompacted());
  }

  /** What was pruned is pruned, whether or not the space could be given back. */
  private boolean isCompacted() {
    try {
      store.upkeep().compact();
      return true;
    } catch (StorageException e) {
      return false;
    }
  }

  @Override
  public void backup(Path target) {
    store.upkeep().backup(target);
  }

  @Override
  public Diagnosis diagnose(boolean repair) {
    List<String> broken = store.upkeep().verify();
    Instant now = EpochMicros.truncate(clock.instant());
    if (!repair) { // nobody who writes has to wait
      return store.read(tx -> new Doctor(tx, policy, now, null).examine(broken));
    }
    return store.write(
        tx -> new Doctor(tx, policy, now, new Lifecycle(tx, policy, now, actor)).examine(broken));
  }
}
