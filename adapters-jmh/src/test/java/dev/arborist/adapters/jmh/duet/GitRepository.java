package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Somebody's Git repository, whatever hooks or users this build runs under. */
public final class GitRepository {

  private static final List<String> MISLEADING =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY");

  private final Path root;

  /**
   * An empty repository.
   *
   * @throws TestAbortedException where there is no git; with CI=true that is a failure
   */
  public GitRepository(Path root) throws IOException, InterruptedException {
    this.root = Files.createDirectories(root);
    git("init", "--quiet", "--initial-branch=main");
  }

  /** Commits everything that is there. */
  public void commit(String message) throws IOException, InterruptedException {
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", message);
  }

  /** What git prints. */
  public String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    MISLEADING.forEach(builder.environment()::remove);
    Process process = start(builder);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output.strip();
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      assertNotEquals("true", System.getenv("CI"), "git is missing");
      throw new TestAbortedException("git is missing", e);
    }
  }
}
