package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;

/** The sequence that numbers tasks, as one unit of work draws from it. */
final class NumberSequence {

  private static final Sql NEXT =
      new Sql("SELECT nextval('task_number') FROM generate_series(1, :count)");

  private static final Sql HIGHEST =
      new Sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM task_number");

  private static final Sql RAISE =
      new Sql(
          """
          SELECT setval('task_number', greatest(:number, (SELECT last_value FROM task_number)))
          """);

  private final Session session;
  private long highestDrawn;

  NumberSequence(Session session) {
    this.session = session;
  }

  /** Draws the next numbers, ascending. */
  List<TaskNumber> draw(int count) {
    if (count == 0) {
      return List.of();
    }
    List<TaskNumber> numbers =
        session.run(NEXT).set("count", count).list(row -> TaskNumber.of(row.getLong(1)));
    highestDrawn = numbers.get(count - 1).value();
    return numbers;
  }

  /** Whether it is one that was drawn, or smaller. */
  boolean hasPassed(long number) {
    return number <= highestDrawn;
  }

  /** The highest number that was ever drawn or raised to; 0 when there is none. */
  long highest() {
    return session.run(HIGHEST).number();
  }

  /** Sees that only greater numbers are drawn from now on; returns whether that is new. */
  boolean raiseTo(long number) {
    boolean isNew = number > highest();
    if (isNew) {
      session.run(RAISE).set("number", number).number();
    }
    return isNew;
  }
}
