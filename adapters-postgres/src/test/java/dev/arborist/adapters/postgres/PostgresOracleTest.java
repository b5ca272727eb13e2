package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.oracle.OracleContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("once")
class PostgresOracleTest extends OracleContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
