package dev.arborist.adapters.sqlite.history;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What lists show of the runs, and which of them is pinned. */
final class RunTable {

  private static final String INSERT =
      """
      INSERT INTO run (measured_at, label, "commit", dirty, machine, jvm,
                       benchmarks, passed, failed, inconclusive)
      VALUES (:measuredAt, :label, :commit, :dirty, :machine, :jvm,
              :benchmarks, :passed, :failed, :inconclusive)
      RETURNING number
      """;

  private static final String SELECT =
      """
      SELECT number, measured_at, label, "commit", dirty, machine, jvm,
             benchmarks, passed, failed, inconclusive,
             number IN (SELECT run FROM pin) AS pinned
        FROM run
       WHERE :label IS NULL OR label = :label
       ORDER BY number DESC
       LIMIT :limit
      """;

  private static final String LATEST = "SELECT number FROM run ORDER BY number DESC LIMIT 1";
  private static final String EXISTS = "SELECT number FROM run WHERE number = :run";
  private static final String DELETE = "DELETE FROM run WHERE number = :run";
  private static final String PINNED = "SELECT run FROM pin";
  private static final String UNPIN = "DELETE FROM pin";
  private static final String PIN = "INSERT INTO pin (slot, run) VALUES (1, :run)";

  private static final int NO_LIMIT = -1;

  private final Handle handle;

  RunTable(Handle handle) {
    this.handle = handle;
  }

  /** SQLite's limit for ours, in which 0 stands for all. */
  static int sqlLimit(int limit) {
    return limit == 0 ? NO_LIMIT : limit;
  }

  RunId insert(Verdict verdict) {
    Origin origin = verdict.origin();
    try (Query insert = handle.createQuery(INSERT)) {
      return insert
          .bind("measuredAt", EpochMicros.of(origin.measuredAt()))
          .bind("label", origin.label())
          .bind("commit", origin.commit())
          .bind("dirty", origin.dirty() ? 1 : 0)
          .bind("machine", origin.machine())
          .bind("jvm", origin.jvm())
          .bind("benchmarks", benchmarks(verdict))
          .bind("passed", verdict.count(Outcome.PASS) + kept(verdict.duet()))
          .bind("failed", verdict.count(Outcome.FAIL) + count(verdict.duet(), Change.REGRESSED))
          .bind(
              "inconclusive",
              verdict.count(Outcome.INCONCLUSIVE) + count(verdict.duet(), Change.INCONCLUSIVE))
          .map((row, context) -> new RunId(row.getInt(1)))
          .one();
    }
  }

  /** Those that show how fast the machine was are none. */
  private static long benchmarks(Verdict verdict) {
    long measured =
        verdict.series().stream()
            .map(Series::key)
            .filter(key -> !key.benchmark().startsWith(RegressionAnalysis.RULERS))
            .distinct()
            .count();
    Duet duet = verdict.duet();
    return measured + (duet == null ? 0 : duet.results().size());
  }

  private static int count(@Nullable Duet duet, Change change) {
    return duet == null ? 0 : duet.count(change);
  }

  private static int kept(@Nullable Duet duet) {
    return count(duet, Change.UNCHANGED) + count(duet, Change.IMPROVED);
  }

  List<RunSummary> list(@Nullable String label, int limit) {
    try (Query query = handle.createQuery(SELECT)) {
      return query
          .bind("label", label)
          .bind("limit", sqlLimit(limit))
          .map((row, context) -> summary(row))
          .list();
    }
  }

  private static RunSummary summary(ResultSet row) throws SQLException {
    return new RunSummary(
        new RunId(row.getInt(1)),
        new Origin(
            EpochMicros.toInstant(row.getLong(2)),
            row.getString(3),
            row.getString(4),
            row.getInt(5) == 1,
            row.getString(6),
            row.getString(7)),
        row.getInt(8),
        row.getInt(9),
        row.getInt(10),
        row.getInt(11),
        row.getInt(12) == 1);
  }

  Optional<RunId> latest() {
    return id(handle.createQuery(LATEST));
  }

  boolean exists(RunId id) {
    return id(handle.createQuery(EXISTS).bind("run", id.number())).isPresent();
  }

  Optional<RunId> pinned() {
    return id(handle.createQuery(PINNED));
  }

  private static Optional<RunId> id(Query query) {
    try (query) {
      return query.map((row, context) -> new RunId(row.getInt(1))).findOne();
    }
  }

  void unpin() {
    try (Update delete = handle.createUpdate(UNPIN)) {
      delete.execute();
    }
  }

  void pin(RunId id) {
    unpin();
    try (Update insert = handle.createUpdate(PIN)) {
      insert.bind("run", id.number()).execute();
    }
  }

  /** What refers to the runs goes with them. */
  void delete(List<RunId> ids) {
    try (PreparedBatch batch = handle.prepareBatch(DELETE)) {
      for (RunId id : ids) {
        batch.bind("run", id.number()).add();
      }
      batch.execute();
    }
  }
}
