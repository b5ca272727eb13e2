package dev.arborist.domain.tree;

/** Is told how far the loading of a tree has come. */
@FunctionalInterface
public interface LoadProgress {

  /**
   * So many of the tasks have been read; called on the thread that loads, so it should return soon.
   *
   * <p>An exception that is thrown here, such as a {@link
   * java.util.concurrent.CancellationException}, ends the load and reaches its caller as it is.
   *
   * @param tasks how many have been read, never fewer than in the call before
   * @param total how many there are in the state that is being read
   */
  void loaded(long tasks, long total);
}
