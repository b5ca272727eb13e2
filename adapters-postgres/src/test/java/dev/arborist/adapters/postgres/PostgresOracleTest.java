package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.oracle.OracleContract;
import java.nio.file.Path;

class PostgresOracleTest extends OracleContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
