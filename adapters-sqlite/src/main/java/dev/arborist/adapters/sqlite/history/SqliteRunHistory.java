package dev.arborist.adapters.sqlite.history;

import dev.arborist.adapters.sqlite.DatabaseKind;
import dev.arborist.adapters.sqlite.SqliteDatabase;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of runs in an SQLite file, fully durable. */
public final class SqliteRunHistory implements RunHistory {

  private final SqliteDatabase database;
  private final DocumentTable documents;

  SqliteRunHistory(SqliteDatabase database, VerdictFormat format) {
    this.database = database;
    documents = new DocumentTable(format);
  }

  /**
   * Creates an empty history, and the directories above it.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws StorageException when something is there already, or the place cannot be written
   */
  public static RunHistory create(Path path, VerdictFormat format) {
    SqliteDatabase.create(path, DatabaseKind.HISTORY);
    return open(path, format);
  }

  /**
   * Opens a history that exists; nothing is created. A history of an earlier version is brought up
   * to date.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws StorageException when there is no history at the path: nothing at all, a directory, a
   *     queue, another program's database or no database; it is left as it is
   */
  public static RunHistory open(Path path, VerdictFormat format) {
    return new SqliteRunHistory(SqliteDatabase.open(path, DatabaseKind.HISTORY), format);
  }

  /**
   * Opens a history, and creates it first where nothing is.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws StorageException when there is something else at the path, or it cannot be written
   */
  public static RunHistory openOrCreate(Path path, VerdictFormat format) {
    return new SqliteRunHistory(SqliteDatabase.openOrCreate(path, DatabaseKind.HISTORY), format);
  }

  @Override
  public RunId save(Verdict verdict) {
    byte[] document = documents.compress(verdict);
    return database.write(
        handle -> {
          RunId id = new RunTable(handle).insert(verdict);
          documents.insert(handle, id, document);
          new ResultTable(handle).insert(id, verdict.series());
          return id;
        });
  }

  @Override
  public Optional<Verdict> load(RunId id) {
    return database
        .read(handle -> documents.find(handle, id))
        .map(document -> documents.expand(database.path(), id, document));
  }

  @Override
  public boolean exists(RunId id) {
    return database.read(handle -> new RunTable(handle).exists(id));
  }

  @Override
  public Optional<RunId> latest() {
    return database.read(handle -> new RunTable(handle).latest());
  }

  @Override
  public List<RunSummary> list(@Nullable String label, int limit) {
    requireNotNegative(limit);
    return database.read(handle -> new RunTable(handle).list(label, limit));
  }

  @Override
  public List<TrendPoint> trend(String name, int runs) {
    requireNotNegative(runs);
    return database.read(handle -> new ResultTable(handle).trend(name, runs));
  }

  private static void requireNotNegative(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("give a limit of 1 or more, or 0 for all, not " + limit);
    }
  }

  @Override
  public Optional<RunId> pinned() {
    return database.read(handle -> new RunTable(handle).pinned());
  }

  @Override
  public void pin(@Nullable RunId id) {
    database.write(
        handle -> {
          RunTable runs = new RunTable(handle);
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
          handle -> {
            new RunTable(handle).delete(ids);
            return true;
          });
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
