package dev.arborist.cli.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A process and everything that it started, as far as the system tells.
 *
 * <p>A process whose parent has ended is nobody's descendant any more. So those that were seen once
 * are kept, and the tree is looked at again before each signal.
 */
final class ProcessTree {

  /** A process that forks as fast as it is killed is not followed for ever. */
  private static final int KILLS_MAX = 100;

  private final Set<ProcessHandle> members = new LinkedHashSet<>();

  ProcessTree(ProcessHandle root) {
    members.add(root);
  }

  /** Remembers what has been started since. */
  synchronized void look() {
    for (ProcessHandle member : List.copyOf(members)) {
      if (isRunning(member)) {
        member.descendants().forEach(members::add);
      }
    }
  }

  /** Asks all of them to end; parents first, so that none starts more because a child ended. */
  synchronized void terminate() {
    look();
    for (ProcessHandle member : members) {
      if (isRunning(member)) {
        member.destroy();
      }
    }
  }

  /** Ends all of them, also those that are started meanwhile. */
  synchronized void kill() {
    for (int i = 0; i < KILLS_MAX && !isGone(); i++) {
      look();
      for (ProcessHandle member : members) {
        if (isRunning(member)) {
          member.destroyForcibly();
        }
      }
    }
  }

  /** Whether none of them runs any more. */
  synchronized boolean isGone() {
    return members.stream().noneMatch(ProcessTree::isRunning);
  }

  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /**
   * Whether a process has ended and only its parent has not asked how, as Linux tells; in a
   * container there is often nobody who asks.
   */
  private static boolean isZombie(long pid) {
    Path file = Path.of("/proc", String.valueOf(pid), "stat");
    try {
      String stat = Files.readString(file, StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false; // gone by now, or a system that does not tell
    }
  }
}
