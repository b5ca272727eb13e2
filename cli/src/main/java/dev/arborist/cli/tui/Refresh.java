package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.cli.tui.Rows.Look;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the queue is read, and shows what was read.
 *
 * <p>Whether something has changed is asked for several times a second, which costs nothing. To
 * read a large queue anew takes long, so that this takes no more than about a tenth of the time;
 * but what a person asks for is read at once.
 */
final class Refresh {

  /** How often is asked whether something has changed. */
  static final Duration POLL = Duration.ofMillis(250);

  /** After a load there is rest for so many times as long as it took. */
  private static final int REST_FACTOR = 9;

  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Loader loader;
  private final Reading reading;
  private final Board board;
  private TreeView view = TreeView.TREE;
  private TaskFilter filter = TaskFilter.ALL;
  private long revision;
  private @Nullable Instant nextDue;
  private Instant nextPoll = Instant.EPOCH;
  private Instant restUntil = Instant.EPOCH;
  private Duration took = Duration.ZERO;
  private boolean stale;
  private boolean changed;
  private @Nullable String failure;

  /** How far the load has come: written by the thread that loads. */
  private volatile long loadedTasks;

  private volatile long totalTasks;
  private long shownTasks;

  Refresh(Loader loader, Reading reading, Board board) {
    this.loader = loader;
    this.reading = reading;
    this.board = board;
  }

  /** The view that a person asked for; it is shown when it has been read. */
  TreeView view() {
    return view;
  }

  /** The filter that a person asked for. */
  TaskFilter filter() {
    return filter;
  }

  /** Why the queue cannot be read; null when it can. */
  @Nullable String failure() {
    return failure;
  }

  /** Whether what was asked for is not shown yet. */
  boolean isAwaited() {
    return board.tree() == null || board.view() != view || !board.filter().equals(filter);
  }

  long loadedTasks() {
    return loadedTasks;
  }

  long totalTasks() {
    return totalTasks;
  }

  /** Shows another view as soon as it has been read. */
  void show(TreeView wanted) {
    if (wanted != view) {
      view = wanted;
      load();
    }
  }

  /** Shows what meets another filter as soon as it is known. */
  void show(TaskFilter wanted) {
    if (wanted.equals(filter)) {
      return;
    }
    filter = wanted;
    TaskTree tree = board.tree();
    if (tree == null || tree.view() != view) {
      load();
      return;
    }
    if (loader.isBusy(Kind.TREE)) {
      loader.cancel(Kind.TREE); // which was to meet the filter before; the tree can wait
      stale = true;
    }
    Look look = board.look();
    loader.request(
        Kind.FILTER,
        ticket -> reading.filtered(tree, wanted, look),
        rows -> {
          board.show(rows);
          changed = true;
        },
        this::failed);
  }

  /** Reads everything anew, as after a change of one's own. */
  void load() {
    stale = false;
    loadedTasks = 0;
    totalTasks = 0;
    TreeView wantedView = view;
    TaskFilter wantedFilter = filter;
    Look look = board.look();
    loader.request(
        Kind.TREE,
        ticket ->
            reading.load(
                wantedView,
                wantedFilter,
                look,
                (tasks, total) -> {
                  ticket.check();
                  totalTasks = total;
                  loadedTasks = tasks;
                  ticket.progressed();
                }),
        this::loaded,
        this::failed);
  }

  private void loaded(Loaded loaded) {
    failure = null;
    changed = true;
    revision = loaded.revision();
    nextDue = loaded.nextDue();
    took = loaded.took();
    board.show(loaded);
    loader.cancel(Kind.FILTER); // which is of the tree before
  }

  private void failed(RuntimeException reason) {
    failure = reason.getMessage();
    changed = true;
    took = REST_AFTER_FAILURE.dividedBy(REST_FACTOR);
    stale = true;
  }

  /**
   * Starts what is due.
   *
   * @return whether there is something new to show
   */
  boolean tick(Instant now) {
    if (took.compareTo(Duration.ZERO) > 0) {
      restUntil = now.plus(took.multipliedBy(REST_FACTOR));
      took = Duration.ZERO;
    }
    if (nextDue != null && !now.isBefore(nextDue)) {
      nextDue = null;
      stale = true;
    }
    if (stale && !loader.isBusy(Kind.TREE) && hasCome(restUntil, now)) {
      load();
    } else if (!stale && !loader.isBusy(Kind.TREE) && !loader.isBusy(Kind.POLL)) {
      poll(now);
    }
    boolean isNew = changed || (isAwaited() && loadedTasks != shownTasks);
    shownTasks = loadedTasks;
    changed = false;
    return isNew;
  }

  /** How long until {@link #tick} has something to do by the clock. */
  long nextTickMillis(Instant now) {
    long millis = Duration.between(now, nextPoll).toMillis() + 1;
    return millis < 1 || millis > POLL.toMillis() ? POLL.toMillis() : millis;
  }

  private void poll(Instant now) {
    if (nextPoll.isAfter(now) && nextPoll.isBefore(now.plus(POLL.multipliedBy(2)))) {
      return;
    }
    nextPoll = now.plus(POLL);
    loader.request(
        Kind.POLL,
        ticket -> reading.revision(),
        current -> {
          if (current != revision) {
            stale = true;
          }
        },
        this::failed);
  }

  /** A clock that was set back must not keep the screen from changing for as long. */
  private static boolean hasCome(Instant time, Instant now) {
    return !time.isAfter(now) || time.isAfter(now.plus(Duration.ofMinutes(5)));
  }
}
