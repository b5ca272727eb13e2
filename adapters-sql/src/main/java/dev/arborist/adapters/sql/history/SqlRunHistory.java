package dev.arborist.adapters.sql.history;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of runs in the tables of a database, whichever it is. */
public final class SqlRunHistory implements RunHistory {

  private final HistoryDatabase database;
  private final DocumentTable documents;

  /**
   * A history that closes the database when it is closed.
   *
   * @param format how runs are kept
   */
  public SqlRunHistory(HistoryDatabase database, VerdictFormat format) {
    this.database = database;
    documents = new DocumentTable(format);
  }

  @Override
  public RunId save(Verdict verdict) {
    byte[] document = documents.compress(verdict);
    return database.write(
        session -> {
          RunId id = new RunTable(session).insert(verdict);
          documents.insert(session, id, document);
          new ResultTable(session).insert(id, verdict.series());
          return id;
        });
  }

  @Override
  public Optional<Verdict> load(RunId id) {
    Optional<byte[]> found =
        database.read(session -> documents.find(session, id), Optional.empty());
    return found.map(document -> documents.expand("run " + id + " of " + database, document));
  }

  @Override
  public boolean exists(RunId id) {
    return database.read(session -> new RunTable(session).exists(id), false);
  }

  @Override
  public Optional<RunId> latest() {
    return database.read(session -> new RunTable(session).latest(), Optional.empty());
  }

  @Override
  public List<RunSummary> list(@Nullable String label, int limit) {
    requireNotNegative(limit);
    return database.read(session -> new RunTable(session).list(label, limit), List.of());
  }

  @Override
  public List<TrendPoint> trend(String name, int runs) {
    requireNotNegative(runs);
    return database.read(session -> new ResultTable(session).trend(name, runs), List.of());
  }

  private static void requireNotNegative(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("give a limit of 1 or more, or 0 for all, not " + limit);
    }
  }

  @Override
  public Optional<RunId> pinned() {
    return database.read(session -> new RunTable(session).pinned(), Optional.empty());
  }

  @Override
  public void pin(@Nullable RunId id) {
    database.write(
        session -> {
          RunTable runs = new RunTable(session);
          if (id == null) {
            runs.unpin();
          } else if (runs.exists(id)) {
            runs.pin(id);
          } else {
            throw new IllegalArgumentException("there is no run " + id);
          }
          return true;
        });
  }

  @Override
  public void delete(List<RunId> ids) {
    if (!ids.isEmpty()) {
      database.write(
          session -> {
            new RunTable(session).delete(ids);
            return true;
          });
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
