package dev.arborist.determinism.lab;

import dev.arborist.adapters.jmh.machine.WorkTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The source that is tested, as git knows it.
 *
 * @param commit the hash of the commit; empty when there is no git, or no repository
 * @param changes a digest of what differs from it; empty when nothing does
 */
record Source(String commit, String changes) {

  private static final Path DIRECTORY = Path.of("..");
  private static final Source UNKNOWN = new Source("", "");

  /** What the first test began with. */
  private static final Source TESTED = now();

  /** What was compiled and is tested: the source as it was when the first test began. */
  static Source tested() {
    return TESTED;
  }

  /** What was tested, or nothing known when somebody has changed the source since. */
  static Source reported() {
    return now().equals(TESTED) ? TESTED : UNKNOWN;
  }

  private static Source now() {
    try {
      String commit = WorkTree.of(DIRECTORY).map(WorkTree::commit).orElse("");
      return commit.isEmpty()
          ? UNKNOWN
          : WorkTree.changes(DIRECTORY).map(changes -> new Source(commit, changes)).orElse(UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name for what is kept of this source; empty when it is not known. */
  String key() {
    return changes.isEmpty() ? commit : commit + "+" + changes;
  }
}
