package dev.arborist.determinism.hostile;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.task.NewTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Something at the path of a queue that is none, or none that may be used; each in a directory of
 * its own.
 */
enum ForeignFile {
  NOTHING {
    @Override
    void place(Path file) {}
  },
  DIRECTORY {
    @Override
    void place(Path file) throws IOException {
      Files.createDirectory(file);
    }
  },
  EMPTY {
    @Override
    void place(Path file) throws IOException {
      Files.createFile(file);
    }
  },
  SHORT_TEXT {
    @Override
    void place(Path file) throws IOException {
      Files.writeString(file, "SQLite format 3\0");
    }
  },
  TEXT {
    @Override
    void place(Path file) throws IOException {
      Files.writeString(file, "no database\n".repeat(1_000));
    }
  },
  PIPE {
    @Override
    void place(Path file) throws IOException, InterruptedException {
      execute("mkfifo", file.toString());
    }
  },
  DEVICE {
    @Override
    void place(Path file) throws IOException {
      Files.createSymbolicLink(file, Path.of("/dev/null"));
    }
  },
  ENDLESS_DEVICE {
    @Override
    void place(Path file) throws IOException {
      Files.createSymbolicLink(file, Path.of("/dev/zero"));
    }
  },
  DANGLING_LINK {
    @Override
    void place(Path file) throws IOException {
      Files.createSymbolicLink(file, Path.of("nowhere"));
    }
  },
  LINK_TO_ITSELF {
    @Override
    void place(Path file) throws IOException {
      Files.createSymbolicLink(file, file.getFileName());
    }
  },
  LINK_TO_A_DIRECTORY {
    @Override
    void place(Path file) throws IOException {
      Files.createSymbolicLink(
          file, Files.createDirectory(file.resolveSibling("elsewhere")).getFileName());
    }
  },
  DATABASE_OF_ANOTHER_PROGRAM {
    @Override
    void place(Path file) throws SQLException {
      sql(file, "CREATE TABLE task (number)", "PRAGMA application_id = 17");
    }
  },
  DATABASE_OF_NOBODY {
    @Override
    void place(Path file) throws SQLException {
      sql(file, "VACUUM");
    }
  },
  LOG_OF_ANOTHER_PROGRAM {
    @Override
    void place(Path file) throws Exception {
      Path origin = Files.createDirectory(file.resolveSibling("origin")).resolve("their.db");
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + origin);
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("CREATE TABLE theirs (x)");
        statement.execute("INSERT INTO theirs VALUES (1)");
        execute("cp", origin.toString(), file.toString());
        execute("cp", origin + "-wal", file + "-wal");
      }
    }
  },
  HISTORY_OF_THE_EXAMINER {
    @Override
    void place(Path file) throws SQLException {
      queueWith(file, "PRAGMA application_id = 0x41726248");
    }
  },
  NEWER_QUEUE {
    @Override
    void place(Path file) throws SQLException {
      queueWith(file, "CREATE TABLE later (x)", "PRAGMA user_version = 99");
    }
  },
  QUEUE_OF_NO_VERSION {
    @Override
    void place(Path file) throws SQLException {
      queueWith(file, "PRAGMA user_version = -1");
    }
  },
  OLDER_QUEUE_THAT_IS_NONE {
    @Override
    void place(Path file) throws SQLException {
      queueWith(file, "PRAGMA user_version = 1");
    }
  };

  /** Puts it at a path in an empty directory. */
  abstract void place(Path file) throws Exception;

  static void execute(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    Violation.unless(code == 0, List.of(command) + " ends with " + code);
  }

  /** A queue of two tasks on which statements were executed by another program. */
  static void queueWith(Path file, String... statements) throws SQLException {
    Arborist.create(file);
    try (Arborist arborist = Arborist.open(file)) {
      arborist.queue().enqueue(NewTask.of("first").build());
      arborist.queue().enqueue(NewTask.of("second").build());
    }
    sql(file, statements);
  }

  /** Everything is in the main file afterwards. */
  static void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
