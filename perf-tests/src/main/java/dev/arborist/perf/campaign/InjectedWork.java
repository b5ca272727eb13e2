package dev.arborist.perf.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Three kinds of work, done a number of times that the class path says, a hundred without: five
 * rounds more are five percent more work, of the same kind.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InjectedWork {

  /** The resource that holds the number of rounds. */
  static final String ROUNDS = "arborist-campaign-rounds";

  /** The number of rounds without that resource. */
  static final int USUAL_ROUNDS = 100;

  private static final int KEYS = 10_000;
  private static final int ROWS = 1_000;
  private static final int WORDS = 8;

  private final TreeMap<Integer, Integer> tree = new TreeMap<>();
  private int rounds;
  private int next;

  /** A table in a file, which only the benchmark that reads it makes: that takes half a second. */
  @State(Scope.Thread)
  public static class Rows {

    private Path file;
    private Connection connection;
    private PreparedStatement select;

    /** Fills the table. */
    @Setup
    public void prepare() throws IOException, SQLException {
      file = Files.createTempFile("campaign", ".db");
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE part (id INTEGER PRIMARY KEY, name TEXT)");
        statement.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                + ROWS
                + ") INSERT INTO part SELECT i, 'part number ' || i FROM n");
      }
      connection.commit();
      select = connection.prepareStatement("SELECT name FROM part WHERE id = ?");
    }

    /** Closes and deletes it. */
    @TearDown
    public void remove() throws IOException, SQLException {
      connection.close();
      Files.deleteIfExists(file);
    }
  }

  /** Reads the number of rounds, and makes the tree. */
  @Setup
  public void prepare() throws IOException {
    try (InputStream in = InjectedWork.class.getResourceAsStream("/" + ROUNDS)) {
      rounds =
          in == null
              ? USUAL_ROUNDS
              : Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
    Random random = new Random(1);
    for (int i = 0; i < KEYS; i++) {
      tree.put(random.nextInt(), i);
    }
  }

  /** Looks keys up in a tree: comparisons and jumps in memory. */
  @Benchmark
  public long cpu() {
    long found = 0;
    for (int i = 0; i < rounds; i++) {
      next = next * 1_664_525 + 1_013_904_223;
      Integer key = tree.ceilingKey(next);
      found += key == null ? 1 : key;
    }
    return found;
  }

  /** Puts texts together that are garbage at once. */
  @Benchmark
  public int allocation() {
    int length = 0;
    for (int i = 0; i < rounds; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < WORDS; word++) {
        text.append("word ").append(next++).append(' ');
      }
      length += text.toString().length();
    }
    return length;
  }

  /** Reads rows by their key from a file. */
  @Benchmark
  public int sqlite(Rows rows) throws SQLException {
    int length = 0;
    for (int i = 0; i < rounds; i++) {
      next = (next + 7) % ROWS;
      rows.select.setInt(1, next + 1);
      try (ResultSet row = rows.select.executeQuery()) {
        row.next();
        length += row.getString(1).length();
      }
    }
    return length;
  }
}
