package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.EventTable;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlWrites;
import dev.arborist.adapters.sql.StatusCounts;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.List;

/** What SQLite does in its own way: its numbers and sequences, and counts that one writer keeps. */
final class SqliteWrites extends SqlWrites {

  private static final Sql HIGHEST =
      new Sql("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'task'");

  private static final Sql RESERVE =
      new Sql("UPDATE sqlite_sequence SET seq = max(seq, :number) WHERE name = 'task'");

  private static final Sql FIRST_RESERVE =
      new Sql(
          """
          INSERT INTO sqlite_sequence (name, seq)
          SELECT 'task', :number WHERE NOT EXISTS (
            SELECT 1 FROM sqlite_sequence WHERE name = 'task')
          """);

  private static final Sql CHANGE =
      new Sql(
          """
          UPDATE status_count SET tasks = tasks + :tasks, priority_sum = priority_sum + :priorities
           WHERE status = :status
          """);

  private static final Sql RECOUNT =
      new Sql(
          """
          UPDATE status_count
             SET tasks = (SELECT count(*) FROM task t WHERE t.status = status_count.status),
                 priority_sum = (SELECT coalesce(sum(priority), 0) FROM task t
                                  WHERE t.status = status_count.status)
          """);

  private final StatusCounts gathered;
  private final EventTable events;
  private long highestReserved;

  /**
   * The changes of one unit of work.
   *
   * @param gathered what earlier units of work in the same transaction have changed
   */
  SqliteWrites(Session session, StatusCounts gathered) {
    super(session);
    this.gathered = gathered;
    events = new EventTable(session);
  }

  @Override
  public List<TaskNumber> nextNumbers(int count) {
    highestReserved = Math.max(highestReserved, highestNumber());
    List<TaskNumber> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(TaskNumber.of(++highestReserved));
    }
    return numbers;
  }

  @Override
  public long highestNumber() {
    return run(HIGHEST).number();
  }

  @Override
  public void reserveUpTo(long number) {
    run(FIRST_RESERVE).set("number", number).execute();
    run(RESERVE).set("number", number).execute();
  }

  @Override
  public void append(TaskEvent event) {
    events.append(event);
  }

  @Override
  public void restore(List<TaskEvent> restored) {
    events.restore(restored);
  }

  @Override
  protected void flushCounts() {
    flush(gathered, session());
    flush(counts(), session());
  }

  /** Writes counts that transactions have gathered. */
  static void flush(StatusCounts counts, Session session) {
    counts.drain(
        (status, tasks, priorities) ->
            session
                .run(CHANGE)
                .set("status", status)
                .set("tasks", tasks)
                .set("priorities", priorities)
                .execute());
  }

  @Override
  protected void countAfresh() {
    run(RECOUNT).execute();
  }
}
