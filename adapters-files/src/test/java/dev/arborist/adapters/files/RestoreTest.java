package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskImport.Document;
import dev.arborist.application.port.in.TaskImport.Pruned;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String DEEP = "[".repeat(1_000) + "]".repeat(1_000);
  private static final String TASK = "{\"number\":9,\"prompt\":\"good\"}\n";
  private static final String EVENT =
      "{\"sequence\":4,\"at\":5,\"actor\":\"me\",\"reason\":\"enqueued\",\"from\":null,"
          + "\"to\":\"ready\",\"token\":0,\"note\":null}";
  private static final String PRUNED =
      "{\"pruned\":{\"sequence\":7,\"task\":3,\"at\":5,\"actor\":\"me\",\"reason\":\"pruned\","
          + "\"from\":\"failed\",\"to\":null,\"token\":2,\"note\":null}}\n";
  private static final String DOCUMENT =
      "{\"specification\":{\"namespace\":\"n\",\"key\":\"k\",\"version\":1,\"createdAt\":5,"
          + "\"createdBy\":\"me\",\"json\":{\"a\":[1]}}}\n";

  private static TaskImport read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TaskImport read(byte[] bytes) throws IOException {
    return new TaskLinesReader(() -> new TaskId(new UUID(1, 2)), NOW)
        .read(new ByteArrayInputStream(bytes), line -> {});
  }

  private static String write(TaskImport queue) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TaskLinesWriter writer = new TaskLinesWriter(out)) {
      queue.tasks().forEach(entry -> writer.task(entry.details(), entry.events()));
      queue.pruned().forEach(pruned -> writer.pruned(pruned.event()));
      queue.specifications().forEach(document -> writer.specification(document.content()));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String taskWith(String events) {
    return "{\"number\":9,\"prompt\":\"good\",\"events\":" + events + "}\n";
  }

  private static TaskEvent event(
      long sequence, EventReason reason, TaskStatus from, TaskStatus to, String note) {
    return new TaskEvent(
        sequence,
        TaskNumber.of(3),
        NOW.plusNanos(sequence * 1_000),
        "me",
        reason,
        from,
        to,
        1,
        note);
  }

  @Test
  void everyKindOfLineIsReadBackAsItWas() throws IOException {
    TaskDetails task = randomTask(3, new SplittableRandom(1));
    List<TaskEvent> events =
        List.of(
            event(1, EventReason.ENQUEUED, null, TaskStatus.READY, null),
            event(5, EventReason.CLAIMED, TaskStatus.READY, TaskStatus.RUNNING, "#5 \u202e \""));
    TaskEvent pruned =
        new TaskEvent(
            2,
            TaskNumber.of(2),
            NOW,
            TaskEvent.QUEUE,
            EventReason.PRUNED,
            TaskStatus.COMPLETED,
            null,
            4,
            null);
    var first = new SpecificationDocument("task:17:specs", "plan", 1, "{\"a\":1}", NOW, "me");
    var second = new SpecificationDocument("task:17:specs", "plan", 2, DEEP, NOW, "you");
    var scalar = new SpecificationDocument("t", "k", 1, "null", NOW, "me");
    TaskImport queue =
        new TaskImport(
            List.of(new TaskImport.Entry(1, task, events)),
            false,
            List.of(new Pruned(2, pruned)),
            List.of(new Document(3, first), new Document(4, second), new Document(5, scalar)));
    TaskImport read = read(write(queue));
    assertEquals(queue, read);
    assertFalse(read.renumber());
  }

  @Test
  void anExportOfARestoredQueueIsTheSameBytes() throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    for (int round = 0; round < 200; round++) {
      String export = write(randomQueue(random));
      assertEquals(export, write(read(export)));
    }
  }

  @Test
  void theFormOfEachLineIsFixed() throws IOException {
    String task = write(read(taskWith("[" + EVENT + "]")));
    assertTrue(
        task.endsWith(
            ",\"createdAt\":1767225600000000,\"updatedAt\":1767225600000000,\"fingerprint\":null,"
                + "\"events\":["
                + EVENT
                + "]}\n"),
        task);
    assertEquals(PRUNED + DOCUMENT, write(read(PRUNED + DOCUMENT)));
  }

  @Test
  void aFingerprintIsSixteenDigitsWhateverItsSign() throws IOException {
    for (long value : new long[] {0, -1, Long.MIN_VALUE, 0xabcL}) {
      String line =
          TASK.replace(
              "}", ",\"idempotencyKey\":\"k\",\"fingerprint\":\"%016x\"}".formatted(value));
      TaskImport read = read(line);
      assertEquals(value, read.tasks().get(0).details().fingerprint());
      assertTrue(write(read).contains("\"fingerprint\":\"%016x\"".formatted(value)));
    }
  }

  @Test
  void aLineByHandWithAKeyGetsTheFingerprintOfWhatItSaysAndAnExportedNullStaysNull()
      throws IOException {
    String line =
        "{\"number\":9,\"prompt\":\"good\",\"parent\":9,\"prerequisites\":[4,2],"
            + "\"payload\":{\"a\":1},\"idempotencyKey\":\"k\"}";
    NewTask same =
        NewTask.of("good")
            .parent(TaskNumber.of(9))
            .prerequisites(List.of(TaskNumber.of(2), TaskNumber.of(4)))
            .payload("{\"a\":1}")
            .idempotencyKey("k")
            .build();
    assertEquals(same.fingerprint(), read(line).tasks().get(0).details().fingerprint());
    String exported = line.replace("}}", "}").replace("\"k\"}", "\"k\",\"fingerprint\":null}");
    assertEquals(null, read(exported).tasks().get(0).details().fingerprint());
    assertEquals(null, read(TASK).tasks().get(0).details().fingerprint());
  }

  @Test
  void aTaskWithoutEventsHasNoHistory() throws IOException {
    assertEquals(List.of(), read(TASK).tasks().get(0).events());
    assertEquals(List.of(), read(taskWith("null")).tasks().get(0).events());
    assertEquals(List.of(), read(taskWith("[]")).tasks().get(0).events());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"sequence\":4,` | `` | 'sequence' is missing: it cannot be left out",
        "\"sequence\":4 | \"sequence\":-4 | 'sequence' is negative: -4",
        "\"token\":0 | \"token\":-1 | 'token' is negative: -1",
        "\"token\":0 | \"token\":\"0\" | 'token' is not a whole number: \"0\"",
        "\"at\":5 | \"at\":null | 'at' is missing",
        "\"at\":5 | \"at\":999999999999999999 | the at is",
        "\"actor\":\"me\" | \"actor\":\" \" | the actor is empty: give it some text",
        "\"actor\":\"me\" | \"actor\":\"\\u0000\" | the actor holds a NUL character: remove it",
        "enqueued | Enqueued | 'Enqueued' is not the reason of an event",
        "enqueued | pruned | the history of a task that is there ends in a status",
        "\"to\":\"ready\" | \"to\":null | the history of a task that is there ends in a status",
        "\"to\":\"ready\" | \"to\":\"done\" | 'done' is not a status: use pending",
        "\"note\":null | \"note\":\"\\udc00\" | the summary holds half a surrogate pair",
        "\"note\":null | \"note\":null,\"note\":null | 'note' stands twice: leave one of them out",
        "\"note\" | \"notes\" | 'notes' is not a field of an event: use sequence, at, actor",
        "\"at\":5 | \"at\":5,\"task\":9 | 'task' is not a field of an event: use sequence",
      })
  void aBadEventIsNamedWithItsLineAndPlace(String good, String bad, String problem) {
    refused("line 3: event 1: " + problem, "\n\n" + taskWith("[" + EVENT.replace(good, bad) + "]"));
  }

  @Test
  void eventsAreAnArrayOfObjects() {
    refused("line 1: 'events' is not an array: write [...]", taskWith("3"));
    refused("line 1: event 1: this is no JSON object: write {...}", taskWith("[4]"));
    refused("line 1: event 2: this is no JSON object", taskWith("[" + EVENT + ",[]]"));
  }

  @Test
  void aHistoryThatIsOutOfOrderIsRefused() {
    String again = EVENT.replace("enqueued", "linked");
    refused(
        "line 1: event 2: its sequence 4 does not come after 4: put the events in order",
        taskWith("[" + EVENT + "," + again + "]"));
    refused(
        "line 1: event 2: its sequence 3 does not come after 4",
        taskWith("[" + EVENT + "," + again.replace(":4", ":3") + "]"));
  }

  @Test
  void anEventThatStandsTwiceIsNamedWithBothLines() {
    String other = taskWith("[" + EVENT + "]").replace(":9", ":8");
    refused(
        "line 3: an event with the sequence 4 stands in line 1 already: leave one of them out",
        taskWith("[" + EVENT + "]") + PRUNED + other);
    refused(
        "line 2: an event with the sequence 4 stands in line 1 already",
        taskWith("[" + EVENT + "]") + PRUNED.replace(":7", ":4"));
  }

  @Test
  void whatAPrunedTaskLeftIsChecked() {
    refused("line 1: 'x' is not a field of the line of a pruned task", "{\"pruned\":{},\"x\":1}");
    refused("line 1: 'pruned' is not an object: write {...}", "{\"pruned\":[]}");
    refused("line 1: 'pruned' is missing", "{\"pruned\":null}");
    refused("line 1: 'task' is missing", PRUNED.replace("\"task\":3,", ""));
    refused("line 1: a task number is 1 or more", PRUNED.replace("\"task\":3", "\"task\":0"));
    refused(
        "line 1: 'worker' is not a field of what a pruned task left: use sequence, task, at",
        PRUNED.replace("\"actor\"", "\"worker\""));
    String problem = "line 1: a pruned task leaves one event: its reason is pruned";
    refused(problem, PRUNED.replace("\"pruned\",", "\"failed\","));
    refused(problem, PRUNED.replace("\"to\":null", "\"to\":\"ready\""));
    refused(
        "line 2: what #3 left stands in line 1 already: leave one of them out",
        PRUNED + PRUNED.replace(":7", ":8"));
    refused(
        "line 1: task #3 was pruned, but stands in line 2: leave one of them out",
        PRUNED + TASK.replace(":9", ":3"));
  }

  @Test
  void aDocumentIsChecked() throws IOException {
    refused("line 1: 'x' is not a field of the line of a spec", "{\"specification\":{},\"x\":1}");
    refused("line 1: 'specification' is not an object", "{\"specification\":\"x\"}");
    refused(
        "line 1: 'name' is not a field of a specification", DOCUMENT.replace("\"key", "\"name"));
    refused("line 1: 'key' is missing", DOCUMENT.replace("\"key\":\"k\",", ""));
    refused("line 1: 'version' is missing", DOCUMENT.replace("\"version\":1,", ""));
    refused("line 1: the version is 0", DOCUMENT.replace("\"version\":1", "\"version\":0"));
    refused(
        "line 1: 'version' is out of range: 2147483648",
        DOCUMENT.replace("\"version\":1", "\"version\":2147483648"));
    refused("line 1: the namespace is empty", DOCUMENT.replace("\"n\"", "\"\""));
    refused(
        "line 1: 'json' is missing: it is the document itself",
        DOCUMENT.replace(",\"json\":{\"a\":[1]}", ""));
    refused("line 1: this is not JSON", DOCUMENT.replace("[1]", "[1"));
    refused("line 1: the document has", DOCUMENT.replace("[1]", "\"" + "x".repeat(1 << 20) + "\""));
    refused(
        "line 2: version 1 of n k stands in line 1 already: leave one of them out",
        DOCUMENT + DOCUMENT);
    assertEquals(2, read(DOCUMENT + DOCUMENT.replace(":1", ":2")).specifications().size());
  }

  @Test
  void aDocumentIsNestedAsDeeplyAsTheStoreLetsItAndNoDeeper() throws IOException {
    String deep = DOCUMENT.replace("{\"a\":[1]}", DEEP);
    assertEquals(DEEP, read(deep).specifications().get(0).content().json());
    refused(
        "line 1: the json is nested more than 1000 levels deep: make it flatter",
        deep.replace(DEEP, "[" + DEEP + "]"));
    refused(
        "line 1: this is nested more than 1000 levels deep: make it flatter",
        deep.replace(DEEP, "[".repeat(1_000_000)));
  }

  @Test
  void aFileThatEndsWithinALineIsRefused() {
    String whole = (taskWith("[" + EVENT + "]") + PRUNED + DOCUMENT).strip();
    int lastLine = whole.lastIndexOf('\n') + 1;
    for (int end = lastLine + 1; end < whole.length(); end++) {
      refused("line 3: this is not JSON: ", whole.substring(0, end));
    }
  }

  @Test
  void aPromptOfTwoMegabytesIsRefusedAndOneIsKept() throws IOException {
    String line = "{\"number\":1,\"prompt\":\"";
    String most = line + "x".repeat(1 << 20) + "\"}";
    assertEquals(
        most.length() - line.length() - 2, read(most).tasks().get(0).details().prompt().length());
    refused(
        "line 1: the prompt has 2097152 bytes: at most 1048576 are kept",
        line + "x".repeat(2 << 20) + "\"}");
  }

  @Test
  void longNumbersAndNamesWithinAPayloadAreTheStoresBusiness() throws IOException {
    String payload = "{\"" + "n".repeat(60_000) + "\":" + "1".repeat(5_000) + "}";
    assertEquals(
        payload,
        read(TASK.replace("}", ",\"payload\":" + payload + "}"))
            .tasks()
            .get(0)
            .details()
            .payload());
    refused("line 1: 'number' is out of range: 111", TASK.replace("9", "1".repeat(5_000)));
  }

  private static void refused(String problem, String text) {
    var refused = assertThrows(InvalidInputException.class, () -> read(text), text);
    assertTrue(refused.getMessage().startsWith(problem), refused.getMessage());
    assertTrue(refused.getMessage().length() < 600, refused.getMessage());
  }

  private static TaskImport randomQueue(SplittableRandom random) {
    long sequence = 0;
    List<TaskImport.Entry> entries = new ArrayList<>();
    List<Pruned> pruned = new ArrayList<>();
    for (int number = 1; number < 8; number++) {
      TaskNumber task = TaskNumber.of(number);
      if (random.nextInt(4) == 0) {
        sequence += 1 + random.nextInt(3);
        TaskEvent last =
            new TaskEvent(
                sequence, task, NOW, "me", EventReason.PRUNED, TaskStatus.FAILED, null, 3, null);
        pruned.add(new Pruned(number, last));
        continue;
      }
      List<TaskEvent> events = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        sequence += 1 + random.nextInt(3);
        EventReason reason = EventReason.ofCode(random.nextInt(EventReason.PRUNED.code()));
        TaskStatus to = TaskStatus.ofCode(random.nextInt(7));
        events.add(
            new TaskEvent(
                sequence,
                task,
                NOW,
                text(random),
                reason,
                null,
                to,
                i,
                orNull(text(random), random)));
      }
      entries.add(new TaskImport.Entry(number, randomTask(number, random), events));
    }
    List<Document> documents = new ArrayList<>();
    for (int i = 1; i <= random.nextInt(3); i++) {
      var content = new SpecificationDocument(text(random), "k", i, json(random), NOW, "me");
      documents.add(new Document(7 + i, content));
    }
    return new TaskImport(entries, false, pruned, documents);
  }

  private static TaskDetails randomTask(int number, SplittableRandom random) {
    TaskStatus status = TaskStatus.ofCode(random.nextInt(7));
    String key = orNull("key " + number, random);
    Task task =
        new Task(
            TaskNumber.of(number),
            new TaskId(new UUID(random.nextLong(), random.nextLong())),
            new TaskProfile(
                text(random),
                TaskSource.ofCode(random.nextInt(4)),
                orNull(text(random), random),
                orNull(text(random), random),
                orNull(text(random), random),
                orNull(TaskNumber.of(1 + random.nextInt(9)), random),
                key),
            new Schedule(
                random.nextInt(11),
                orNull(time(random), random),
                orNull(Duration.ofMillis(1 + random.nextInt(1_000_000)), random),
                orNull(time(random), random),
                random.nextInt(5),
                Duration.ofSeconds(1 + random.nextInt(100))),
            new Progress(
                status,
                orNull(time(random), random),
                random.nextInt(100),
                random.nextInt(5),
                orNull(text(random), random),
                status == TaskStatus.RUNNING ? time(random) : null,
                orNull(time(random), random),
                orNull(time(random), random),
                orNull(TaskNumber.of(1 + random.nextInt(9)), random)),
            new Rank(random.nextInt(10_001), random.nextInt(11), 0, 0, null),
            time(random),
            time(random));
    return new TaskDetails(
        task,
        text(random),
        orNull(json(random), random),
        orNull(json(random), random),
        orNull(text(random), random),
        List.of(TaskNumber.of(1), TaskNumber.of(1L << 52)),
        key == null ? null : orNull(random.nextLong(), random));
  }

  private static Instant time(SplittableRandom random) {
    return Instant.EPOCH.plusNanos(random.nextLong(4_000_000_000_000_000L) * 1_000);
  }

  private static String text(SplittableRandom random) {
    String[] parts = {
      "a", "\"", "\\", "\n", "\r\n", "\t", "\u0001", "🌳", "\u202e", "é", "'", "{", " "
    };
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static String json(SplittableRandom random) {
    String[] values = {
      " {} ",
      "\n[1.50, -0, 1e5,\r\n 12345678901234567890]\t",
      "\"\\ud800\\n\\u0000\"",
      "null",
      "{\"a\" : [true , false],\"a\":{}}",
      "7",
      DEEP
    };
    return values[random.nextInt(values.length)];
  }

  private static <T> T orNull(T value, SplittableRandom random) {
    return random.nextInt(3) == 0 ? null : value;
  }
}
