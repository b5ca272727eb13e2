package dev.arborist.adapters.sqlite.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sqlite.DatabaseKind;
import dev.arborist.adapters.sqlite.SqliteDatabase;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
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

  /** Writes a part, then fails as it was told to. */
  private static final class FailingFormat implements VerdictFormat {

    private final boolean checked;
    private boolean broken = true;

    FailingFormat(boolean checked) {
      this.checked = checked;
    }

    @Override
    public void write(Verdict verdict, OutputStream out) throws IOException {
      if (broken) {
        out.write(1);
        if (checked) {
          throw new IOException("out of ink");
        }
        throw new IllegalStateException("a bug");
      }
      new BinaryFormat().write(verdict, out);
    }

    @Override
    public Verdict read(String name, InputStream in) throws IOException {
      return new BinaryFormat().read(name, in);
    }
  }

  @Test
  void aRunThatCannotBeWrittenIsNotSaved() {
    FailingFormat checked = new FailingFormat(true);
    FailingFormat unchecked = new FailingFormat(false);
    for (FailingFormat format : List.of(checked, unchecked)) {
      try (RunHistory history = SqliteRunHistory.open(file, format)) {
        Verdict verdict = Verdicts.large(2, 6);
        if (format == checked) {
          var refused = assertThrows(StorageException.class, () -> history.save(verdict));
          assertTrue(refused.getMessage().contains("out of ink"), refused.getMessage());
        } else {
          assertThrows(IllegalStateException.class, () -> history.save(verdict));
        }
        assertEquals(new Rows(1, 1, 6, 0), Rows.in(file));
        format.broken = false;
        RunId saved = history.save(verdict);
        assertEquals(Optional.of(verdict), history.load(saved));
        history.delete(List.of(saved));
      }
    }
  }

  private static int pragma(Handle handle, String pragma) {
    return handle.select("PRAGMA " + pragma).mapTo(Integer.class).one();
  }

  /** The limit holds for the connection, which is given up when it was met. */
  private static void forbidGrowth(SqliteDatabase database, int pages) {
    database.read(
        handle -> pragma(handle, "max_page_count = " + (pragma(handle, "page_count") + pages)));
  }

  @Test
  void aFullDiskLeavesTheHistoryAsItWas() {
    SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY);
    try (RunHistory history = new SqliteRunHistory(database, new BinaryFormat())) {
      history.pin(new RunId(1));
      for (int pages = 0; pages < 20; pages++) {
        Verdict large = Verdicts.large(2, 300);
        forbidGrowth(database, pages);
        var refused = assertThrows(StorageException.class, () -> history.save(large));
        assertTrue(refused.getMessage().contains("the disk is full"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
        assertEquals(new Rows(1, 1, 6, 1), Rows.in(file));
        assertEquals(Optional.of(OLD), history.load(new RunId(1)));
        assertEquals(Optional.of(new RunId(1)), history.pinned());
      }
      Verdict next = Verdicts.large(3, 60);
      assertEquals(Optional.of(next), history.load(history.save(next)));
      assertEquals(2, history.list(null, 0).size());
    }
  }

  @Test
  void aFailureInTheMiddleOfSavingIsUndone() {
    SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY);
    try (RunHistory history = new SqliteRunHistory(database, new BinaryFormat())) {
      database.write(
          handle ->
              handle.execute(
                  """
                  CREATE TRIGGER late BEFORE INSERT ON result WHEN new.position = 5
                  BEGIN SELECT raise(ABORT, 'not this one'); END
                  """));
      Verdict verdict = Verdicts.large(2, 60);
      var refused = assertThrows(StorageException.class, () -> history.save(verdict));
      assertTrue(refused.getMessage().contains("cannot change " + file), refused.getMessage());
      assertEquals(new Rows(1, 1, 6, 0), Rows.in(file));
      database.write(handle -> handle.execute("DROP TRIGGER late"));
      assertEquals(Optional.of(verdict), history.load(history.save(verdict)));
    }
  }

  private static void overwriteDocument(SqliteDatabase database, byte[] bytes) {
    database.write(handle -> handle.execute("UPDATE document SET bytes = ?", bytes));
  }

  @Test
  void aDamagedRunSaysSoAndTheOthersAreRead() {
    SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY);
    try (RunHistory history = new SqliteRunHistory(database, new BinaryFormat())) {
      overwriteDocument(database, new byte[] {1, 2, 3});
      RunId other = history.save(OLD);
      var refused = assertThrows(StorageException.class, () -> history.load(new RunId(1)));
      assertTrue(refused.getMessage().contains("run 0001 of " + file), refused.getMessage());
      assertTrue(refused.getMessage().contains("restore"), refused.getMessage());
      assertEquals(Optional.of(OLD), history.load(other));
      assertEquals(
          List.of(other, new RunId(1)),
          history.list(null, 0).stream().map(RunSummary::id).toList());
    }
  }

  @Test
  void aRunOfAFormatThatIsNotKnownSaysSo() {
    VerdictFormat later =
        new VerdictFormat() {
          @Override
          public void write(Verdict verdict, OutputStream out) throws IOException {
            out.write(new byte[] {0, 0, 0, 2});
          }

          @Override
          public Verdict read(String name, InputStream in) {
            throw new UnsupportedOperationException();
          }
        };
    RunId id;
    try (RunHistory history = SqliteRunHistory.open(file, later)) {
      id = history.save(OLD);
    }
    try (RunHistory history = SqliteRunHistory.open(file, new BinaryFormat())) {
      var refused = assertThrows(StorageException.class, () -> history.load(id));
      assertTrue(refused.getMessage().contains("is of version 2"), refused.getMessage());
    }
  }
}
