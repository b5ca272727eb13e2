package dev.arborist.determinism.canary;

import dev.arborist.determinism.crash.CrowdExperiment;
import dev.arborist.determinism.crash.FullDiskExperiment;
import dev.arborist.determinism.crash.StatementFaultExperiment;
import dev.arborist.determinism.crash.SyncExperiment;
import dev.arborist.determinism.hostile.DamageExperiment;
import dev.arborist.determinism.hostile.ForeignFileExperiment;
import dev.arborist.determinism.hostile.PermissionExperiment;
import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.simulation.SimulationExperiment;
import java.util.List;

/** Faults in how a queue is kept. */
final class StorageFaults {

  private static final String SQLITE =
      "adapters-sqlite/src/main/java/dev/arborist/adapters/sqlite/";

  static final List<Canary> ALL =
      List.of(
          new Canary(
              "a count that is not kept when a task changes",
              Patch.of(
                  SQLITE + "Transactions.java",
                  """
                        unit.attempt(tx);
                        gathered.addAll(tx.counts());
                        return true;
                  """,
                  """
                        unit.attempt(tx);
                        return true;
                  """),
              SimulationExperiment.class,
              "the counts by status are not those"),
          new Canary(
              "an error of the commit that nobody is told",
              Patch.of(
                  SQLITE + "Transactions.java",
                  "throw SqliteFailures.commitFailure(what, failure);",
                  ""),
              StatementFaultExperiment.class,
              "left something else"),
          new Canary(
              "a savepoint that is not gone back to",
              Patch.of(SQLITE + "Transactions.java", "      open.run(UNDO).execute();\n", ""),
              CrowdExperiment.class,
              "after a refused completion| is refused| claimed "),
          new Canary(
              "a commit that does not wait for the disk",
              Patch.of(
                      SQLITE + "Connections.java",
                      "? SynchronousMode.FULL : SynchronousMode.NORMAL",
                      "? SynchronousMode.OFF : SynchronousMode.NORMAL")
                  .and("&& intPragma(connection, \"synchronous\") == durability.pragma()", ""),
              SyncExperiment.class,
              "written, and not synced since"),
          new Canary(
              "a database file that is opened past SQLite",
              Patch.of(
                  SQLITE + "SqliteTaskStore.java",
                  "    Schema.upgrade(file, file.requireKind());\n",
                  """
                      Schema.upgrade(file, file.requireKind());
                      try (var in = java.nio.file.Files.newInputStream(file.path())) {
                        if (in.read() != 'S') {
                          throw new IllegalStateException("no database");
                        }
                      } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                      }
                  """),
              SyncExperiment.class,
              "something else than SQLite has opened"),
          new Canary(
              "a trigger in a queue that nobody looks for",
              Patch.of(
                  SQLITE + "SchemaCheck.java",
                  "checksum(connection) == QUEUE_CHECKSUM",
                  "kind.scripts().size() > 0"),
              ForeignFileExperiment.class,
              "was used as a queue"),
          new Canary(
              "another program's log that is played into its database",
              Patch.of(SQLITE + "Connections.java", "mode=ro&immutable=1", "mode=rw"),
              ForeignFileExperiment.class,
              "LOG_OF_ANOTHER_PROGRAM was "),
          new Canary(
              "a file that may not be used and is given the permission",
              Patch.of(
                  SQLITE + "DatabaseFile.java",
                  "      return new DatabaseFile(real, kind);\n",
                  """
                        real.toFile().setReadable(true);
                        real.toFile().setWritable(true);
                        return new DatabaseFile(real, kind);
                  """),
              PermissionExperiment.class,
              " became "),
          new Canary(
              "a queue that may not be looked at and is said not to be there",
              Patch.of(
                  SQLITE + "DatabaseFile.java",
                  "catch (NoSuchFileException e) {\n      throw",
                  "catch (NoSuchFileException | AccessDeniedException e) {\n      throw"),
              PermissionExperiment.class,
              "there is no queue at"),
          new Canary(
              "a damaged page that is told as a bug",
              Patch.of(
                  SQLITE + "SqliteTaskStore.java",
                  "catch (JdbiException | SqlException | SQLException e)",
                  "catch (JdbiException | SQLException e)"),
              DamageExperiment.class,
              "ends in .*SqlException"),
          new Canary(
              "a full disk that is taken for a broken one",
              Patch.of(
                      SQLITE + "SqliteFailures.java",
                      "case SQLITE_IOERR ->",
                      "case SQLITE_FULL, SQLITE_IOERR ->")
                  .and(
                      "          case SQLITE_FULL -> \"the disk is full; make room and try"
                          + " again\";\n",
                      ""),
              FullDiskExperiment.class,
              "the disk failed"));

  private StorageFaults() {}
}
