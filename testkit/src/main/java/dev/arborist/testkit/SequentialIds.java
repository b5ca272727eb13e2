package dev.arborist.testkit;

import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.TaskId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count up from one, the same in every run. */
public final class SequentialIds implements IdSource {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong last = new AtomicLong();

  @Override
  public TaskId next() {
    return new TaskId(new UUID(VERSION, VARIANT | last.incrementAndGet()));
  }
}
