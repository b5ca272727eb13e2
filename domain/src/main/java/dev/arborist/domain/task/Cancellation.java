package dev.arborist.domain.task;

import java.util.List;

/**
 * What a cancellation did.
 *
 * @param cancelled every task that was cancelled: first those that were asked for, ascending, then
 *     for each of them what waited for it: its dependents, ascending, then theirs in turn
 * @param alreadyTerminal how many members of the subtree had come to an end before; 0 for a single
 *     task
 */
public record Cancellation(List<Task> cancelled, int alreadyTerminal) {

  /** Keeps its own copy of the list. */
  public Cancellation {
    cancelled = List.copyOf(cancelled);
  }
}
