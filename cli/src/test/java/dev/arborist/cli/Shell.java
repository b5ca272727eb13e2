package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs lines as they stand in documents: a plain call of {@code arborist} in this process, which is
 * quick, anything else by bash and real processes.
 */
final class Shell {

  /** What a line printed on both streams, in that order, and its exit code. */
  record Result(int code, String output) {}

  private final Path directory;
  private final Path home;
  private final Path bin;
  private final CommandLineFixture arborist;

  /**
   * A shell.
   *
   * @param directory where the lines run
   * @param home what stands for {@code ~}
   */
  Shell(Path directory, Path home) throws IOException {
    this.directory = directory;
    this.home = home;
    bin = Files.createDirectories(home.resolve("bin"));
    arborist = new CommandLineFixture(directory);
    arborist.environment.put("USER", "you");
    tool(
        "arborist",
        "exec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " --enable-native-access=ALL-UNNAMED -cp '"
            + System.getProperty("java.class.path")
            + "' "
            + Main.class.getName()
            + " \"$@\"\n");
  }

  /** Adds a program of this name to the path. */
  void tool(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/bash\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Result run(String line) throws IOException, InterruptedException {
    Optional<List<String>> words = ShellWords.of(line, home.toString());
    if (words.isEmpty() || !words.get().get(0).equals("arborist")) {
      return bash(line);
    }
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    List<String> arguments = words.get().subList(1, words.get().size());
    int code = Main.run(arborist.terminal(both, both), arguments.toArray(String[]::new));
    return new Result(code, both.toString(StandardCharsets.UTF_8));
  }

  /** A script that runs a line in a terminal, and leaves its exit code in a file. */
  String scriptOf(String line) {
    return """
        cd '%s'
        export PATH='%s':"$PATH" HOME='%s' USER=you
        %s
        echo $? > '%s'
        sleep 60
        """
        .formatted(directory, bin, home, line, home.resolve("code"));
  }

  /** The line itself, or only its own part of a pipe whose other programs are not here. */
  private Result bash(String line) throws IOException, InterruptedException {
    List<String> parts = List.of(line.split(" \\| ", -1));
    String runnable =
        parts.stream().allMatch(this::isHere)
            ? line
            : parts.stream().filter(part -> part.startsWith("arborist")).findFirst().orElse(line);
    Path out = home.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", runnable)
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("ARBORIST_"));
    environment.keySet().removeAll(List.of("FORCE_COLOR", "CLICOLOR_FORCE"));
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    environment.put("HOME", home.toString());
    environment.put("USER", "you");
    environment.put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), runnable);
    return new Result(process.exitValue(), Files.readString(out));
  }

  private boolean isHere(String command) {
    String program = command.strip().split(" ", 2)[0];
    return List.of("echo", "cd", "printf").contains(program)
        || Files.exists(bin.resolve(program))
        || Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(place -> Files.exists(Path.of(place, program)));
  }
}
