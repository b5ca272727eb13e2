package dev.arborist.adapters.sql;

import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether one task can be reached from another, and how.
 *
 * <p>The search walks from both ends in turn, each time sixteen times as far as the time before,
 * and ends when one side has seen everything: so it costs what the smaller side has, not the
 * larger. Each walk is one statement, which a database runs at a microsecond a step where a
 * statement a step would take three. The rows (task, via) come breadth first, so the first way
 * found is a shortest.
 *
 * <p>A task that several edges lead to comes with each of them, and is gone on from as often. So
 * where a walk comes to the same tasks again and again, the next ones take each edge once, at twice
 * the price of an edge.
 */
final class PathSearch {

  private static final int FIRST_STEPS = 64;
  private static final int GROWTH = 16;
  private static final long NOWHERE = 0;

  /**
   * A walk along edges: from a task to those in {@code next} of rows that have it in {@code at}.
   */
  private static Sql walk(String table, String at, String next) {
    return new Sql(
        """
        WITH RECURSIVE walk(number, via) AS (
          SELECT :from, :nowhere
          UNION
          SELECT e.%2$s, e.%1$s FROM walk JOIN %3$s e ON e.%1$s = walk.number
           WHERE e.%2$s IS NOT NULL)
        SELECT number, via FROM walk LIMIT :limit
        """
            .formatted(at, next, table));
  }

  /**
   * The same for a graph in which many ways lead to a task. The left join keeps the order of the
   * walk; the nulls of a task without such an edge are nobody's number.
   */
  private static Sql denseWalk(String table, String at, String next) {
    return new Sql(
        """
        WITH RECURSIVE walk(number) AS (
          SELECT :from
          UNION
          SELECT e.%2$s FROM walk JOIN %3$s e ON e.%1$s = walk.number)
        SELECT e.%2$s, e.%1$s FROM walk LEFT JOIN %3$s e ON e.%1$s = walk.number LIMIT :limit
        """
            .formatted(at, next, table));
  }

  private static final Sql TO_PREREQUISITES = walk("dependency", "dependent", "prerequisite");
  private static final Sql TO_DEPENDENTS = walk("dependency", "prerequisite", "dependent");
  private static final Sql TO_PREREQUISITES_DENSE =
      denseWalk("dependency", "dependent", "prerequisite");
  private static final Sql TO_DEPENDENTS_DENSE =
      denseWalk("dependency", "prerequisite", "dependent");
  private static final Sql TO_PARENT = walk("task", "number", "parent");

  private final Session session;

  PathSearch(Session session) {
    this.session = session;
  }

  /** The tasks on a shortest way along prerequisites, both ends included; empty without one. */
  List<TaskNumber> waitPath(TaskNumber from, TaskNumber to) {
    boolean dense = false;
    for (long steps = FIRST_STEPS; ; steps *= GROWTH) {
      Walk up = walk(dense ? TO_PREREQUISITES_DENSE : TO_PREREQUISITES, from, to, steps);
      if (up.found()) {
        List<TaskNumber> path = up.path(to);
        Collections.reverse(path);
        return path;
      }
      if (up.isComplete()) {
        return List.of();
      }
      Walk down = walk(dense ? TO_DEPENDENTS_DENSE : TO_DEPENDENTS, to, from, steps);
      if (down.found()) {
        return down.path(from);
      }
      if (down.isComplete()) {
        return List.of();
      }
      dense = dense || up.isDense() || down.isDense();
    }
  }

  /** The tasks on the way up along parents, both ends included; empty without one. */
  List<TaskNumber> parentPath(TaskNumber from, TaskNumber to) {
    Walk up = walk(TO_PARENT, from, to, Long.MAX_VALUE);
    if (!up.found()) {
      return List.of();
    }
    List<TaskNumber> path = up.path(to);
    Collections.reverse(path);
    return path;
  }

  /**
   * What a walk has seen.
   *
   * @param via for each task the one it was first reached from; 0 for the start
   * @param rows in how many rows it came
   */
  private record Walk(Map<Long, Long> via, long rows, boolean found, boolean isComplete) {

    /** Whether tasks came again so often that going on from each again would cost more. */
    boolean isDense() {
      return 2 * rows > 3L * via.size();
    }

    /** The way back from a task to the start. */
    List<TaskNumber> path(TaskNumber end) {
      List<TaskNumber> path = new ArrayList<>();
      for (long at = end.value(); at != NOWHERE; at = via.getOrDefault(at, NOWHERE)) {
        path.add(TaskNumber.of(at));
      }
      return path;
    }
  }

  private Walk walk(Sql sql, TaskNumber from, TaskNumber to, long limit) {
    Map<Long, Long> via = new HashMap<>();
    long[] rows = new long[1];
    Run run = session.run(sql).set("from", from.value()).set("limit", limit);
    if (sql.has("nowhere")) {
      run.set("nowhere", NOWHERE);
    }
    boolean found =
        run.any(
            row -> {
              rows[0]++;
              long number = row.getLong(1);
              via.putIfAbsent(number, row.getLong(2));
              return number == to.value();
            });
    return new Walk(via, rows[0], found, rows[0] < limit);
  }
}
