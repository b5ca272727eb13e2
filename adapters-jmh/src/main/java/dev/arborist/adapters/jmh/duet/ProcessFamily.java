package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Processes, everything that they start, and their directory: all of it is gone when this is
 * closed, also when that happens because this JVM ends. Safe for use by several threads.
 */
final class ProcessFamily implements AutoCloseable {

  /** What the names of the directories of this JVM begin with. */
  static final String PREFIX = "arborist-duet-" + ProcessHandle.current().pid() + "-";

  private static final int KILL_SECONDS = 10;

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
    ended = true;
    kill();
    delete();
  }

  private void kill() {
    look();
    for (ProcessHandle member : members) {
      member.destroyForcibly();
    }
    look();
    for (ProcessHandle member : members) {
      member.destroyForcibly();
      try {
        member.onExit().get(KILL_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("process " + member.pid() + " cannot be killed", e);
      }
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
    end();
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
