package dev.arborist.adapters.jmh.machine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The source in a directory, as git knows it.
 *
 * <p>Only git is asked: what a build server says in its environment may be about another checkout.
 *
 * @param commit the hash of the commit that is checked out
 * @param dirty whether files differ from it or are not in it
 */
public record WorkTree(String commit, boolean dirty) {

  private static final long TIMEOUT_SECONDS = 10;

  /** What would make git look elsewhere; hooks set these. */
  private static final List<String> MISLEADING =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE");

  /** The work tree of a directory; empty without git, without a repository or a commit. */
  public static Optional<WorkTree> of(Path directory) {
    return of(directory, "git");
  }

  static Optional<WorkTree> of(Path directory, String git) {
    return run(directory, git, "rev-parse", "--verify", "HEAD")
        .map(String::strip)
        .filter(hash -> hash.matches("[0-9a-f]{40,64}"))
        .flatMap(
            hash ->
                run(directory, git, "status", "--porcelain")
                    .map(changes -> new WorkTree(hash, !changes.isBlank())));
  }

  /** What git prints; empty when there is none, or it fails or takes too long. */
  private static Optional<String> run(Path directory, String git, String... arguments) {
    List<String> command = new ArrayList<>(List.of(git, "--no-optional-locks"));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("git", ".out");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(Redirect.DISCARD)
                .redirectOutput(output.toFile());
        MISLEADING.forEach(builder.environment()::remove);
        return succeeds(builder.start())
            ? Optional.of(Files.readString(output, StandardCharsets.ISO_8859_1))
            : Optional.empty();
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return Optional.empty(); // where git is missing, starting it fails so
    }
  }

  private static boolean succeeds(Process process) {
    try {
      return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }
}
