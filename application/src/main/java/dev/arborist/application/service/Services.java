package dev.arborist.application.service;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.priority.PriorityPolicy;
import java.time.InstantSource;
import java.util.List;

/** Assembles the services; the only way to get one. */
public final class Services {

  private Services() {}

  /** The queue on a store; the caller keeps the store and closes it. */
  public static TaskQueue queue(
      TaskStore store, IdSource ids, InstantSource clock, PriorityPolicy policy) {
    return new QueueService(store, ids, clock, policy);
  }

  /** The reading side of a store; the caller keeps the store and closes it. */
  public static TaskBrowser browser(TaskStore store, InstantSource clock) {
    return new BrowserService(store, clock);
  }

  /** The examiner. */
  public static Examiner examiner() {
    return new ExaminerService();
  }

  /** All of these sources, measured one after the other, as one. */
  public static MeasurementSource combined(List<MeasurementSource> sources) {
    return new CombinedMeasurements(sources);
  }
}
