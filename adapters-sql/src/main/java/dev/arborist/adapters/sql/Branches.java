package dev.arborist.adapters.sql;

import dev.arborist.domain.query.Caseless;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of branches that tasks are on, found by leaps through their index: there are few of
 * them, however many tasks there are.
 */
final class Branches {

  private static final Sql FIRST =
      new Sql("SELECT branch FROM task WHERE branch IS NOT NULL ORDER BY branch LIMIT 1");
  private static final Sql NEXT =
      new Sql("SELECT branch FROM task WHERE branch > :after ORDER BY branch LIMIT 1");

  private final Session session;

  Branches(Session session) {
    this.session = session;
  }

  /** The branches whose name contains this, whatever its case, ascending. */
  List<String> containing(String text) {
    List<String> found = new ArrayList<>();
    Optional<String> branch = session.run(FIRST).first(row -> row.getString(1));
    while (branch.isPresent()) {
      if (Caseless.contains(branch.get(), text)) {
        found.add(branch.get());
      }
      branch = session.run(NEXT).set("after", branch.get()).first(row -> row.getString(1));
    }
    return found;
  }
}
