package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueScaleContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** A step is a way to the server and back, so a build takes fewer of them than the long run. */
@Tag("once")
class PostgresQueueScaleTest extends QueueScaleContract {

  private static final boolean IS_LONG = "long".equals(System.getProperty("lab"));

  PostgresQueueScaleTest() {
    super(IS_LONG ? 100_000 : 5_000);
  }

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
