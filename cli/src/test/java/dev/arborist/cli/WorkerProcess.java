package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own, with its streams in files. */
final class WorkerProcess implements AutoCloseable {

  private static final int WAIT_SECONDS = 60;

  private final Process process;
  private final Path err;
  private final Path out;

  private WorkerProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts {@code arborist work} with these arguments in a directory that has a queue. */
  static WorkerProcess start(Path directory, String... arguments) throws IOException {
    // Where the tests themselves run under nohup, their children would ignore a hang-up, too.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,QUIT,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "work"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(directory, "worker", ".out");
    Path err = Files.createTempFile(directory, "worker", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ARBORIST_"));
    return new WorkerProcess(builder.start(), out, err);
  }

  /** Writes a program that a worker can run. */
  static Path script(Path directory, String name, String body) throws IOException {
    Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the worker has said this on standard error. */
  void awaitSaid(String text) throws Exception {
    await(text, () -> err().contains(text));
  }

  /** Sends a signal, such as INT. */
  void signal(String name) throws IOException, InterruptedException {
    signal(name, pid());
  }

  /** Sends a signal to several processes, as a terminal does. */
  static void signal(String name, long... pids) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-s", name));
    for (long pid : pids) {
      command.add(String.valueOf(pid));
    }
    new ProcessBuilder(command).start().waitFor();
  }

  /** Waits for the end of the worker and returns its exit code. */
  int exitCode() throws IOException, InterruptedException {
    assertTrue(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS), "the worker goes on:\n" + err());
    return process.exitValue();
  }

  /** Waits until a file holds a whole line, and returns the number in it. */
  static long awaitPid(Path file) throws Exception {
    await(file.toString(), () -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    return Long.parseLong(Files.readString(file).strip());
  }

  /** Whether a process has ended; its parent may not have asked how. */
  static boolean isGone(long pid) throws IOException {
    Path stat = Path.of("/proc", String.valueOf(pid), "stat");
    if (Files.exists(Path.of("/proc/self/stat"))) {
      try {
        return Files.readString(stat).contains(") Z ");
      } catch (NoSuchFileException e) {
        return true;
      }
    }
    return ProcessHandle.of(pid).isEmpty();
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < WAIT_SECONDS * 100; i++) {
      if (condition.call()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    fail("waited in vain: " + what);
  }

  /** Whatever a test left is ended. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
