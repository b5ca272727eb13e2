package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchReaderTest {

  private static TaskBatch read(String... lines) throws IOException {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new BatchReader().read(new ByteArrayInputStream(bytes), line -> {});
  }

  @Test
  void everyFieldOfANewTaskIsRead() throws IOException {
    TaskBatch batch =
        read(
            "{\"prompt\":\"p\",\"summary\":\"s\",\"source\":\"agent_planner\",\"agentType\":\"t\","
                + "\"branch\":\"b\",\"session\":\"x\",\"parent\":3,\"prerequisites\":[5,4,5],"
                + "\"basePriority\":9,\"deadline\":1767225600000000,\"estimate\":1500,"
                + "\"notBefore\":1,\"maxRetries\":0,\"timeout\":1000000,"
                + "\"payload\":{\"a\" : [1.50]},\"idempotencyKey\":\"k\"}");
    NewTask expected =
        NewTask.of("p")
            .summary("s")
            .source(TaskSource.AGENT_PLANNER)
            .agentType("t")
            .branch("b")
            .session("x")
            .parent(TaskNumber.of(3))
            .prerequisites(List.of(TaskNumber.of(4), TaskNumber.of(5)))
            .basePriority(9)
            .deadline(Instant.parse("2026-01-01T00:00:00Z"))
            .estimate(Duration.ofNanos(1_500_000))
            .notBefore(Instant.EPOCH.plusNanos(1_000))
            .maxRetries(0)
            .timeout(Duration.ofSeconds(1))
            .payload("{\"a\" : [1.50]}")
            .idempotencyKey("k")
            .build();
    assertEquals(List.of(new TaskBatch.Entry(expected, null, List.of())), batch.entries());
  }

  @Test
  void onlyAPromptIsNeeded() throws IOException {
    TaskBatch batch =
        read("", "{\"prompt\":\"a\\nb\"}", "  ", "{\"prompt\":\"c\",\"parent\":null}");
    assertEquals(
        List.of(NewTask.of("a\nb").build(), NewTask.of("c").build()),
        batch.entries().stream().map(TaskBatch.Entry::task).toList());
    assertEquals(List.of(), read("").entries());
  }

  @Test
  void timesMayBeWrittenAsPeopleWriteThem() throws IOException {
    NewTask task =
        read("{\"prompt\":\"a\",\"deadline\":\"2026-01-01T01:00:00+01:00\",\"timeout\":\"90m\","
                + "\"estimate\":\"2w\",\"notBefore\":\"2026-01-01T00:00:00.123456789Z\"}")
            .entries()
            .get(0)
            .task();
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), task.schedule().deadline());
    assertEquals(Instant.parse("2026-01-01T00:00:00.123456Z"), task.schedule().notBefore());
    assertEquals(Duration.ofMinutes(90), task.schedule().timeout());
    assertEquals(Duration.ofDays(14), task.schedule().estimate());
  }

  @Test
  void refsPointForwardsAndBackwardsAndStandBesideNumbers() throws IOException {
    TaskBatch batch =
        read(
            "{\"ref\":\"release\",\"prompt\":\"a\",\"prerequisites\":[\"tests\",17,\"docs\"]}",
            "",
            "{\"ref\":\"tests\",\"prompt\":\"b\",\"parent\":\"release\"}",
            "{\"ref\":\"docs\",\"prompt\":\"c\",\"parent\":\"later\",\"prerequisites\":[\"tests\"]}",
            "{\"ref\":\"later\",\"prompt\":\"d\",\"parent\":4}");
    List<TaskBatch.Entry> entries = batch.entries();
    assertEquals(List.of(1, 2), entries.get(0).prerequisites());
    assertEquals(List.of(TaskNumber.of(17)), entries.get(0).task().prerequisites());
    assertEquals(0, entries.get(1).parent());
    assertEquals(3, entries.get(2).parent());
    assertEquals(List.of(1), entries.get(2).prerequisites());
    assertNull(entries.get(3).parent());
    assertEquals(TaskNumber.of(4), entries.get(3).task().profile().parent());
  }

  @Test
  void aRefThatLooksLikeANumberIsARef() throws IOException {
    TaskBatch batch =
        read("{\"ref\":\"7\",\"prompt\":\"a\"}", "{\"prompt\":\"b\",\"prerequisites\":[\"7\",7]}");
    assertEquals(List.of(0), batch.entries().get(1).prerequisites());
    assertEquals(List.of(TaskNumber.of(7)), batch.entries().get(1).task().prerequisites());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 'prompt' is missing: say what is to be done",
        "{\"prompt\":\" \"} | the prompt is empty: give it some text",
        "{\"prompt\":\"a\\u0000\"} | the prompt holds a NUL character: remove it",
        "{\"prompt\":\"\\ud83c\"} | the prompt holds half a surrogate pair",
        "{\"promt\":\"a\"} | 'promt' is not a field of a new task: use ref, prompt, summary",
        "{\"prompt\":\"a\",\"number\":1} | 'number' is not a field of a new task",
        "{\"prompt\":\"a\",\"prompt\":\"b\"} | 'prompt' stands twice: leave one of them out",
        "{\"prompt\":\"a\",\"source\":\"me\"} | 'me' is not a source: use human",
        "{\"prompt\":\"a\",\"basePriority\":11} | the base priority is 11: give 0 to 10",
        "{\"prompt\":\"a\",\"basePriority\":\"9\"} | 'basePriority' is not a whole number: \"9\"",
        "{\"prompt\":\"a\",\"maxRetries\":-1} | 'maxRetries' is negative: -1",
        "{\"prompt\":\"a\",\"timeout\":5} | the timeout is less than 1ms: give at least 1s",
        "{\"prompt\":\"a\",\"timeout\":\"1 h\"} | 'timeout' is not a duration: write a number and",
        "{\"prompt\":\"a\",\"timeout\":[]} | 'timeout' is not a whole number: []",
        "{\"prompt\":\"a\",\"deadline\":\"tomorrow\"} | 'deadline' is no time: write it as 2026-",
        "{\"prompt\":\"a\",\"deadline\":\"0001-01-01T00:00:00Z\"} | the deadline is 0001-01-01T",
        "{\"prompt\":\"a\",\"parent\":true} | 'parent' is not a whole number: true",
        "{\"prompt\":\"a\",\"parent\":0} | a task number is 1 or more, not 0",
        "{\"prompt\":\"a\",\"parent\":\"nobody\"} | no task of this file has the ref 'nobody': give",
        "{\"prompt\":\"a\",\"prerequisites\":\"x\"} | 'prerequisites' is not an array: write [...]",
        "{\"prompt\":\"a\",\"prerequisites\":[1.5]} | '1.5' is not a task number",
        "{\"prompt\":\"a\",\"prerequisites\":[null]} | 'null' is not a task number",
        "{\"prompt\":\"a\",\"prerequisites\":[\"x\"]} | no task of this file has the ref 'x': give it",
        "{\"prompt\":\"a\",\"ref\":\"\"} | the ref is empty: give it some text",
        "{\"prompt\":\"a\",\"ref\":7} | 'ref' is not a text: write it in quotes",
        "{\"prompt\":\"a\",\"ref\":\"good\"} | the ref 'good' stands in line 1 already: give it an",
        "{\"prompt\":\"a\",\"idempotencyKey\":\"k\"} | the idempotencyKey 'k' stands in line 1 already",
        "{\"prompt\":\"a\",\"ref\":\"s\",\"parent\":\"s\"} | the parents form a cycle: s -> s; remove one",
        "{\"prompt\":\"a\" | this is not JSON: ",
        "[1] | this is no JSON object: write {...}",
        "{\"prompt\":\"a\"} {} | something follows the JSON object: write one a line",
      })
  void aBadLineIsNamedWithWhatIsWrong(String line, String problem) {
    String good = "{\"prompt\":\"good\",\"ref\":\"good\",\"idempotencyKey\":\"k\"}";
    refused("line 3: " + problem, good, "", line);
  }

  @Test
  void aCycleIsNamedByItsRefs() {
    refused(
        "line 2: the prerequisites form a cycle: a -> c -> b -> a; remove one",
        "{\"prompt\":\"x\",\"prerequisites\":[\"a\"]}",
        "{\"ref\":\"a\",\"prompt\":\"x\",\"prerequisites\":[\"c\"]}",
        "{\"ref\":\"b\",\"prompt\":\"x\",\"prerequisites\":[\"a\"]}",
        "{\"ref\":\"c\",\"prompt\":\"x\",\"prerequisites\":[\"b\"]}");
    List<String> long10k = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      long10k.add(
          "{\"ref\":\"r%d\",\"prompt\":\"x\",\"parent\":\"r%d\"}".formatted(i, (i + 1) % 10_000));
    }
    refused(
        "line 1: the parents form a cycle: r0 -> r1 -> r2 -> r3 -> r4 -> r5 -> r6 -> r7 -> … 9985"
            + " more … -> r9993 -> r9994 -> r9995 -> r9996 -> r9997 -> r9998 -> r9999 -> r0;"
            + " remove one",
        long10k.toArray(new String[0]));
  }

  @Test
  void aChainOfAHundredThousandIsNoCycle() throws IOException {
    String[] lines = new String[100_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          "{\"ref\":\"r%d\",\"prompt\":\"x\"%s}"
              .formatted(i, i == 0 ? "" : ",\"prerequisites\":[\"r" + (i - 1) + "\"]");
    }
    TaskBatch batch = read(lines);
    assertEquals(List.of(99_998), batch.entries().get(99_999).prerequisites());
  }

  @Test
  void whatIsTooLargeIsNamedWithItsLine() {
    refused(
        "line 1: the prompt has 2097152 bytes: at most 1048576 are kept",
        "{\"prompt\":\"" + "x".repeat(2 << 20) + "\"}");
    String deep = "[".repeat(1_001) + "]".repeat(1_001);
    refused(
        "line 1: the payload is nested more than 1000 levels deep: make it flatter",
        "{\"prompt\":\"x\",\"payload\":" + deep + "}");
    refused(
        "line 1: this is nested more than 1000 levels deep",
        "{\"prompt\":\"x\",\"payload\":" + "[".repeat(100_000));
  }

  private static void refused(String problem, String... lines) {
    var refused = assertThrows(InvalidInputException.class, () -> read(lines));
    assertTrue(refused.getMessage().startsWith(problem), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }
}
