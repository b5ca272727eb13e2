package dev.arborist.adapters.jmh.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.domain.validation.report.Origin;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

  @TempDir Path directory;

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b.c"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD);
    List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE").forEach(builder.environment()::remove);
    try {
      assertEquals(0, builder.start().waitFor());
    } catch (IOException e) {
      assumeTrue(false, "there is no git here");
    }
  }

  @Test
  void theCommitIsKnownAndWhetherSomethingDiffersFromIt() throws Exception {
    git("init", "-q");
    assertEquals(Optional.empty(), WorkTree.of(directory), "there is no commit yet");
    Path file = Files.writeString(directory.resolve("a.txt"), "one");
    git("add", ".");
    git("commit", "-q", "--no-gpg-sign", "-m", "one");
    WorkTree clean = WorkTree.of(directory).orElseThrow();
    assertTrue(clean.commit().matches("[0-9a-f]{40,64}"), clean.commit());
    assertFalse(clean.dirty());

    Files.writeString(file, "two");
    WorkTree changed = WorkTree.of(directory).orElseThrow();
    assertEquals(new WorkTree(clean.commit(), true), changed);

    Instant then = Instant.ofEpochSecond(5);
    Origin origin = Origins.of(directory, "a label", then);
    assertEquals(clean.commit(), origin.commit());
    assertTrue(origin.dirty());
    assertEquals(then, origin.measuredAt());
    assertEquals("a label", origin.label());
    assertEquals(new Machine().fingerprint(), origin.machine());
  }

  @Test
  void changesHaveADigestThatNothingElseHas() throws Exception {
    git("init", "-q");
    assertEquals(Optional.empty(), WorkTree.changes(directory), "there is no commit yet");
    Path file = Files.writeString(directory.resolve("a.txt"), "one");
    Files.writeString(directory.resolve(".gitignore"), "ignored\n");
    git("add", ".");
    git("commit", "-q", "--no-gpg-sign", "-m", "one");
    Path below = Files.createDirectory(directory.resolve("below"));
    assertEquals(Optional.of(""), WorkTree.changes(below));
    Files.writeString(directory.resolve("ignored"), "whatever");
    assertEquals(Optional.of(""), WorkTree.changes(below));

    Files.writeString(file, "two");
    String changed = WorkTree.changes(below).orElseThrow();
    assertTrue(changed.matches("[0-9a-f]{64}"), changed);
    assertEquals(changed, WorkTree.changes(directory).orElseThrow(), "seen from anywhere");
    git("add", ".");
    assertEquals(changed, WorkTree.changes(below).orElseThrow(), "whether it is staged or not");
    Path unknown = Files.writeString(directory.resolve("new file"), "1");
    String more = WorkTree.changes(below).orElseThrow();
    assertNotEquals(changed, more);
    Files.writeString(unknown, "2");
    assertNotEquals(more, WorkTree.changes(below).orElseThrow(), "of the same size");
    Files.delete(unknown);
    Files.writeString(file, "one");
    assertEquals(Optional.of(""), WorkTree.changes(below), "as it was committed");
  }

  @Test
  void whatAKilledGitLeavesBehindIsDeletedAndNothingIsKnown() throws IOException {
    Path git =
        Files.writeString(
            directory.resolve("git.sh"),
            """
            #!/bin/sh
            echo "$GIT_INDEX_FILE" > index
            touch "$GIT_INDEX_FILE.lock"
            exit 1
            """);
    assertTrue(git.toFile().setExecutable(true));
    assertEquals(Optional.empty(), WorkTree.changes(directory, git.toString()));
    Path index = Path.of(Files.readString(directory.resolve("index")).strip());
    assertFalse(Files.exists(index.getParent()), index.toString());
  }

  @Test
  void theWorkingDirectoryMayBeGivenAsAnEmptyPath() throws IOException {
    Path here = Path.of("");
    assertEquals(WorkTree.of(here.toAbsolutePath()), WorkTree.of(here));
    assertEquals(WorkTree.changes(here.toAbsolutePath()), WorkTree.changes(here));
  }

  @Test
  void withoutGitOrARepositoryNothingIsKnown() throws IOException {
    assertEquals(Optional.empty(), WorkTree.changes(directory));
    assertEquals(Optional.empty(), WorkTree.of(directory));
    assertEquals(Optional.empty(), WorkTree.of(directory, "no-such-git"));
    assertEquals(Optional.empty(), WorkTree.of(directory.resolve("missing")));
    assertEquals("", Origins.of(directory, "", Instant.EPOCH).commit());
  }
}
