package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.cli.tui.Rows.Look;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the queue when that is due, and shows what was read.
 *
 * <p>What a person asks for is read at once; for what others change, {@link Pace} decides.
 */
final class Refresh {

  private static final long REST_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Loader loader;
  private final Reading reading;
  private final Board board;
  private final Pace pace;
  private final LongSupplier nanos;
  private TreeView view = TreeView.TREE;
  private TaskFilter filter = TaskFilter.ALL;
  private long revision;
  private @Nullable Instant nextDue;
  private boolean stale;
  private boolean changed;
  private @Nullable String failure;

  /** How far the load has come: written by the thread that loads. */
  private volatile long loadedTasks;

  private volatile long totalTasks;
  private long shownTasks;

  Refresh(Loader loader, Reading reading, Board board, Pace pace, LongSupplier nanos) {
    this.loader = loader;
    this.reading = reading;
    this.board = board;
    this.pace = pace;
    this.nanos = nanos;
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
    pace.read(loaded.tookNanos(), nanos.getAsLong());
    board.show(loaded);
    loader.cancel(Kind.FILTER); // which is of the tree before
  }

  private void failed(RuntimeException reason) {
    failure = Failures.message(reason);
    changed = true;
    pace.rest(REST_AFTER_FAILURE_NANOS, nanos.getAsLong());
    stale = true;
  }

  /**
   * Starts what is due.
   *
   * @return whether there is something new to show
   */
  boolean tick(Instant now) {
    if (nextDue != null && !now.isBefore(nextDue)) {
      nextDue = null;
      stale = true;
    }
    long nowNanos = nanos.getAsLong();
    boolean reads = loader.isBusy(Kind.TREE);
    if (stale && !reads && pace.mayRead(nowNanos)) {
      load();
    } else if (!stale && !reads && !loader.isBusy(Kind.POLL) && pace.mayAsk(nowNanos)) {
      pace.asked(nowNanos);
      ask();
    }
    boolean isNew = changed || (isAwaited() && loadedTasks != shownTasks);
    shownTasks = loadedTasks;
    changed = false;
    return isNew;
  }

  /** How long until {@link #tick} has something to do by the clock. */
  long nextTickMillis() {
    if (stale || loader.isBusy(Kind.TREE)) {
      return Pace.POLL.toMillis(); // nobody asks before it is read
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(pace.nanosToAsk(nanos.getAsLong())) + 1;
    return millis < 1 ? Pace.POLL.toMillis() : millis; // what is under way wakes the loop
  }

  private void ask() {
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
}
