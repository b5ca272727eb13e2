package dev.arborist.adapters.sqlite.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sql.history.SqlRunHistory;
import dev.arborist.adapters.sqlite.DatabaseKind;
import dev.arborist.adapters.sqlite.SqliteDatabase;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.testkit.history.BinaryFormat;
import dev.arborist.testkit.history.SavedRows;
import dev.arborist.testkit.history.Verdicts;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFailuresTest {

  private static final Verdict OLD = Verdicts.large(1, 6);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void createWithOneRun() {
    file = directory.resolve("history.db");
    try (RunHistory history = SqliteRunHistory.create(file, new BinaryFormat())) {
      history.save(OLD);
    }
  }

  /** The limit holds for the connection, which is given up when it was met. */
  private static void forbidGrowth(SqliteDatabase database, int pages) {
    database.read(
        session -> {
          int size = HistoryFiles.number(session, "PRAGMA page_count");
          return HistoryFiles.number(session, "PRAGMA max_page_count = " + (size + pages));
        });
  }

  @Test
  void aFullDiskLeavesTheHistoryAsItWas() {
    SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY);
    try (RunHistory history = new SqlRunHistory(database, new BinaryFormat())) {
      history.pin(new RunId(1));
      for (int pages = 0; pages < 20; pages++) {
        Verdict large = Verdicts.large(2, 300);
        forbidGrowth(database, pages);
        var refused = assertThrows(StorageException.class, () -> history.save(large));
        assertTrue(refused.getMessage().contains("the disk is full"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
        assertEquals(new SavedRows(1, 1, 6, 1), HistoryFiles.rows(file));
        assertEquals(Optional.of(OLD), history.load(new RunId(1)));
        assertEquals(Optional.of(new RunId(1)), history.pinned());
      }
      Verdict next = Verdicts.large(3, 60);
      assertEquals(Optional.of(next), history.load(history.save(next)));
      assertEquals(2, history.list(null, 0).size());
    }
  }
}
