package dev.arborist.adapters.jmh.duet;

import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory in a Git checkout, whose versions are copied to other places. Nothing is written into
 * the repository, not even objects, and its index stays as it is.
 */
final class Checkout {

  /** What would make git look elsewhere; hooks set these. */
  static final List<String> MISLEADING =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_PREFIX");

  /** The mode of a submodule, with which its entry in a tree begins. */
  private static final String SUBMODULE = "160000 ";

  private final ProcessFamily family;
  private final Path root;
  private final Path objects;
  private final Path shallow;
  private final Path index;
  private final String below;
  private int outputs;

  private Checkout(ProcessFamily family, Path directory) throws IOException {
    this.family = family;
    List<String> answer =
        git(
                directory,
                Map.of(),
                "rev-parse",
                "--show-toplevel",
                "--git-path",
                "objects",
                "--git-path",
                "shallow",
                "--git-path",
                "index")
            .lines()
            .toList();
    root = Path.of(answer.get(0));
    objects = directory.resolve(answer.get(1)).toAbsolutePath().normalize();
    shallow = directory.resolve(answer.get(2)).toAbsolutePath().normalize();
    index = directory.resolve(answer.get(3)).toAbsolutePath().normalize();
    below = git(directory, Map.of(), "rev-parse", "--show-prefix").strip();
  }

  /**
   * The checkout of a directory.
   *
   * @param family runs git and holds its files
   * @throws InvalidSamplesException when it is not in a Git checkout
   */
  static Checkout of(ProcessFamily family, Path directory) throws IOException {
    try {
      return new Checkout(family, directory);
    } catch (GitException e) {
      throw new InvalidSamplesException(directory + " is in no Git checkout: " + e.getMessage(), e);
    }
  }

  /**
   * The hash of a commit.
   *
   * @param ref a branch, a tag or whatever else Git knows it by
   * @throws InvalidSamplesException when there is none of that name
   */
  String commit(String ref) throws IOException {
    try {
      return git(root, Map.of(), "rev-parse", "--verify", "--end-of-options", ref + "^{commit}")
          .strip();
    } catch (GitException e) {
      throw new InvalidSamplesException(
          "'" + ref + "' is no commit of " + root + ": name a branch, a tag or a hash", e);
    }
  }

  /**
   * Copies a commit.
   *
   * @return the place in the copy that the directory has in the checkout
   */
  Path copy(String commit, Path target) throws IOException {
    repository(target);
    return checkOut(commit, target);
  }

  /**
   * Copies everything as it stands, with what is not committed and what Git does not know; what it
   * ignores is left out, unless it has been added all the same.
   *
   * @return the place in the copy that the directory has in the checkout
   */
  Path copyWorkTree(Path target) throws IOException {
    repository(target);
    Path snapshot = target.resolve(".git/snapshot");
    Map<String, String> apart =
        Map.of(
            "GIT_INDEX_FILE", snapshot.toString(),
            "GIT_OBJECT_DIRECTORY", target.resolve(".git/objects").toString(),
            "GIT_ALTERNATE_OBJECT_DIRECTORIES", objects.toString(),
            "GIT_AUTHOR_NAME", "arborist",
            "GIT_AUTHOR_EMAIL", "arborist",
            "GIT_COMMITTER_NAME", "arborist",
            "GIT_COMMITTER_EMAIL", "arborist");
    if (Files.exists(index)) {
      Files.copy(index, snapshot);
    } else {
      git(root, apart, "read-tree", "HEAD");
    }
    git(root, apart, "add", "--all", ":/");
    String tree = git(root, apart, "write-tree").strip();
    String commit =
        git(root, apart, "commit-tree", tree, "-p", "HEAD", "-m", "The work tree").strip();
    return checkOut(commit, target);
  }

  /** A repository of its own that borrows the objects of this one, and knows its tags. */
  private void repository(Path target) throws IOException {
    git(root, Map.of(), "clone", "--quiet", "--shared", "--no-checkout", ".", target.toString());
    if (Files.exists(shallow)) { // of such a one git borrows nothing, and takes its branches only
      Path own = target.resolve(".git");
      Files.writeString(own.resolve("objects/info/alternates"), objects + "\n");
      Files.copy(shallow, own.resolve("shallow"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The submodules of a copy, which are empty there. */
  List<String> submodules(Path copy) throws IOException {
    return git(copy, Map.of(), "ls-tree", "-r", "-z", "--full-tree", "HEAD")
        .transform(entries -> Stream.of(entries.split("\0", -1)))
        .filter(entry -> entry.startsWith(SUBMODULE))
        .map(entry -> entry.substring(entry.indexOf('\t') + 1))
        .toList();
  }

  private Path checkOut(String commit, Path target) throws IOException {
    git(target, Map.of(), "checkout", "--quiet", "--detach", commit);
    return target.resolve(below);
  }

  /** What git prints. */
  private String git(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
    command.addAll(List.of(arguments));
    outputs++;
    Path output = family.directory().resolve("git-" + outputs + ".out");
    Path errors = family.directory().resolve("git-" + outputs + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectOutput(Redirect.to(output.toFile()))
            .redirectError(Redirect.to(errors.toFile()));
    MISLEADING.forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    int code = family.await(family.start(builder));
    if (code != 0) {
      throw new GitException(
          reason(text(errors)).orElse("git " + arguments[0] + " ended with " + code));
    }
    return text(output);
  }

  /** The line that says why, which warnings may stand before. */
  private static Optional<String> reason(String errors) {
    return errors
        .lines()
        .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
        .findFirst()
        .or(() -> errors.lines().findFirst());
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** What git says when it does not do what it should. */
  private static final class GitException extends IOException {

    private static final long serialVersionUID = 1;

    GitException(String message) {
      super(message);
    }
  }
}
