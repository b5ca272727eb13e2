package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs and scripts of others that judge what is written; where one is missing nothing is. */
final class RealTool {

  private static final Path SCRIPTS = Path.of("../target/npm");

  private RealTool() {}

  /** What a program did. */
  record Result(int code, String out, String err) {}

  /** Runs a program in a directory, where it leaves what it printed. */
  static Result run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path out = directory.resolve("tool.out");
    Path err = directory.resolve("tool.err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw missing(command.get(0), e);
    }
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail(command + " does not end");
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The same of a program that must succeed and say nothing on standard error. */
  static String accepted(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Result result = run(directory, command);
    assertTrue(result.code == 0 && result.err.isEmpty(), () -> command + ": " + result.err);
    return result.out;
  }

  /** A script that {@code .ci/run} has fetched. */
  static Path script(String place) {
    Path script = SCRIPTS.resolve(place).toAbsolutePath().normalize();
    if (!Files.exists(script)) {
      throw missing(script.toString(), new IOException("no such file"));
    }
    return script;
  }

  private static AssertionError missing(String what, IOException cause) {
    if ("true".equals(System.getenv("CI"))) {
      return new AssertionError("this test needs " + what + ": .ci/run installs it", cause);
    }
    abort("no " + what + " here, so it did not judge");
    return new AssertionError(cause);
  }
}
