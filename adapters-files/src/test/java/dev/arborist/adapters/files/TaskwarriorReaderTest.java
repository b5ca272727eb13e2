package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskwarriorReaderTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static ImportedTasks read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ImportedTasks read(byte[] bytes) throws IOException {
    return new TaskwarriorReader(NOW).read(new ByteArrayInputStream(bytes), line -> {});
  }

  private static String uuid(int n) {
    return "00000000-0000-4000-8000-%012d".formatted(n);
  }

  /** A task entered on a day of January 2026, with more fields such as {@code ,"due":"…"}. */
  private static String task(int n, int day, String status, String more) {
    return ("{\"uuid\":\"%s\",\"description\":\"Task %d\",\"status\":\"%s\","
            + "\"entry\":\"202601%02dT080000Z\"%s}")
        .formatted(uuid(n), n, status, day, more);
  }

  private static String depends(int... targets) {
    List<String> uuids = Arrays.stream(targets).mapToObj(n -> "\"" + uuid(n) + "\"").toList();
    return ",\"depends\":[" + String.join(",", uuids) + "]";
  }

  private static TaskDetails only(String more) throws IOException {
    return details(read(task(1, 1, "pending", more)), 0);
  }

  private static TaskDetails details(ImportedTasks read, int index) {
    return read.tasks().tasks().get(index).details();
  }

  private static List<TaskNumber> numbers(long... values) {
    return Arrays.stream(values).mapToObj(TaskNumber::of).toList();
  }

  @Test
  void tasksComeInTheOrderOfTheirEntryWhateverTheirOrderInTheFile() throws IOException {
    List<String> tasks =
        new ArrayList<>(
            List.of(
                task(3, 2, "pending", depends(2, 1)),
                task(2, 1, "completed", ",\"end\":\"20260105T100000Z\""),
                task(1, 1, "waiting", "")));
    for (int i = 0; i < 2; i++) {
      ImportedTasks read = read("[\n" + String.join(",\n", tasks) + "\n]\n");
      assertEquals(
          List.of("Task 1", "Task 2", "Task 3"),
          read.tasks().tasks().stream().map(entry -> entry.details().prompt()).toList());
      assertEquals(numbers(1, 2), details(read, 2).prerequisites());
      assertTrue(read.tasks().renumber());
      assertEquals(List.of(), read.dropped());
      Collections.reverse(tasks);
    }
  }

  @Test
  void everyFieldWithAPlaceFindsIt() throws IOException {
    TaskDetails read =
        only(
            ",\"modified\":\"20260102T000000Z\",\"due\":\"20260203T040506Z\",\"priority\":\"H\","
                + "\"project\":\"home.garden\",\"wait\":\"20260104T000000Z\"");
    assertEquals(TaskId.parse(uuid(1)), read.task().id());
    assertEquals("taskwarrior:" + uuid(1), read.task().profile().idempotencyKey());
    assertEquals(TaskSource.HUMAN, read.task().profile().source());
    assertEquals("home.garden", read.task().profile().branch());
    assertEquals(Instant.parse("2026-01-01T08:00:00Z"), read.task().createdAt());
    assertEquals(Instant.parse("2026-01-02T00:00:00Z"), read.task().updatedAt());
    assertEquals(Instant.parse("2026-02-03T04:05:06Z"), read.task().schedule().deadline());
    assertEquals(Instant.parse("2026-01-04T00:00:00Z"), read.task().schedule().notBefore());
    assertEquals(Instant.parse("2026-01-04T00:00:00Z"), read.task().progress().dueAt());
    assertEquals(8, read.task().schedule().basePriority());
    assertNull(read.payload());
    assertNull(read.fingerprint());
  }

  @ParameterizedTest
  @CsvSource({"H,8", "M,5", "L,3", "'',5"})
  void prioritiesAreMapped(String priority, int base) throws IOException {
    TaskDetails read = only(",\"priority\":\"" + priority + "\"");
    assertEquals(base, read.task().schedule().basePriority());
    assertNull(read.payload());
  }

  @Test
  void aPriorityOfOnesOwnIsKeptInThePayload() throws IOException {
    TaskDetails read = only(",\"priority\":\"A+\"");
    assertEquals(5, read.task().schedule().basePriority());
    assertEquals("{\"priority\":\"A+\"}", read.payload());
    assertEquals(5, only("").task().schedule().basePriority());
  }

  @Test
  void statusesAreMappedAndNothingArrivesRunning() throws IOException {
    ImportedTasks read =
        read(
            task(1, 1, "pending", ",\"start\":\"20260102T000000Z\"")
                + task(2, 2, "waiting", "")
                + task(3, 3, "completed", ",\"end\":\"20260104T000000Z\"")
                + task(4, 4, "deleted", ",\"modified\":\"20260105T000000Z\""));
    assertEquals(
        List.of(TaskStatus.READY, TaskStatus.READY, TaskStatus.COMPLETED, TaskStatus.CANCELLED),
        read.tasks().tasks().stream().map(entry -> entry.details().task().status()).toList());
    assertEquals("{\"start\":\"20260102T000000Z\"}", details(read, 0).payload());
    Instant end = Instant.parse("2026-01-04T00:00:00Z");
    assertEquals(end, details(read, 2).task().progress().finishedAt());
    assertEquals(end, details(read, 2).task().updatedAt());
    assertNull(details(read, 2).payload());
    assertEquals(
        Instant.parse("2026-01-05T00:00:00Z"), details(read, 3).task().progress().finishedAt());
  }

  @Test
  void theLaterOfWaitAndScheduledCountsAndTheOtherIsKept() throws IOException {
    String early = "20260104T000000Z";
    String late = "20260105T000000Z";
    Instant notBefore = Instant.parse("2026-01-05T00:00:00Z");
    TaskDetails read = only(",\"wait\":\"" + late + "\",\"scheduled\":\"" + early + "\"");
    assertEquals(notBefore, read.task().schedule().notBefore());
    assertEquals("{\"scheduled\":\"" + early + "\"}", read.payload());
    read = only(",\"wait\":\"" + early + "\",\"scheduled\":\"" + late + "\"");
    assertEquals(notBefore, read.task().schedule().notBefore());
    assertEquals("{\"wait\":\"" + early + "\"}", read.payload());
    assertEquals(notBefore, only(",\"scheduled\":\"" + late + "\"").task().schedule().notBefore());
    assertNull(only("").task().schedule().notBefore());
  }

  @Test
  void whatHasNoPlaceIsKeptInThePayloadAsItWasWritten() throws IOException {
    String kept =
        "\"id\":1,\"tags\":[\"a\", \"b\"],\"urgency\":1.50,\"annotations\":[{\"entry\":\"x\"}],"
            + "\"recur\":\"daily\",\"imask\":0,\"parent\":\"p\",\"end\":\"open\",\"é\":{\"a\" : 1}";
    assertEquals("{" + kept + "}", only("," + kept).payload());
  }

  @Test
  void aLongDescriptionIsThePromptAndItsBeginningTheSummary() throws IOException {
    String line = task(1, 1, "pending", "").replace("Task 1", "x".repeat(200) + "\\n 🌳");
    TaskDetails read = details(read(line), 0);
    assertEquals("x".repeat(200) + "\n 🌳", read.prompt());
    assertEquals("x".repeat(139) + "…", read.task().profile().summary());
  }

  @Test
  void whatCannotBeHeldIsDroppedAndNamed() throws IOException {
    ImportedTasks read =
        read(
            "["
                + String.join(
                    ",",
                    task(1, 1, "pending", depends(3)),
                    task(2, 2, "pending", depends(1, 9, 5)),
                    task(3, 3, "completed", depends(2, 3)),
                    task(4, 4, "deleted", depends(1)),
                    task(5, 6, "recurring", ""),
                    task(6, 5, "recurring", ""),
                    task(7, 7, "pending", depends(4)))
                + "]");
    String template = ": it is a recurring template; the tasks made from it come without it";
    assertEquals(
        List.of(
            uuid(6) + template,
            uuid(5) + template,
            uuid(2) + " -> " + uuid(9) + " (depends): that task is not in the file",
            uuid(2) + " -> " + uuid(5) + " (depends): that task is a recurring template",
            uuid(7) + " -> " + uuid(4) + " (depends): that task is deleted",
            uuid(3) + " -> " + uuid(2) + " (depends): it would close a cycle",
            uuid(3) + " -> " + uuid(3) + " (depends): it would close a cycle"),
        read.dropped());
    assertEquals(5, read.tasks().tasks().size());
    assertEquals(numbers(3), details(read, 0).prerequisites());
    assertEquals(numbers(1), details(read, 1).prerequisites());
    assertEquals(numbers(1), details(read, 3).prerequisites());
    assertEquals(List.of(), details(read, 4).prerequisites());
  }

  @Test
  void dependsMayBeATextWithCommasAsInOldVersions() throws IOException {
    String old = ",\"depends\":\"" + uuid(1) + "," + uuid(2).toUpperCase(Locale.ROOT) + "\"";
    ImportedTasks read =
        read(
            task(1, 1, "pending", ",\"depends\":\"\"")
                + "\n"
                + task(2, 1, "pending", "")
                + "\n"
                + task(3, 2, "pending", old));
    assertEquals(numbers(1, 2), details(read, 2).prerequisites());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A,B]",
        "[A,\nB]\n",
        "[\nA,\nB\n]",
        "A\nB\n",
        "A,\nB,\n",
        "A\r\n\r\nB",
        "AB",
        "\ufeff[A, B]"
      })
  void anArrayAndOneTaskALineAreTheSame(String form) throws IOException {
    String text =
        form.replace("A", task(1, 1, "pending", ",\"x\":\"}]\\\"{\""))
            .replace("B", task(2, 2, "pending", ""));
    List<Entry> entries = read(text).tasks().tasks();
    assertEquals(2, entries.size());
    assertEquals("{\"x\":\"}]\\\"{\"}", entries.get(0).details().payload());
  }

  @Test
  void aTaskOverSeveralLinesIsNamedByItsFirst() throws IOException {
    String pretty = task(2, 1, "pending", "").replace(",", ",\n  ");
    List<Entry> entries =
        read("[" + task(1, 2, "pending", "") + ",\n\n" + pretty + "]").tasks().tasks();
    assertEquals(List.of(3, 1), entries.stream().map(Entry::line).toList());
    List<Integer> lines = new ArrayList<>();
    new TaskwarriorReader(NOW)
        .read(
            new ByteArrayInputStream(("[" + pretty + "\n]").getBytes(StandardCharsets.UTF_8)),
            lines::add);
    assertEquals(List.of(1, 2, 3, 4), lines);
  }

  @Test
  void nothingIsAnEmptyImport() throws IOException {
    for (String nothing : List.of("", "\n", "[]", "[\n]\n", "\ufeff")) {
      assertEquals(List.of(), read(nothing).tasks().tasks(), nothing);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"uuid\" | \"uid\" | 'uuid' is missing: it cannot be left out",
        "00000000-0000 | 0000-0000 | ` 'is not a task id: give`",
        "\"description\" | \"x\" | 'description' is missing",
        "\"Task 2\" | \"\" | the prompt is empty: give it some text",
        "\"Task 2\" | \"\\u0000\" | the prompt holds a NUL character: remove it",
        "\"Task 2\" | \"\\udc00\" | the prompt holds half a surrogate pair",
        "\"Task 2\" | 5 | 'description' is not a text: write it in quotes",
        "pending | done | 'status' is 'done': Taskwarrior has pending, waiting, completed, deleted",
        "\"pending\" | null | 'status' is missing",
        "\"pending\" | 5 | 'status' is not a text",
        "20260102T080000Z | 2026-01-02 | 'entry' is no time of Taskwarrior: write it as 20260131T",
        "20260102T080000Z | 20260231T080000Z | 'entry' is no time of Taskwarrior",
        "20260102T080000Z | 19690102T080000Z | the createdAt is 1969-01-02T08:00:00Z: give a date",
        "\"entry\" | \"x\":1,\"entri\" | 'entry' is missing",
        "} | ,\"due\":7} | 'due' is not a text",
        "} | ,\"wait\":\"soon\"} | 'wait' is no time of Taskwarrior",
        "} | ,\"priority\":1} | 'priority' is not a text",
        "} | ,\"project\":\" \"} | the branch is empty",
        "} | ,\"depends\":[7]} | 'depends' holds something else than UUIDs in quotes",
        "} | ,\"depends\":7} | 'depends' is not an array: write [...]",
        "} | ,\"depends\":\"abc\"} | 'abc' is not a task id: give a UUID",
        "} | ,\"due\":null,\"due\":null} | 'due' stands twice: leave one of them out",
        "} | ,} | this is not JSON: ",
      })
  void aBadTaskIsNamedWithItsLine(String good, String bad, String problem) {
    String line = task(2, 2, "pending", "").replace(good, bad);
    var refused =
        assertThrows(
            InvalidInputException.class,
            () -> read("[\n" + task(1, 1, "pending", "") + ",\n" + line + "\n]"));
    String message = refused.getMessage();
    assertTrue(message.startsWith("line 3: "), message);
    assertTrue(message.contains(problem.replace(" 'is", "' is")), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aTaskThatStandsTwiceIsRefused() {
    String twice = task(1, 1, "pending", "");
    refused(
        "line 2: the task " + uuid(1) + " stands in line 1 already: leave one of them out",
        twice + "\n" + twice.replace("pending", "recurring"));
  }

  @Test
  void aFileThatIsNotWhatTaskExportWritesIsRefused() {
    String good = task(1, 1, "pending", "");
    refused("line 1: here should be a task as {...}: give what 'task export' writes", "x");
    refused("line 2: here should be a task as {...}", "[\n7]");
    refused("line 1: here should be a task as {...}", "[" + good + ",]");
    refused("line 1: here should be a task as {...}", good + "]");
    refused("line 1: here should be a task as {...}", "[" + good + " x]");
    refused("line 2: a comma is missing before this task", "[" + good + "\n" + good + "]");
    refused("line 1: something follows the last ']'", "[" + good + "] {}");
    refused("line 1: 'uuid' is missing", "{}");
  }

  @Test
  void aFileThatIsNotWholeIsRefusedWhereverItEnds() {
    String whole = "[\n" + task(1, 1, "pending", ",\"x\":\"\\\"\"") + "\n]";
    for (int end = 3; end < whole.length() - 2; end++) {
      refused(
          "line 2: the file ends within this task: it is not whole, so export it again",
          whole.substring(0, end));
    }
    String open = "the file ends before its last ']': it is not whole, so export it again";
    refused("line 2: " + open, whole.substring(0, whole.length() - 2));
    refused("line 3: " + open, whole.substring(0, whole.length() - 1));
    refused("line 2: " + open, "[\n");
    refused("line 1: " + open, "[" + task(1, 1, "pending", "") + ",");
  }

  @Test
  void whatIsTooLargeIsNamedWithItsLine() {
    refused(
        "line 2: the prompt has 2097152 bytes: at most 1048576 are kept",
        "[\n" + task(1, 1, "pending", "").replace("Task 1", "x".repeat(2 << 20)) + "]");
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    refused(
        "line 1: the payload is nested more than 1000 levels deep: make it flatter",
        task(1, 1, "pending", ",\"x\":" + deep));
    refused(
        "line 1: this is nested more than 1000 levels deep",
        task(1, 1, "pending", ",\"x\":" + "[".repeat(100_000)));
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() {
    byte[] latin1 =
        task(1, 1, "pending", "").replace("T", "é").getBytes(StandardCharsets.ISO_8859_1);
    var refused = assertThrows(InvalidInputException.class, () -> read(latin1));
    assertTrue(refused.getMessage().startsWith("line 1 or one soon"), refused.getMessage());
  }

  @Test
  void aTextThatNeverEndsIsRefusedBeforeItFillsTheMemory() {
    String begin = "{\"description\":\"";
    var endless =
        new SequenceInputStream(
            new ByteArrayInputStream(begin.getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() {
                return 'x';
              }
            });
    var refused =
        assertThrows(
            InvalidInputException.class,
            () -> new TaskwarriorReader(NOW).read(endless, line -> {}));
    assertEquals(
        "line 1: this is longer than any task: give what 'task export' writes",
        refused.getMessage());
  }

  @Test
  void theExampleIsReadAsItIsDescribed() throws IOException {
    ImportedTasks read = read(Files.readAllBytes(Path.of("../examples/taskwarrior-small.json")));
    assertEquals(7, read.tasks().tasks().size());
    assertEquals(2, read.dropped().size(), read.dropped().toString());
    TaskDetails bread = details(read, 1);
    assertEquals("Bake bread for the street party", bread.task().profile().summary());
    assertEquals(numbers(3, 4), bread.prerequisites());
  }

  private static void refused(String problem, String text) {
    var refused = assertThrows(InvalidInputException.class, () -> read(text));
    assertTrue(refused.getMessage().startsWith(problem), refused.getMessage());
    assertTrue(refused.getMessage().length() < 400, refused.getMessage());
  }
}
