package dev.arborist.adapters.jmh.machine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The source in a directory, as git knows it.
 *
 * <p>Only git is asked: what a build server says in its environment may be about another checkout.
 *
 * @param commit the hash of the commit that is checked out
 * @param dirty whether files differ from it or are not in it
 */
public record WorkTree(String commit, boolean dirty) {

  private static final String GIT = "git";
  private static final String INDEX = "GIT_INDEX_FILE";
  private static final String[] DIFF = {
    "diff", "HEAD", "--binary", "--full-index", "--no-color", "--no-ext-diff", "--no-textconv"
  };
  private static final long TIMEOUT_SECONDS = 10;

  /** What would make git look elsewhere; hooks set these. */
  private static final List<String> MISLEADING = List.of("GIT_DIR", "GIT_WORK_TREE", INDEX);

  /** The work tree of a directory; empty without git, without a repository or a commit. */
  public static Optional<WorkTree> of(Path directory) {
    return of(directory, GIT);
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

  /**
   * A digest of everything in which the whole work tree differs from its commit: changes, and the
   * files that git does not know and does not ignore.
   *
   * <p>Only git reads them: a queue may lie among them, whose file no other code of this process
   * may open. The repository and its index stay as they are.
   *
   * @return 64 hexadecimal digits, an empty text when nothing differs; nothing without git, a
   *     repository or a commit
   */
  public static Optional<String> changes(Path directory) throws IOException {
    return changes(directory, GIT);
  }

  static Optional<String> changes(Path directory, String git) throws IOException {
    Path scratch = Files.createTempDirectory("git");
    try {
      Map<String, String> apart = Map.of(INDEX, scratch.resolve("index").toString());
      return run(directory, apart, git, "read-tree", "HEAD")
          .flatMap(done -> run(directory, apart, git, "add", "--intent-to-add", ":/"))
          .flatMap(done -> run(directory, apart, git, DIFF))
          .map(diff -> diff.isEmpty() ? "" : sha256(diff));
    } finally {
      deleteAll(scratch);
    }
  }

  /** Also the lock that a git leaves behind that was killed. */
  private static void deleteAll(Path scratch) throws IOException {
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.delete(scratch);
  }

  private static String sha256(String bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static Optional<String> run(Path directory, String git, String... arguments) {
    return run(directory, Map.of(), git, arguments);
  }

  /** What git prints; empty when there is none, or it fails or takes too long. */
  private static Optional<String> run(
      Path directory, Map<String, String> environment, String git, String... arguments) {
    List<String> command = new ArrayList<>(List.of(git, "--no-optional-locks"));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("git", ".out");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectError(Redirect.DISCARD)
                .redirectOutput(output.toFile());
        MISLEADING.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
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
      process.destroyForcibly().onExit().join(); // what it writes to is deleted next
    }
  }
}
