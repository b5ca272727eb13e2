package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Processes, everything that they start, and their directory: all of it is gone when this is
 * closed, also when that happens because this JVM ends. Safe for use by several threads.
 */
final class ProcessFamily implements AutoCloseable {

  /** What the names of the directories of this JVM begin with. */
  static final String PREFIX = "arborist-duet-" + ProcessHandle.current().pid() + "-";

  private static final long KILL_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Behind the name in /proc/PID/stat. */
  private static final String ZOMBIE = " Z ";

  private final Path directory;
  private final Set<ProcessHandle> members = new LinkedHashSet<>();
  private final Thread hook = new Thread(this::end, "duet-end");
  private boolean ended;

  /**
   * A family without members.
   *
   * @throws IOException when its directory cannot be made
   */
  ProcessFamily() throws IOException {
    directory = Files.createTempDirectory(PREFIX);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      delete();
      awaitTheEnd();
    }
  }

  /** Where the family's files are. */
  Path directory() {
    return directory;
  }

  /** Starts a process. */
  synchronized Process start(ProcessBuilder builder) throws IOException {
    if (ended) {
      throw new IllegalStateException("the pair has ended");
    }
    Process process = builder.start();
    members.add(process.toHandle());
    return process;
  }

  /**
   * Waits for the end of a process.
   *
   * @return its exit code
   * @throws IOException when this thread is interrupted
   */
  int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a process ran");
    }
  }

  /** Remembers what the members have started: an orphan is nobody's descendant. */
  synchronized void look() {
    for (ProcessHandle member : List.copyOf(members)) {
      member.descendants().forEach(members::add);
    }
  }

  private synchronized void end() {
    if (ended) { // the hook has been here
      return;
    }
    ended = true;
    try {
      kill();
    } finally {
      delete();
    }
  }

  private void kill() {
    look();
    for (ProcessHandle member : members) {
      member.destroyForcibly();
    }
    look();
    for (ProcessHandle member : members) {
      member.destroyForcibly();
    }
    long end = System.nanoTime() + KILL_NANOS;
    for (ProcessHandle member : members) {
      while (!hasEnded(member)) {
        if (System.nanoTime() - end > 0) {
          throw new IllegalStateException("process " + member.pid() + " cannot be killed");
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  /**
   * Whether a process runs no more. One that only waits for its parent to hear of it has ended: in
   * a container whose first process is no init, nobody ever does.
   */
  static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive() || (isZombie(process.pid()) && !isOurs(process));
  }

  /** Whether it is a child of this JVM, which does ask. */
  private static boolean isOurs(ProcessHandle process) {
    return process.parent().filter(ProcessHandle.current()::equals).isPresent();
  }

  private static boolean isZombie(long pid) {
    try {
      String stat =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith(ZOMBIE, stat.lastIndexOf(')') + 1); // the name may hold anything
    } catch (IOException e) {
      return false; // another system, or it is gone
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills what is left, waits for its end, and deletes the directory. */
  @Override
  public void close() {
    try {
      end();
    } finally {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      awaitTheEnd();
    }
  }

  /**
   * Stays here while this JVM ends, as it does when somebody interrupts a command: there must be no
   * further pair, and nobody wants to read that one was killed.
   */
  private static void awaitTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }
}
