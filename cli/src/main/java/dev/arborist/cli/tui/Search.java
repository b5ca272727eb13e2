package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.util.BitSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What was searched for last, and where it is. */
final class Search {

  static final int NOTHING = -1;

  private final Loader loader;
  private final Reading reading;
  private final Board board;
  private final Pace pace;
  private final LongSupplier nanos;
  private String text = "";
  private @Nullable Matches found;
  private @Nullable String failure;

  /** What waits for the matches of the tree that is shown. */
  private @Nullable Runnable whenKnown;

  Search(Loader loader, Reading reading, Board board, Pace pace, LongSupplier nanos) {
    this.loader = loader;
    this.reading = reading;
    this.board = board;
    this.pace = pace;
    this.nanos = nanos;
  }

  /** What is searched for; empty for nothing. */
  String text() {
    return text;
  }

  /** Why nothing can be found; null when it can. */
  @Nullable String failure() {
    return failure;
  }

  /** Whether it is known what of the tree that is shown holds the text. */
  boolean isKnown() {
    return text.isEmpty() || (found != null && found.tree() == board.tree());
  }

  void forget() {
    loader.cancel(Kind.SEARCH);
    text = "";
    found = null;
    failure = null;
    whenKnown = null;
  }

  /**
   * Searches for a text in the background.
   *
   * @param then what is done when it is known what of the tree that is shown then holds it
   */
  void look(String wanted, Runnable then) {
    forget();
    text = wanted;
    whenKnown = then;
    search();
  }

  private void search() {
    TaskTree tree = board.tree();
    if (text.isEmpty() || tree == null) {
      return;
    }
    TaskFilter filter;
    try {
      filter = TaskFilter.where().text(text).build();
    } catch (InvalidInputException e) {
      failed(e);
      return;
    }
    loader.request(Kind.SEARCH, ticket -> reading.search(tree, filter), this::found, this::failed);
  }

  private void found(Matches matches) {
    found = matches;
    pace.read(matches.tookNanos(), nanos.getAsLong());
    Runnable then = whenKnown;
    if (then != null && isKnown()) { // else a newer tree has come, which follow() searches
      whenKnown = null;
      then.run();
    }
  }

  private void failed(RuntimeException reason) {
    failure = Failures.message(reason);
    whenKnown = null;
  }

  /** Searches a newer tree for the same. */
  void follow() {
    if (!isKnown() && failure == null && !loader.isBusy(Kind.SEARCH)) {
      search();
    }
  }

  /** Those that the filter shows, of the tree that is shown. */
  private BitSet shown() {
    Viewport viewport = board.viewport();
    return viewport == null || found == null || !isKnown()
        ? new BitSet()
        : viewport.cursor().visibility().passing(found.nodes());
  }

  /** How many rows that the filter shows hold the text. */
  int count() {
    return shown().cardinality();
  }

  /** How many of them stand before a node, itself counted. */
  int position(int node) {
    return shown().get(0, node + 1).cardinality();
  }

  /** Whether a node holds the text. */
  boolean isFound(Visibility visibility, int node) {
    return found != null && visibility.tree() == found.tree() && found.nodes().get(node);
  }

  /**
   * The first match at a node or behind it, going round at the end, or {@link #NOTHING}.
   *
   * @param forward else the last before it
   */
  int from(int node, boolean forward) {
    BitSet nodes = shown();
    int first = step(nodes, node, forward);
    return first != NOTHING ? first : step(nodes, forward ? 0 : nodes.length(), forward);
  }

  private static int step(BitSet nodes, int from, boolean forward) {
    if (from < 0) {
      return NOTHING;
    }
    return forward ? nodes.nextSetBit(from) : nodes.previousSetBit(from);
  }

  /** Goes to the next match behind the cursor, or before it. */
  void again(boolean forward, StatusLine status) {
    if (text.isEmpty()) {
      status.warn("nothing was searched for: / searches");
      return;
    }
    if (!isKnown()) {
      look(text, () -> again(forward, status));
      return;
    }
    int selected = board.selectedNode().orElse(0);
    int next = from(forward ? selected + 1 : selected - 1, forward);
    if (next == NOTHING) {
      status.warn("nothing holds \"" + text + "\"");
      return;
    }
    board.goTo(next);
    boolean wrapped = forward ? next <= selected : next >= selected;
    status.say(
        Numbers.grouped(position(next))
            + " of "
            + Numbers.grouped(count())
            + " with \""
            + text
            + "\""
            + (wrapped ? ", from the " + (forward ? "start" : "end") + " again" : ""));
  }
}
