package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What was searched for last, and where it is. */
final class Search {

  static final int NOTHING = -1;

  private static final BitSet EMPTY = new BitSet();

  private final Loader loader;
  private final Reading reading;
  private final Board board;
  private String text = "";
  private BitSet found = EMPTY;
  private @Nullable TaskTree foundIn;
  private @Nullable String failure;

  Search(Loader loader, Reading reading, Board board) {
    this.loader = loader;
    this.reading = reading;
    this.board = board;
  }

  /** What is searched for; empty for nothing. */
  String text() {
    return text;
  }

  /** Why nothing can be found; null when it can. */
  @Nullable String failure() {
    return failure;
  }

  /** Whether what is found is known already. */
  boolean isKnown() {
    return text.isEmpty() || (foundIn != null && foundIn == board.tree());
  }

  void forget() {
    loader.cancel(Kind.SEARCH);
    text = "";
    found = EMPTY;
    foundIn = null;
    failure = null;
  }

  /** Searches for a text in the background. */
  void look(String wanted, Runnable whenFound) {
    forget();
    text = wanted;
    TaskTree tree = board.tree();
    if (wanted.isEmpty() || tree == null) {
      return;
    }
    TaskFilter filter;
    try {
      filter = TaskFilter.where().text(wanted).build();
    } catch (InvalidInputException e) {
      failure = e.getMessage();
      return;
    }
    loader.request(
        Kind.SEARCH,
        ticket -> reading.matches(tree, filter),
        matches -> {
          found = matches;
          foundIn = tree;
          whenFound.run();
        },
        e -> failure = e.getMessage());
  }

  /** Searches a newer tree for the same. */
  void follow() {
    if (!isKnown() && failure == null && !loader.isBusy(Kind.SEARCH)) {
      look(text, () -> {});
    }
  }

  /** How many rows that the filter shows hold the text. */
  int count() {
    return (int) found.stream().filter(this::isShown).count();
  }

  /** How many of them stand before a node, itself counted. */
  int position(int node) {
    return (int) found.get(0, node + 1).stream().filter(this::isShown).count();
  }

  private boolean isShown(int node) {
    Viewport viewport = board.viewport();
    return viewport != null && viewport.cursor().visibility().passesFilter(node);
  }

  /** Whether a node holds the text. */
  boolean isFound(Visibility visibility, int node) {
    return visibility.tree() == foundIn && found.get(node);
  }

  /**
   * The first match at a node or behind it, going round at the end, or {@link #NOTHING}.
   *
   * @param forward else the last before it
   */
  int from(int node, boolean forward) {
    int first = step(node, forward);
    return first != NOTHING ? first : step(forward ? 0 : found.length() - 1, forward);
  }

  private int step(int node, boolean forward) {
    int at = node;
    while (at >= 0) {
      at = forward ? found.nextSetBit(at) : found.previousSetBit(at);
      if (at >= 0 && isShown(at)) {
        return at;
      }
      at = at < 0 ? NOTHING : at + (forward ? 1 : -1);
    }
    return NOTHING;
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
