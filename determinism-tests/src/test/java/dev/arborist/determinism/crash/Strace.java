package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.FreshJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** What a program asks of the kernel, seen or answered in its place. */
final class Strace {

  /** The calls by which SQLite changes a file and puts it on the disk. */
  static final List<String> CHANGES = List.of("pwrite64", "fsync", "fdatasync");

  /** Stops at the calls that are traced only; with it strace injects nothing. */
  private static final String QUICKLY = "--seccomp-bpf";

  private static final int PATIENCE_SECONDS = 20;

  private Strace() {}

  /**
   * Requires that there is a strace, and that it may trace.
   *
   * @throws TestAbortedException when not; where CI is set that is a failure
   */
  static void require() throws InterruptedException {
    if (isUsable()) {
      return;
    }
    String message = "strace cannot be run: install it, and let processes be traced";
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(message);
    }
    throw new TestAbortedException(message);
  }

  private static boolean isUsable() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("strace", QUICKLY, "-f", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // it is not there
    }
  }

  /** Writes down some calls on some files. */
  static FreshJvm trace(FreshJvm jvm, Path output, List<String> calls, List<Path> files) {
    return under(jvm, output, calls, files, List.of(QUICKLY, "-y"));
  }

  /** Lets a call on some files end otherwise, such as {@code signal=KILL:when=3}. */
  static FreshJvm inject(FreshJvm jvm, Path output, String call, String what, List<Path> files) {
    List<String> injection = List.of("-e", "inject=" + call + ":" + what);
    return under(jvm, output, List.of(call), files, injection);
  }

  /** Whether a call was answered in the kernel's place, as {@link #inject} has written it down. */
  static boolean hasInjected(Path output) throws IOException {
    return Files.readString(output, StandardCharsets.ISO_8859_1).contains("(INJECTED)");
  }

  private static FreshJvm under(
      FreshJvm jvm, Path output, List<String> calls, List<Path> files, List<String> more) {
    List<String> command = new ArrayList<>(List.of("strace", "-f"));
    command.add("-o");
    command.add(output.toString());
    for (Path file : files) {
      command.add("-P");
      command.add(file.toString());
    }
    command.add("-e");
    command.add("trace=" + String.join(",", calls));
    command.addAll(more);
    return jvm.under(command.toArray(String[]::new));
  }
}
