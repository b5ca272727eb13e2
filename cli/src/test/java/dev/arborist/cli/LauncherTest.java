package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/arborist} says when it cannot start, and what it hands on. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "bin", "arborist").toAbsolutePath();
  private static final String INSTALL = ": install JDK 17 or later, or set JAVA_HOME\n";

  @TempDir Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private Path launcher;

  /** A checkout whose jar is empty, and a Java that runs the classes of this build instead. */
  @BeforeEach
  void aCheckout() throws IOException {
    launcher = Files.createDirectories(directory.resolve("bin")).resolve("arborist");
    Files.copy(LAUNCHER, launcher);
    Path target = Files.createDirectories(directory.resolve("cli/target"));
    Files.createFile(target.resolve("arborist.jar"));
    Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
    program(
        java,
        """
        arguments=()
        while [ $# -gt 0 ]; do
          if [ "$1" = -jar ]; then
            arguments+=(-cp '%s' %s)
            shift
          else
            arguments+=("$1")
          fi
          shift
        done
        exec '%s' --enable-native-access=ALL-UNNAMED "${arguments[@]}"
        """
            .formatted(
                System.getProperty("java.class.path"),
                Main.class.getName(),
                Path.of(System.getProperty("java.home"), "bin", "java")));
    environment.put("JAVA_HOME", directory.resolve("jdk").toString());
  }

  private static void program(Path place, String script) throws IOException {
    Files.writeString(place, "#!/bin/bash\n" + script);
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Result(int code, String output) {}

  /** Runs a line of shell in which {@code $arborist} is the launcher. */
  private Result shell(String line) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "-c", line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("ARBORIST_") || name.startsWith("JAVA_"));
    all.put("arborist", launcher.toString());
    all.putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), line);
    return new Result(process.exitValue(), Files.readString(out));
  }

  @Test
  void aJavaThatIsNotThereIsToldWhereItWasLookedFor() throws Exception {
    environment.put("JAVA_HOME", "/nonexist");
    Result result = shell("$arborist list");
    assertEquals("arborist: there is no Java at /nonexist/bin/java" + INSTALL, result.output());
    assertEquals(2, result.code());
  }

  @Test
  void noJavaOnThePathIsToldToo() throws Exception {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool : new String[] {"readlink", "dirname"}) {
      Path real = Path.of("/usr/bin", tool);
      program(tools.resolve(tool), "exec " + real + " \"$@\"\n");
    }
    environment.put("JAVA_HOME", "");
    environment.put("PATH", tools.toString());
    Result result = shell("$arborist list");
    assertEquals("arborist: there is no Java on the PATH" + INSTALL, result.output());
    assertEquals(2, result.code());
  }

  @Test
  void whateverLinksLeadToItItFindsTheJar() throws Exception {
    Path links = Files.createDirectory(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("relative"), Path.of("../bin/arborist"));
    Files.createSymbolicLink(directory.resolve("link"), links.resolve("relative"));
    Files.createSymbolicLink(directory.resolve("programs"), Path.of("bin"));
    for (String name : new String[] {"links/relative", "link", "programs/arborist"}) {
      environment.put("arborist", directory.resolve(name).toString());
      assertEquals(0, shell("$arborist --version").code(), name);
    }
  }

  @Test
  void anotherCollectorCanBeAskedFor() throws Exception {
    environment.put("ARBORIST_JAVA_OPTS", "-XX:+UseParallelGC");
    assertEquals(0, shell("$arborist init").code());
  }

  @Test
  void standardInputThatIsClosedIsNotReadAsSomethingElse() throws Exception {
    assertEquals(0, shell("$arborist init").code());
    Result result = shell("$arborist import - <&-");
    assertEquals(
        "arborist: standard input is closed: redirect a file into it, or name one\n",
        result.output());
    assertEquals(2, result.code());
    result = shell("$arborist add x --payload - <&-");
    assertTrue(result.output().startsWith("arborist: standard input is closed"), result.output());
  }

  @Test
  void whoDoesNotReadStandardInputDoesNotMissIt() throws Exception {
    assertEquals(0, shell("$arborist init").code());
    assertEquals(new Result(0, "added #1 (ready)\n"), shell("$arborist add x <&-"));
    assertEquals(new Result(0, "added #2 (ready)\n"), shell("echo y | $arborist add -"));
  }
}
