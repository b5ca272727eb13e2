package dev.arborist.application.service;

import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TextRules;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pruning, backups and examinations of one store. */
final class UpkeepService implements QueueUpkeep {

  private final TaskStore store;
  private final InstantSource clock;
  private final String actor;

  UpkeepService(TaskStore store, InstantSource clock, String actor) {
    this.store = store;
    this.clock = clock;
    this.actor = TextRules.actor(actor);
  }

  @Override
  public PruneReport prune(PruneRequest request) {
    PruneReport report =
        store.write(
            tx -> {
              Lifecycle lifecycle = new Lifecycle(tx, tx.priorityPolicy(), now(), actor);
              return new Pruner(lifecycle, request).prune();
            });
    if (request.dryRun() || !request.vacuum().appliesTo(report.pruned().size())) {
      return report;
    }
    return report.afterCompaction(compact());
  }

  /** What was pruned is pruned, whether or not the space can be given back; null or why not. */
  private @Nullable String compact() {
    try {
      store.upkeep().compact();
      return null;
    } catch (StorageException e) {
      return e.getMessage();
    }
  }

  @Override
  public void backup(Path target) {
    store.upkeep().backup(target);
  }

  @Override
  public Diagnosis diagnose(boolean repair) {
    List<String> broken = store.upkeep().verify();
    try {
      return examine(broken, repair);
    } catch (StorageException e) {
      if (broken.isEmpty()) {
        throw e;
      }
      return unreadable(broken, e);
    }
  }

  private Diagnosis examine(List<String> broken, boolean repair) {
    if (!repair) { // nobody who writes has to wait
      return store.read(tx -> new Doctor(tx, this::now, null).examine(broken));
    }
    return store.write(
        tx ->
            new Doctor(tx, this::now, now -> new Lifecycle(tx, tx.priorityPolicy(), now, actor))
                .examine(broken));
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }

  /** A file so damaged that its tasks cannot be read is what a doctor is asked about. */
  private static Diagnosis unreadable(List<String> broken, StorageException failure) {
    List<Finding> findings = new ArrayList<>(Doctor.damages(broken));
    findings.add(new Finding("the tasks cannot be examined: " + failure.getMessage(), false));
    return new Diagnosis(0, findings, false);
  }
}
