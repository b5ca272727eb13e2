package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.process.ServerExperiment;
import java.util.List;

/** Faults in how a queue is kept on a server. */
final class PostgresFaults {

  private static final String POSTGRES =
      "adapters-postgres/src/main/java/dev/arborist/adapters/postgres/";

  static final List<Canary> ALL =
      List.of(
          new Canary(
              "a commit that does not wait for the server's disk",
              Patch.of(
                  POSTGRES + "Pool.java",
                  "(isDurable ? FOR_THE_DISK : NOT_FOR_THE_DISK)",
                  "NOT_FOR_THE_DISK"),
              ServerExperiment.class,
              "was told '|, and the queue has "),
          new Canary(
              "a change that is made again when its connection is lost in the commit",
              Patch.of(
                  POSTGRES + "UnitOfWork.java",
                  "unit.number() > 0 && PostgresFailures.isOfConnection(failure)",
                  "unit.number() < 0"),
              ServerExperiment.class,
              ", and the queue has |was told '"),
          new Canary(
              "leases that go by the clock of whoever asks",
              Patch.of(
                  "arborist/src/main/java/dev/arborist/Arborist.java",
                  "with(opened.store(), opened.clock())",
                  "with(opened.store(), InstantSource.system())"),
              ServerExperiment.class,
              "was to last until "),
          new Canary(
              "a claim that does not keep others from what it takes",
              Patch.of(POSTGRES + "PostgresDialect.java", "lock(alias) + \" SKIP LOCKED\"", "\"\""),
              ServerExperiment.class,
              "the history of a task is broken|was claimed while it was held|was told '"));

  private PostgresFaults() {}
}
