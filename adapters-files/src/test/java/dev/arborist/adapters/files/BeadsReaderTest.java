package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeadsReaderTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static ImportedTasks read(String... lines) throws IOException {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new BeadsReader(() -> new TaskId(new UUID(1, 2)), NOW)
        .read(new ByteArrayInputStream(bytes), line -> {});
  }

  /** An issue created on a day of January 2026, with edges such as {@code blocks:bd-1}. */
  private static String issue(String id, int day, String status, String... edges) {
    List<String> written = new ArrayList<>();
    for (String edge : edges) {
      String[] parts = edge.split(":", -1);
      written.add("{\"depends_on_id\":\"" + parts[1] + "\",\"type\":\"" + parts[0] + "\"}");
    }
    return "{\"id\":\"%s\",\"title\":\"Title of %s\",\"status\":\"%s\",\"priority\":1,"
            .formatted(id, id, status)
        + "\"created_at\":\"2026-01-%02dT08:00:00-08:00\",".formatted(day)
        + "\"dependencies\":["
        + String.join(",", written)
        + "]}";
  }

  private static TaskDetails task(ImportedTasks result, int index) {
    return result.tasks().tasks().get(index).details();
  }

  private static List<TaskNumber> numbers(long... values) {
    return Arrays.stream(values).mapToObj(TaskNumber::of).toList();
  }

  @Test
  void issuesBecomeTasksInTheOrderOfTheirCreationWhateverTheOrderOfTheLines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(issue("bd-c", 3, "open", "blocks:bd-a", "parent-child:bd-b"));
    lines.add(issue("bd-b", 1, "closed"));
    lines.add(issue("bd-a", 1, "in_progress"));
    for (int i = 0; i < 2; i++) {
      ImportedTasks result = read(lines.toArray(new String[0]));
      assertEquals("Title of bd-a", task(result, 0).task().profile().summary());
      assertEquals("Title of bd-b", task(result, 1).task().profile().summary());
      TaskDetails last = task(result, 2);
      assertEquals(numbers(1), last.prerequisites());
      assertEquals(TaskNumber.of(2), last.task().profile().parent());
      assertEquals("beads:bd-c", last.task().profile().idempotencyKey());
      assertEquals(Instant.parse("2026-01-03T16:00:00Z"), last.task().createdAt());
      assertTrue(result.tasks().renumber());
      assertEquals(List.of(), result.dropped());
      Collections.reverse(lines);
    }
  }

  @Test
  void statusesAndPrioritiesAreMapped() throws IOException {
    String[] statuses = {"closed", "tombstone", "open", "in_progress", "hooked", "blocked"};
    int[] bases = {10, 8, 5, 3, 0};
    for (int i = 0; i < statuses.length; i++) {
      TaskStatus expected =
          switch (i) {
            case 0 -> TaskStatus.COMPLETED;
            case 1 -> TaskStatus.CANCELLED;
            default -> TaskStatus.READY;
          };
      assertEquals(expected, task(read(issue("x", 1, statuses[i])), 0).task().status());
    }
    for (int priority = 0; priority < bases.length; priority++) {
      String line = issue("x", 1, "open").replace("\"priority\":1", "\"priority\":" + priority);
      assertEquals(bases[priority], task(read(line), 0).task().schedule().basePriority());
    }
  }

  @Test
  void whatCannotBeHeldIsDroppedAndNamed() throws IOException {
    ImportedTasks result =
        read(
            issue("a", 1, "open", "blocks:c"),
            issue("b", 2, "open", "blocks:a", "related:a", "blocks:gone"),
            issue("c", 3, "open", "blocks:b", "parent-child:b", "parent-child:a"),
            issue("d", 4, "tombstone"),
            issue("e", 5, "open", "blocks:d", "parent-child:d"));
    assertEquals(
        List.of(
            "b -> a (related): the queue has no edges of this kind",
            "b -> gone (blocks): that issue is not in the file",
            "e -> d (blocks): that issue is a tombstone",
            "e -> d (parent-child): that issue is a tombstone",
            "c -> b (parent-child): it has an earlier parent",
            "c -> b (blocks): it would close a cycle"),
        result.dropped());
    assertEquals(numbers(3), task(result, 0).prerequisites());
    assertEquals(numbers(1), task(result, 1).prerequisites());
    assertEquals(TaskNumber.of(1), task(result, 2).task().profile().parent());
  }

  @Test
  void parentsInACircleAreCut() throws IOException {
    ImportedTasks result =
        read(
            issue("a", 1, "open", "parent-child:b"),
            issue("b", 2, "open", "parent-child:a"),
            issue("c", 3, "open", "parent-child:c"));
    assertEquals(TaskNumber.of(2), task(result, 0).task().profile().parent());
    assertEquals(2, result.dropped().size(), result.dropped().toString());
  }

  @Test
  void aParentThatWouldCloseACycleLeavesRoomForTheNext() throws IOException {
    ImportedTasks result =
        read(
            issue("a", 1, "open", "parent-child:b"),
            issue("b", 2, "open", "parent-child:a", "parent-child:c"),
            issue("c", 3, "open"));
    assertEquals(TaskNumber.of(3), task(result, 1).task().profile().parent());
    assertEquals(List.of("b -> a (parent-child): it would close a cycle"), result.dropped());
  }

  /** However it is found out: an edge is dropped when it closes a cycle with those before. */
  @ParameterizedTest
  @ValueSource(strings = {"blocks", "parent-child"})
  void edgesAreTakenOneAfterAnother(String kind) throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(9);
      DependencyGraph taken = new DependencyGraph(n);
      List<String> lines = new ArrayList<>();
      List<String> dropped = new ArrayList<>();
      for (int from = 0; from < n; from++) {
        List<String> edges = new ArrayList<>();
        boolean isTaken = false;
        for (int to = 0; to < n; to++) {
          if (random.nextInt(n) == 0) {
            edges.add(kind + ":t" + to);
            boolean isSecond = isTaken && kind.equals("parent-child");
            boolean isAdded = !isSecond && taken.addUnlessCyclic(from, to);
            isTaken |= isAdded;
            if (!isAdded) {
              String reason = isSecond ? "it has an earlier parent" : "it would close a cycle";
              dropped.add("t%d -> t%d (%s): %s".formatted(from, to, kind, reason));
            }
          }
        }
        lines.add(issue("t" + from, from + 1, "open", edges.toArray(String[]::new)));
      }
      assertEquals(dropped, read(lines.toArray(String[]::new)).dropped(), "seed " + seed);
    }
  }

  @Test
  void aTimeThatNoQueueKeepsIsRefused() {
    for (String time : List.of("+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z")) {
      String line = issue("b", 1, "open").replace("2026-01-01T08:00:00-08:00", time);
      refused("line 2: the createdAt is", line);
    }
  }

  @Test
  void whatHasNoFieldOfItsOwnIsKeptInThePayload() throws IOException {
    String line =
        issue("a", 1, "hooked")
            .replace("\"priority\":1", "\"labels\":[\"x\", 1.50],\"issue_type\":\"bug\"");
    assertEquals(
        "{\"id\":\"a\",\"status\":\"hooked\",\"labels\":[\"x\", 1.50],\"issue_type\":\"bug\"}",
        task(read(line), 0).payload());
  }

  @Test
  void anIssueThatWasOpenedAgainKeepsWhenItWasClosed() throws IOException {
    String closed = "\"closed_at\":\"2026-01-02T08:00:00Z\"";
    for (String status : List.of("open", "closed")) {
      String line = issue("a", 1, status).replace("\"priority\":1", closed);
      TaskDetails task = task(read(line), 0);
      boolean isOpen = status.equals("open");
      assertEquals(isOpen, task.payload().contains(closed), task.payload());
      assertEquals(isOpen, task.task().progress().finishedAt() == null);
    }
  }

  @Test
  void aTitleThatIsTooLongIsCutAndKeptWhole() throws IOException {
    String line = issue("a", 1, "open").replace("Title of a", "T".repeat(200));
    TaskDetails task = task(read(line), 0);
    assertEquals("T".repeat(139) + "…", task.task().profile().summary());
    assertTrue(task.payload().contains("\"title\":\"" + "T".repeat(200) + "\""));
  }

  @Test
  void aBadIssueIsNamedByItsLine() {
    refused("line 2: 'created_at' is no time", issue("b", 1, "open").replace("T08", " 08"));
    refused("line 2: 'priority' is 9", issue("b", 1, "open").replace("y\":1", "y\":9"));
    refused(
        "line 2: 'status' is missing", "{\"id\":\"b\",\"created_at\":\"2026-01-01T00:00:00Z\"}");
    refused("line 2: the issue 'a' stands in line 1 already", issue("a", 1, "open"));
    refused("line 2: this is not JSON", "{");
  }

  private static void refused(String problem, String line) {
    var refused =
        assertThrows(InvalidInputException.class, () -> read(issue("a", 1, "open"), line));
    assertTrue(refused.getMessage().startsWith(problem), refused.getMessage());
  }

  @Test
  void linesAreCountedWithTheEntries() throws IOException {
    List<Entry> entries =
        read("", issue("b", 2, "open"), "", issue("a", 1, "open")).tasks().tasks();
    assertEquals(List.of(4, 2), entries.stream().map(Entry::line).toList());
  }

  @Test
  void aChainOfTwentyThousandParentsAndPrerequisitesIsKept() throws IOException {
    String[] lines = new String[20_000];
    for (int i = 0; i < lines.length; i++) {
      String before = "%06d".formatted(i - 1);
      lines[i] =
          i == 0
              ? issue("000000", 1, "open")
              : issue("%06d".formatted(i), 1, "open", "parent-child:" + before, "blocks:" + before);
    }
    ImportedTasks read = read(lines);
    assertEquals(List.of(), read.dropped());
    assertEquals(numbers(19_999), task(read, 19_999).prerequisites());
    assertEquals(TaskNumber.of(19_999), task(read, 19_999).task().profile().parent());
  }

  @Test
  void anImportIsRefusedByItsKeysAndHasNoFingerprints() throws IOException {
    assertNull(task(read(issue("a", 1, "open")), 0).fingerprint());
  }

  @Test
  void aPublicProjectIsReadWholeAndEveryDroppedEdgeIsNamed() throws IOException {
    Path file = Path.of("../../shared/data/beads-1825.jsonl");
    assumeTrue(Files.isReadable(file), "the file is not here");
    ImportedTasks read = read(Files.readString(file));
    assertEquals(1_825, read.tasks().tasks().size());
    assertEquals(317, read.dropped().size());
    for (String line : read.dropped()) {
      assertTrue(line.matches("\\S+ -> \\S+ \\([a-z-]+\\): .+"), line);
    }
  }
}
