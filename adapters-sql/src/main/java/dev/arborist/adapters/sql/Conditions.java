package dev.arborist.adapters.sql;

import dev.arborist.domain.query.Caseless;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** What a filter asks of a task, as conditions in SQL with named parameters. */
final class Conditions {

  private static final String BELOW =
      """
      WITH RECURSIVE below(number) AS (
        SELECT :within
        UNION ALL
        SELECT c.number FROM below JOIN task c ON c.parent = below.number)
      """;

  /** Of the first members of a subtree, those nearest to its root. */
  private static final Sql COUNT_BELOW =
      new Sql(
          """
          WITH RECURSIVE below(number, level) AS (
            SELECT :within, 0
            UNION ALL
            SELECT c.number, below.level + 1 FROM below JOIN task c ON c.parent = below.number)
          SELECT count(*), max(level) FROM (SELECT level FROM below LIMIT :limit) few
          """);

  /**
   * A subtree of so few members is listed and looked up; of more, each task is asked for its root.
   */
  private static final int LISTED_MEMBERS_MAX = 5_000;

  /** In a deeper tree it is a long way to the root, so that its members are listed however many. */
  private static final int ASKED_LEVELS_MAX = 100;

  private static final String LISTED = "t.number IN (" + BELOW + " SELECT number FROM below)";

  private static final String ASKED =
      """
      EXISTS (
        WITH RECURSIVE up(number) AS (
          SELECT t.number
          UNION ALL
          SELECT p.parent FROM up JOIN task p ON p.number = up.number WHERE p.parent IS NOT NULL)
        SELECT 1 FROM up WHERE number = :within)
      """;

  private static final String TEXT =
      """
      t.summary {like} :text ESCAPE '!' OR EXISTS (
        SELECT 1 FROM task_text s WHERE s.task = t.number AND s.prompt {like} :text ESCAPE '!')
      """;

  /** The same by reading both tables from end to end, which is faster than looking up each task. */
  private static final String SCANNED =
      """
      t.number IN (
        SELECT number FROM task WHERE summary {like} :text ESCAPE '!'
        UNION SELECT task FROM task_text WHERE prompt {like} :text ESCAPE '!')
      """;

  /** The same where the texts {@code x} are read beside the tasks. */
  private static final String JOINED =
      "t.summary {like} :text ESCAPE '!' OR x.prompt {like} :text ESCAPE '!'";

  private final TaskFilter filter;
  private final @Nullable List<String> branches;
  private final Shape subtree;
  private final boolean isWalk;

  /**
   * The conditions of a filter.
   *
   * @param isWalk whether tasks are looked at one by one until a page is full
   */
  Conditions(Session session, TaskFilter filter, boolean isWalk) {
    this.filter = filter;
    this.isWalk = isWalk;
    TaskNumber within = filter.within();
    subtree = within == null ? Shape.NONE : Shape.of(session, within);
    String branch = filter.branch();
    branches = branch == null ? null : new Branches(session).containing(branch);
  }

  /** The branches that the filter means; null when it names none. */
  @Nullable List<String> branches() {
    return branches;
  }

  /** Whether the filter names a subtree whose members can be looked up. */
  boolean isSmallSubtree() {
    return subtree.isSmall();
  }

  /**
   * How large a subtree is, as far as that was looked at.
   *
   * @param members how many there are, one more than {@link #LISTED_MEMBERS_MAX} at most
   * @param levels how far below its root they are
   */
  private record Shape(long members, long levels) {

    private static final Shape NONE = new Shape(Long.MAX_VALUE, 0);

    static Shape of(Session session, TaskNumber root) {
      return session
          .run(COUNT_BELOW)
          .set("within", root.value())
          .set("limit", LISTED_MEMBERS_MAX + 1)
          .first(row -> new Shape(row.getLong(1), row.getLong(2)))
          .orElseThrow();
    }

    boolean isSmall() {
      return members <= LISTED_MEMBERS_MAX;
    }

    boolean isShallow() {
      return levels <= ASKED_LEVELS_MAX;
    }
  }

  boolean excludesAll() {
    return branches != null && branches.isEmpty();
  }

  /** Whether SQL finds more than is meant, because it knows the cases of ASCII letters only. */
  boolean needsRefinement() {
    String text = filter.text();
    return text != null && text.codePoints().anyMatch(c -> c >= 0x80 && Caseless.hasCases(c));
  }

  /** Whether texts that SQL found hold what is looked for, whatever its case. */
  boolean isMeant(String summary, String prompt) {
    String text = filter.text();
    return text == null || Caseless.contains(summary, text) || Caseless.contains(prompt, text);
  }

  /** Every condition. */
  List<String> all() {
    List<String> all = new ArrayList<>(withoutStatuses());
    if (!filter.statuses().isEmpty()) {
      all.add("(" + Effective.STATUS + ") IN (" + codes(filter.statuses(), TaskStatus::code) + ")");
    }
    return all;
  }

  /** Every condition, for when every task is looked at. */
  List<String> scanning() {
    List<String> all = all();
    all.replaceAll(condition -> condition.equals(TEXT) ? SCANNED : condition);
    return all;
  }

  /** Every condition, for when tasks are read together with their texts. */
  List<String> joined() {
    List<String> all = all();
    all.replaceAll(condition -> condition.equals(TEXT) ? JOINED : condition);
    return all;
  }

  /** Whether tasks must be read together with their texts. */
  boolean needsTexts() {
    return filter.text() != null;
  }

  /** Every condition but that on the status. */
  List<String> withoutStatuses() {
    List<String> all = new ArrayList<>();
    if (!filter.sources().isEmpty()) {
      all.add(ofSources());
    }
    add(all, filter.agentType(), "t.agent_type = :agentType");
    if (branches != null) {
      all.add(ofBranches());
    }
    add(all, filter.text(), TEXT);
    add(all, filter.parent(), "t.parent = :parent");
    add(all, filter.within(), isAsked() ? ASKED : LISTED);
    add(all, filter.worker(), "t.worker = :worker");
    add(all, filter.key(), "t.idempotency_key = :key");
    if (filter.createdFrom() != null || filter.createdBefore() != null) {
      all.add(ofCreation());
    }
    return all;
  }

  private boolean isAsked() {
    return isWalk && !subtree.isSmall() && subtree.isShallow();
  }

  String ofSources() {
    return "t.source IN (" + codes(filter.sources(), TaskSource::code) + ")";
  }

  String ofBranches() {
    return "t.branch IN ({each branches})";
  }

  String ofCreation() {
    List<String> range = new ArrayList<>();
    add(range, filter.createdFrom(), "t.created_at >= :createdFrom");
    add(range, filter.createdBefore(), "t.created_at < :createdBefore");
    return String.join(" AND ", range);
  }

  private static void add(List<String> all, @Nullable Object value, String condition) {
    if (value != null) {
      all.add(condition);
    }
  }

  private static <E> String codes(Set<E> values, ToIntFunction<E> code) {
    return values.stream()
        .map(value -> String.valueOf(code.applyAsInt(value)))
        .collect(Collectors.joining(", "));
  }

  /** Binds what the filter names; parameters that the statement does not have are ignored. */
  void bind(Query query) {
    query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    query.bind("agentType", filter.agentType());
    query.bind("worker", filter.worker());
    query.bind("key", filter.key());
    query.bind("text", filter.text() == null ? null : pattern(filter.text()));
    query.bind("parent", filter.parent() == null ? null : filter.parent().value());
    query.bind("within", filter.within() == null ? null : filter.within().value());
    query.bind(
        "createdFrom", filter.createdFrom() == null ? null : EpochMicros.of(filter.createdFrom()));
    query.bind(
        "createdBefore",
        filter.createdBefore() == null ? null : EpochMicros.of(filter.createdBefore()));
    query.bind("branches", branches == null ? null : jsonArray(branches));
  }

  /** Any number of texts as one parameter. */
  static String jsonArray(List<String> texts) {
    StringBuilder json = new StringBuilder("[");
    for (String text : texts) {
      json.append(json.length() == 1 ? "\"" : ",\"");
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\') {
          json.append('\\').append(c);
        } else if (c < ' ') {
          json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          json.append(c);
        }
      }
      json.append('"');
    }
    return json.append(']').toString();
  }

  /**
   * What LIKE, which knows the cases of ASCII letters, can tell: any other cased letter is open.
   */
  private static String pattern(String text) {
    StringBuilder pattern = new StringBuilder("%");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '%' || c == '_' || c == '!') {
                pattern.append('!').appendCodePoint(c);
              } else if (c >= 0x80 && Caseless.hasCases(c)) {
                pattern.append('_');
              } else {
                pattern.appendCodePoint(c);
              }
            });
    return pattern.append('%').toString();
  }
}
