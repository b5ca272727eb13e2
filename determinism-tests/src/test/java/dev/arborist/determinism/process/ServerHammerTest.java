package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Lab;
import dev.arborist.testkit.postgres.PostgresServer;

/** Real processes on one queue on a server. */
class ServerHammerTest extends HammerContract {

  ServerHammerTest() {
    super(Lab.count(600, 100_000));
  }

  @Override
  String place() {
    PostgresServer server = PostgresServer.shared();
    return server.address(server.newSchema());
  }
}
