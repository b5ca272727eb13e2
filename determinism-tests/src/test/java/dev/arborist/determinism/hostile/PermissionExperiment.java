package dev.arborist.determinism.hostile;

import dev.arborist.cli.CommandsInProcess;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.ExperimentMain;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** A queue that may not be read or written, met by a process that is held to that. */
public final class PermissionExperiment implements Experiment {

  /** Even root is held to the permissions of files then. */
  private static final String[] POWERLESS = {
    "setpriv", "--bounding-set=-dac_override,-dac_read_search"
  };

  @Override
  public Done run(Path directory) throws Exception {
    FreshJvm program = ExperimentMain.program(Inside.class, directory.toRealPath());
    if ("root".equals(System.getProperty("user.name"))) {
      requireSetpriv();
      program.under(POWERLESS);
    }
    FreshJvm.Result result = program.run();
    Violation.unless(result.exitCode() != ExperimentMain.FOUND, result.output().strip());
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.output());
    }
    return Done.parse(result.output().strip());
  }

  private static void requireSetpriv() throws InterruptedException {
    try {
      new ProcessBuilder("setpriv", "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      String message = "no setpriv here, so root is held to nothing: install it";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(message, e);
      }
      throw new TestAbortedException(message, e);
    }
  }

  /** The part that is done without power. */
  static final class Inside implements Experiment {

    private static final String OPEN = "rwxr-xr-x";
    private static final String READABLE = "rw-r--r--";

    /** Of the directory, and of the file; one that can be read beside a log of its own is read. */
    private static final List<List<String>> PERMISSIONS =
        List.of(
            List.of("r-xr-xr-x", "rw-r--r--"),
            List.of("r-xr-xr-x", "r--r--r--"),
            List.of("rwxr-xr-x", "---------"),
            List.of("rwxr-xr-x", "-w--w--w-"),
            List.of("---------", "rw-r--r--"));

    @Override
    public Done run(Path directory) throws Exception {
      int refusals = 0;
      for (List<String> permissions : PERMISSIONS) {
        Path own = Files.createTempDirectory(directory, "held");
        Path file = own.resolve("queue.db");
        ForeignFile.queueWith(file);
        permit(own, OPEN);
        permit(file, READABLE);
        Map<String, String> before = Contents.of(own);
        permit(file, permissions.get(1));
        permit(own, permissions.get(0));
        try {
          refusals += new Visit("a queue of " + permissions, file).refused(directory);
          createNothing(permissions, directory, file);
        } finally {
          takeBack(permissions, own, file);
        }
        Map<String, String> after = Contents.of(own);
        Violation.unless(after.equals(before), permissions + " was " + before + " and is " + after);
      }
      return Done.of("permissions", PERMISSIONS.size()).and("refusals in a line", refusals);
    }

    /** Whoever is told that there is no queue creates one, and has two. */
    private static void createNothing(List<String> permissions, Path directory, Path file) {
      for (String command : List.of("list", "init")) {
        String said = CommandsInProcess.run(directory, command, "--db", file.toString());
        Violation.unless(
            said.lines().count() == 2
                && said.endsWith("exit code 5\n")
                && !said.contains("there is no"),
            "of a queue of " + permissions + " " + command + " says " + said);
      }
    }

    /** What was forbidden is so to the end. */
    private static void takeBack(List<String> permissions, Path own, Path file) throws IOException {
      String ofDirectory = permissions(own);
      permit(own, OPEN);
      List<String> found = List.of(ofDirectory, permissions(file));
      permit(file, READABLE);
      Violation.unless(found.equals(permissions), permissions + " became " + found);
    }

    private static String permissions(Path path) throws IOException {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void permit(Path path, String permissions) throws IOException {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
