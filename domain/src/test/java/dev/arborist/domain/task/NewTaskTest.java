package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewTaskTest {

  private static void refused(String part, NewTask.Builder task) {
    var refused = assertThrows(InvalidInputException.class, task::build);
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
  }

  @Test
  void theSummaryIsThePromptsFirstLine() {
    assertEquals(
        "Write the parser",
        NewTask.of("\n  Write \t the parser \nnow").build().profile().summary());
  }

  @Test
  void aLongPromptIsCutByCodePointsNotByChars() {
    String summary = NewTask.of("🌳".repeat(200)).build().profile().summary();
    assertEquals(140, summary.codePointCount(0, summary.length()));
    assertTrue(summary.endsWith("🌳…"), summary);
  }

  @Test
  void aSummaryOfExactly140CodePointsIsKept() {
    String text = "🌳".repeat(140);
    assertEquals(text, NewTask.of("p").summary(text).build().profile().summary());
    refused("summary has 141 characters", NewTask.of("p").summary(text + "x"));
  }

  @Test
  void textsThatNoStoreKeepsAreRefused() {
    refused("NUL", NewTask.of("a\0b"));
    refused("surrogate", NewTask.of("a\ud800b"));
    refused("surrogate", NewTask.of("a\udc00"));
    refused("summary holds a NUL", NewTask.of("a").summary("\0"));
    refused("branch holds a NUL", NewTask.of("a").branch("\0"));
    refused("prompt is empty", NewTask.of(" \n "));
  }

  @Test
  void aPromptOfAMebibyteIsKeptAndOneByteMoreIsNot() {
    String text = "é".repeat(TextRules.TEXT_BYTES_MAX / 2);
    assertEquals(text, NewTask.of(text).summary("s").build().prompt());
    refused("1048577 bytes", NewTask.of(text + "x").summary("s"));
    refused("payload has", NewTask.of("p").payload("1".repeat(TextRules.TEXT_BYTES_MAX + 1)));
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    refused("base priority is 11", NewTask.of("p").basePriority(11));
    refused("base priority is -1", NewTask.of("p").basePriority(-1));
    refused("retries are -1", NewTask.of("p").maxRetries(-1));
    refused("timeout is 999ms", NewTask.of("p").timeout(Duration.ofMillis(999)));
    refused("estimate is 0s", NewTask.of("p").estimate(Duration.ZERO));
    refused("deadline is", NewTask.of("p").deadline(Instant.MAX));
  }

  @Test
  void prerequisitesAreOrderedAndEachStandsOnce() {
    List<TaskNumber> given = List.of(TaskNumber.of(5), TaskNumber.of(2), TaskNumber.of(5));
    assertEquals(
        List.of(TaskNumber.of(2), TaskNumber.of(5)),
        NewTask.of("p").prerequisites(given).build().prerequisites());
  }

  @Test
  void instantsKeepMicroseconds() {
    Instant precise = Instant.parse("2026-01-01T00:00:00.123456789Z");
    Instant kept = NewTask.of("p").deadline(precise).build().schedule().deadline();
    assertEquals(Instant.parse("2026-01-01T00:00:00.123456Z"), kept);
    assertEquals(kept, EpochMicros.toInstant(EpochMicros.of(precise)));
  }

  @Test
  void numbersAndIdsAreReadAsPeopleTypeThem() {
    assertEquals(TaskNumber.of(17), TaskNumber.parse("17"));
    assertEquals(TaskNumber.of(17), TaskNumber.parse("#17"));
    assertThrows(InvalidInputException.class, () -> TaskNumber.parse("0"));
    assertThrows(InvalidInputException.class, () -> TaskNumber.parse("x"));
    String id = "01890a5d-ac96-774b-bcce-b302099a8057";
    assertEquals(id, TaskId.parse(id).toString());
    assertThrows(InvalidInputException.class, () -> TaskId.parse("1-2-3-4-5"));
  }
}
