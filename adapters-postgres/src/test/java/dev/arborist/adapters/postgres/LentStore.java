package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.StoreUpkeep;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/** A store whose queue can serve another test when it is closed. */
final class LentStore implements TaskStore {

  private final PostgresAddress address = Schemas.lend();
  private final TaskStore store = PostgresQueue.open(address);
  private final AtomicBoolean lent = new AtomicBoolean(true);

  @Override
  public <T> T write(Function<TaskWrites, T> work) {
    return store.write(work);
  }

  @Override
  public void writeWhenIdle(Predicate<TaskWrites> work) {
    store.writeWhenIdle(work);
  }

  @Override
  public <T> T read(Function<TaskReads, T> work) {
    return store.read(work);
  }

  @Override
  public long revision() {
    return store.revision();
  }

  @Override
  public void onReady(Runnable hint) {
    store.onReady(hint);
  }

  @Override
  public StoreUpkeep upkeep() {
    return store.upkeep();
  }

  /** May be called again, and the queue is somebody else's by then. */
  @Override
  public void close() {
    store.close();
    if (lent.compareAndSet(true, false)) {
      Schemas.giveBack(address);
    }
  }
}
