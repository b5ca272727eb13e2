package dev.arborist.adapters.sql.history;

import dev.arborist.adapters.sql.Run;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
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
import org.jspecify.annotations.Nullable;

/** What lists show of the runs, and which of them is pinned. */
final class RunTable {

  /** The database numbers it, behind all others. */
  private static final Sql INSERT =
      new Sql(
          """
          INSERT INTO run (measured_at, label, "commit", dirty, machine, jvm,
                           benchmarks, passed, failed, inconclusive, duet)
          VALUES (:measuredAt, :label, :commit, :dirty, :machine, :jvm,
                  :benchmarks, :passed, :failed, :inconclusive, :duet)
          RETURNING number
          """);

  private static final Sql SELECT =
      new Sql(
          """
          SELECT number, measured_at, label, "commit", dirty, machine, jvm,
                 benchmarks, passed, failed, inconclusive, duet,
                 number IN (SELECT run FROM pin) AS pinned
            FROM run
           WHERE CAST(:label AS text) IS NULL OR label = :label
           ORDER BY number DESC
           LIMIT :limit
          """);

  private static final Sql LATEST = new Sql("SELECT number FROM run ORDER BY number DESC LIMIT 1");
  private static final Sql EXISTS = new Sql("SELECT number FROM run WHERE number = :run");
  private static final Sql DELETE = new Sql("DELETE FROM run WHERE number = :run");
  private static final Sql PINNED = new Sql("SELECT run FROM pin");
  private static final Sql UNPIN = new Sql("DELETE FROM pin");
  private static final Sql PIN = new Sql("INSERT INTO pin (slot, run) VALUES (1, :run)");

  private final Session session;

  RunTable(Session session) {
    this.session = session;
  }

  /** SQL's limit for ours, in which 0 stands for all; there are no more numbers than that. */
  static int sqlLimit(int limit) {
    return limit == 0 ? Integer.MAX_VALUE : limit;
  }

  RunId insert(Verdict verdict) {
    Origin origin = verdict.origin();
    long number =
        session
            .run(INSERT)
            .set("measuredAt", EpochMicros.of(origin.measuredAt()))
            .set("label", origin.label())
            .set("commit", origin.commit())
            .set("dirty", origin.dirty() ? 1 : 0)
            .set("machine", origin.machine())
            .set("jvm", origin.jvm())
            .set("benchmarks", benchmarks(verdict))
            .set("passed", verdict.count(Outcome.PASS) + kept(verdict.duet()))
            .set("failed", verdict.count(Outcome.FAIL) + count(verdict.duet(), Change.REGRESSED))
            .set(
                "inconclusive",
                verdict.count(Outcome.INCONCLUSIVE) + count(verdict.duet(), Change.INCONCLUSIVE))
            .set("duet", verdict.duet() == null ? 0 : 1)
            .number();
    return new RunId(Math.toIntExact(number));
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
    return session
        .run(SELECT)
        .set("label", label)
        .set("limit", sqlLimit(limit))
        .list(RunTable::summary);
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
        row.getInt(12) == 1,
        row.getBoolean(13));
  }

  Optional<RunId> latest() {
    return id(session.run(LATEST));
  }

  boolean exists(RunId id) {
    return id(session.run(EXISTS).set("run", id.number())).isPresent();
  }

  Optional<RunId> pinned() {
    return id(session.run(PINNED));
  }

  private static Optional<RunId> id(Run query) {
    return query.first(row -> new RunId(row.getInt(1)));
  }

  void unpin() {
    session.run(UNPIN).execute();
  }

  void pin(RunId id) {
    unpin();
    session.run(PIN).set("run", id.number()).execute();
  }

  /** What refers to the runs goes with them. */
  void delete(List<RunId> ids) {
    Run rows = session.run(DELETE);
    ids.forEach(id -> rows.set("run", id.number()).addBatch());
    rows.executeBatch();
  }
}
