package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLinesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskId ID = new TaskId(new UUID(1, 2));

  private static List<Entry> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Entry> read(byte[] bytes) throws IOException {
    return new TaskLinesReader(() -> ID, NOW)
        .read(new ByteArrayInputStream(bytes), line -> {})
        .tasks();
  }

  private static TaskDetails full() {
    return new TaskDetails(
        new Task(
            TaskNumber.of(17),
            ID,
            new TaskProfile(
                "\"quoted\" \u202e \t",
                TaskSource.AGENT_PLANNER,
                "type",
                "branch",
                "session",
                TaskNumber.of(3),
                "key"),
            new Schedule(9, NOW, Duration.ofNanos(1_001_000), NOW, 0, Duration.ofSeconds(1)),
            new Progress(
                TaskStatus.RUNNING,
                NOW,
                4,
                2,
                "w",
                NOW.plusSeconds(1),
                NOW,
                NOW.plusSeconds(2),
                TaskNumber.of(5)),
            new Rank(5_525, 0, 0, 0, null),
            NOW,
            NOW.plusNanos(1_000)),
        "prompt\n\u0001🌳",
        "{\"a\" : [1.50,\"\\n\"], \"a\" : " + "[".repeat(900) + "]".repeat(900) + "}",
        "\"done\"",
        "error",
        List.of(TaskNumber.of(1), TaskNumber.of(2)),
        0xfedc_ba98_7654_3210L);
  }

  @Test
  void whatIsWrittenIsReadBackWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TaskLinesWriter writer = new TaskLinesWriter(out)) {
      writer.task(full(), List.of());
      writer.task(full(), List.of());
    }
    assertEquals(2, out.toString(StandardCharsets.UTF_8).lines().count());
    List<Entry> read = read(out.toByteArray());
    assertEquals(2, read.size());
    assertEquals(full(), read.get(1).details());
    assertEquals(2, read.get(1).line());
  }

  @Test
  void anEmptyExportIsAnEmptyFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TaskLinesWriter(out).close();
    assertEquals(0, out.size());
    assertEquals(List.of(), read(""));
  }

  @Test
  void aPayloadOverSeveralLinesStaysOneLineAndTheSameValue() throws IOException {
    TaskDetails task = full();
    TaskDetails pretty =
        new TaskDetails(
            task.task(), "p", "{\n  \"a\": 1\r\n}", null, null, task.prerequisites(), null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TaskLinesWriter writer = new TaskLinesWriter(out)) {
      writer.task(pretty, List.of());
    }
    assertEquals("{   \"a\": 1  }", read(out.toByteArray()).get(0).details().payload());
  }

  @Test
  void aLineByHandNeedsOnlyANumberAndAPrompt() throws IOException {
    TaskDetails read = read("\ufeff{\"number\":1,\"prompt\":\"a\\nb\"}\n\n").get(0).details();
    assertEquals("a", read.task().profile().summary());
    assertEquals(Schedule.DEFAULT, read.task().schedule());
    assertEquals(TaskStatus.READY, read.task().status());
    assertEquals(NOW, read.task().createdAt());
    assertEquals(2_000, read.task().rank().priority());
    assertEquals("b", read("{\"number\":1,\"summary\":\"b\"}").get(0).details().prompt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":1,\"promt\":\"a\"} | 'promt' is not a field of a task: use number, id",
        "{\"prompt\":\"a\"} | 'number' is missing",
        "{\"number\":1} | 'prompt' is missing",
        "{\"number\":\"1\",\"prompt\":\"a\"} | 'number' is not a whole number",
        "{\"number\":1.5,\"prompt\":\"a\"} | 'number' is not a whole number",
        "{\"number\":0,\"prompt\":\"a\"} | a task number is 1 or more",
        "{\"number\":99999999999999999999,\"prompt\":\"a\"} | 'number' is out of range",
        "{\"number\":1,\"prompt\":5} | 'prompt' is not a text",
        "{\"number\":1,\"prompt\":\"a\",\"prompt\":\"b\"} | 'prompt' stands twice",
        "{\"number\":1,\"prompt\":\"a\"} x | this is not JSON",
        "{\"number\":1,\"prompt\":\"a\"}{} | something follows the JSON object",
        "[] | this is no JSON object",
        "{\"number\":1,\"prompt\":\"a\",\"status\":\"done\"} | 'done' is not a status",
        "{\"number\":1,\"prompt\":\"a\",\"prerequisites\":3} | 'prerequisites' is not an array",
        "{\"number\":1,\"prompt\":\"a\",\"token\":-1} | 'token' is negative",
        "{\"number\":1,\"prompt\":\"a\",\"token\":9223372036854775807} | the token 92",
        "{\"number\":9223372036854775807,\"prompt\":\"a\"} | a task number is at most",
        "{\"number\":1,\"prompt\":\"a\",\"status\":\"completed\",\"leaseUntil\":5} | a task that is",
        "{\"number\":1,\"prompt\":\"a\",\"priority\":20000} | the priority is 20000",
        "{\"number\":1,\"prompt\":\"a\",\"createdAt\":999999999999999999} | the createdAt is",
        "{\"number\":1,\"prompt\":\"a\",\"basePriority\":11} | the base priority is 11",
        "{\"number\":1,\"prompt\":\"a\",\"timeout\":9999999999999999} | 'timeout' is over ten years",
        "{\"number\":1,\"prompt\":\"a\\u0000\"} | the summary holds a NUL",
        "{\"number\":1 | this is not JSON",
        "{\"number\":1,\"prompt\":\"\\ud800\"} | the summary holds half a surrogate pair",
        "{\"number\":1,\"prompt\":\"a\",\"depth\":11} | the depth is 11: give 0 to 10",
        "{\"number\":1,\"prompt\":\"a\",\"fingerprint\":\"0\"} | 'fingerprint' is not 16 digits",
        "{\"number\":1,\"prompt\":\"a\",\"fingerprint\":\"00000000000000AB\"} | 'fingerprint' is n",
        "{\"number\":1,\"prompt\":\"a\",\"fingerprint\":7} | 'fingerprint' is not a text",
        "{\"number\":1,\"prompt\":\"a\",\"fingerprint\":\"00000000000000ab\"} | 'fingerprint' stands",
      })
  void aBadLineIsNamedWithWhatIsWrong(String line, String problem) {
    var refused =
        assertThrows(
            InvalidInputException.class,
            () -> read("{\"number\":9,\"prompt\":\"good\"}\n\n" + line + "\n"));
    assertTrue(refused.getMessage().startsWith("line 3: " + problem), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void aLineWithoutAnEndIsRefusedBeforeItFillsTheMemory() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    BatchReader reader = new BatchReader();
    var refused = assertThrows(InvalidInputException.class, () -> reader.read(endless, line -> {}));
    assertEquals("line 1 is longer than any task: write one task a line", refused.getMessage());
  }

  /** A worker that gives a task back again and again leaves two of them each time. */
  @Test
  void aHistoryOfHundredsOfThousandsOfEventsComesBack() throws IOException {
    StringBuilder line = new StringBuilder("{\"number\":1,\"prompt\":\"a\",\"events\":[");
    int events = 300_000;
    for (int i = 1; i <= events; i++) {
      line.append(i == 1 ? "" : ",")
          .append(
              "{\"sequence\":" + i + ",\"at\":1767225600000000,\"actor\":\"worker-17.example\",")
          .append("\"reason\":\"released\",\"from\":\"running\",\"to\":\"ready\",")
          .append("\"token\":7,\"note\":null}");
    }
    line.append("]}");
    assertTrue(line.length() > BoundedLineReader.TASK_CHARS_MAX, line.length() + " characters");
    assertEquals(events, read(line.toString()).get(0).events().size());
  }

  @Test
  void linesMayEndAsOnWindowsAndTheLastMayNotEnd() throws IOException {
    String lines = "{\"number\":1,\"prompt\":\"a\"}\r\n\r\n{\"number\":2,\"prompt\":\"b\"}";
    assertEquals(List.of(1, 3), read(lines).stream().map(Entry::line).toList());
    assertEquals(2, read(lines + "\r\n").size());
    String padded = "{\"number\":1,\"prompt\":\"" + "x".repeat(50_000) + "\"}\n";
    assertEquals(50_000, read(padded + padded).get(1).details().prompt().length());
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() {
    byte[] latin1 = "{\"number\":1,\"prompt\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    var refused = assertThrows(InvalidInputException.class, () -> read(latin1));
    assertTrue(refused.getMessage().contains("not UTF-8"), refused.getMessage());
  }

  @Test
  void jsonIsCheckedBeforeItIsStored() {
    TaskJson.requireJson("result", " {\"a\": [1]} ");
    TaskJson.requireJson("result", "\"text\"");
    for (String bad : List.of("", "text", "{} {}", "{\"a\":}", "[1,]")) {
      assertThrows(InvalidInputException.class, () -> TaskJson.requireJson("result", bad), bad);
    }
  }
}
