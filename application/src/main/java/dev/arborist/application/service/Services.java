package dev.arborist.application.service;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.port.in.PairedExaminer;
import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.in.Specifications;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.TaskStore;
import java.time.InstantSource;
import java.util.List;

/** Assembles the services; the only way to get one. The caller keeps the store and closes it. */
public final class Services {

  private Services() {}

  /**
   * The queue on a store.
   *
   * @param actor who is recorded as having done what no worker does
   */
  public static TaskQueue queue(TaskStore store, IdSource ids, InstantSource clock, String actor) {
    return new QueueService(store, ids, clock, actor);
  }

  /** The reading side of a store. */
  public static TaskBrowser browser(TaskStore store, InstantSource clock) {
    return new BrowserService(store, clock);
  }

  /** Pruning, backups and examinations of a store; {@code actor} as for {@link #queue}. */
  public static QueueUpkeep upkeep(TaskStore store, InstantSource clock, String actor) {
    return new UpkeepService(store, clock, actor);
  }

  /** The documents of a store; {@code actor} is recorded as their author. */
  public static Specifications specifications(TaskStore store, InstantSource clock, String actor) {
    return new SpecificationService(store, clock, actor);
  }

  /** The examiner; the clock tells when the time for measuring is over. */
  public static Examiner examiner(InstantSource clock) {
    return new ExaminerService(clock);
  }

  /** The examiner of two versions; the clock tells when a benchmark's budget is spent. */
  public static PairedExaminer pairedExaminer(InstantSource clock) {
    return new PairedExaminerService(clock);
  }

  /** All of these sources, measured one after the other, as one. */
  public static MeasurementSource combined(List<MeasurementSource> sources) {
    return new CombinedMeasurements(sources);
  }
}
