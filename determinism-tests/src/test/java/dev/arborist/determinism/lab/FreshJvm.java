package dev.arborist.determinism.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a JVM of its own, with this one's class path; see {@link ClassPath}. */
public final class FreshJvm {

  /** How a program ended, and what it said, errors among it. */
  public record Result(int exitCode, String output) {}

  private static final int TIMEOUT_SECONDS_DEFAULT = 300;

  private final Class<?> main;
  private final List<String> arguments;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> before = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private boolean withLaboratory = true;
  private int timeoutSeconds = TIMEOUT_SECONDS_DEFAULT;
  private String home = System.getProperty("java.home");

  /** A program that has not begun. */
  public FreshJvm(Class<?> main, String... arguments) {
    this.main = main;
    this.arguments = List.of(arguments);
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-XX:TieredStopAtLevel=1");
    options.add("-XX:+UseSerialGC"); // fewer threads to begin, and for strace to stop
    options.add("-Xshare:auto");
    // Of two that begin at once, one may find the file of its data locked, and say so.
    options.add("-XX:-UsePerfData");
  }

  /** Adds options of the JVM. */
  public FreshJvm options(List<String> more) {
    options.addAll(more);
    return this;
  }

  /** Sets a variable of the environment. */
  public FreshJvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Uses another JDK. */
  public FreshJvm home(Path jdk) {
    home = jdk.toString();
    return this;
  }

  /** Lets classes of a directory come before those of the product. */
  public FreshJvm before(Path classes) {
    before.add(0, classes.toString());
    return this;
  }

  /**
   * Leaves the laboratory's own classes out. A JVM in which JUnit runs needs that: JUnit would find
   * {@link LabReport} and {@link SeededOrder} there and use them.
   */
  public FreshJvm withoutLaboratory() {
    withLaboratory = false;
    return this;
  }

  /** Waits so long for its end, and not five minutes. */
  public FreshJvm timeoutSeconds(int seconds) {
    timeoutSeconds = seconds;
    return this;
  }

  /** Runs the JVM by another program, such as strace with its options. */
  public FreshJvm under(String... command) {
    prefix.addAll(List.of(command));
    return this;
  }

  /** Starts it; its output goes to a file, its errors among it. */
  public Process start(Path output) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(home, "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  String classPath() throws IOException {
    List<String> places = new ArrayList<>(before);
    places.add(withLaboratory ? ClassPath.ofJars() : ClassPath.ofOtherJars());
    return String.join(File.pathSeparator, places);
  }

  /** Runs it to its end; when that fails, or is interrupted, the program is gone nevertheless. */
  public Result run() throws IOException, InterruptedException {
    Path output = Files.createTempFile("fresh-jvm", ".out");
    Process process = start(output);
    try {
      if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
        throw new Violation(
            main.getSimpleName()
                + " did not end within "
                + timeoutSeconds
                + " seconds:\n"
                + Files.readString(output, StandardCharsets.UTF_8));
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      end(process);
      Files.delete(output);
    }
  }

  /** Kills a program and what it has started, and returns when they are gone. */
  public static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }
}
