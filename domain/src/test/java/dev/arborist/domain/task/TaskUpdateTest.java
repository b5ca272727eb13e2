package dev.arborist.domain.task;

import static dev.arborist.domain.task.Tasks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskUpdateTest {

  private static final NewTask BEFORE =
      NewTask.of("prompt")
          .summary("summary")
          .agentType("coder")
          .branch("main")
          .session("s")
          .parent(TaskNumber.of(3))
          .idempotencyKey("key")
          .basePriority(7)
          .deadline(NOW)
          .estimate(Duration.ofMinutes(5))
          .notBefore(NOW)
          .maxRetries(1)
          .timeout(Duration.ofMinutes(2))
          .build();

  @Test
  void whatIsNotNamedStaysAsItWas() {
    TaskUpdate nothing = TaskUpdate.builder().build();
    assertTrue(nothing.isEmpty());
    assertEquals(List.of(), nothing.fields());
    assertEquals(BEFORE.profile(), nothing.profile(BEFORE.profile()));
    assertEquals(BEFORE.schedule(), nothing.schedule(BEFORE.schedule()));
    assertEquals("prompt", nothing.prompt("prompt"));
    assertEquals("{}", nothing.payload("{}"));
    assertFalse(nothing.changesTexts());
    assertNull(nothing.newParent());
  }

  @Test
  void whatIsNamedTakesThePlaceOfWhatWas() {
    TaskUpdate all =
        TaskUpdate.builder()
            .summary("another")
            .prompt("more")
            .basePriority(2)
            .deadline(NOW.plusSeconds(1))
            .estimate(Duration.ofMinutes(6))
            .notBefore(NOW.plusSeconds(2))
            .agentType("tester")
            .branch("next")
            .maxRetries(9)
            .timeout(Duration.ofMinutes(3))
            .payload("[]")
            .parent(TaskNumber.of(4))
            .build();
    assertFalse(all.isEmpty());
    assertEquals(
        List.of(
            "summary",
            "prompt",
            "base priority",
            "deadline",
            "estimate",
            "notBefore",
            "agent type",
            "branch",
            "retries",
            "timeout",
            "payload",
            "parent"),
        all.fields());
    TaskProfile was = BEFORE.profile();
    assertEquals(
        new TaskProfile(
            "another",
            was.source(),
            "tester",
            "next",
            was.session(),
            TaskNumber.of(4),
            was.idempotencyKey()),
        all.profile(was));
    assertEquals(
        new Schedule(
            2,
            NOW.plusSeconds(1),
            Duration.ofMinutes(6),
            NOW.plusSeconds(2),
            9,
            Duration.ofMinutes(3)),
        all.schedule(BEFORE.schedule()));
    assertEquals("more", all.prompt("prompt"));
    assertEquals("[]", all.payload("{}"));
    assertEquals(TaskNumber.of(4), all.newParent());
  }

  @Test
  void whatIsOptionalCanBeTakenAway() {
    TaskUpdate none =
        TaskUpdate.builder().deadline(null).branch(null).payload(null).parent(null).build();
    assertNull(none.schedule(BEFORE.schedule()).deadline());
    assertNull(none.profile(BEFORE.profile()).branch());
    assertNull(none.profile(BEFORE.profile()).parent());
    assertNull(none.payload("{}"));
    assertNull(none.newParent());
  }

  @Test
  void textsChangeWithThePromptOrThePayload() {
    assertTrue(TaskUpdate.builder().prompt("p").build().changesTexts());
    assertTrue(TaskUpdate.builder().payload(null).build().changesTexts());
    assertFalse(TaskUpdate.builder().summary("s").build().changesTexts());
  }

  /** A task whose texts break a rule cannot be read any more. */
  @Test
  void whatCannotBeKeptIsRefused() {
    String tooLong = "x".repeat(TextRules.TEXT_BYTES_MAX + 1);
    TaskUpdate.Builder update = TaskUpdate.builder();
    for (String text : List.of("a\0b", "\ud800", tooLong)) {
      assertThrows(InvalidInputException.class, () -> update.prompt(text));
      assertThrows(InvalidInputException.class, () -> update.payload(text));
    }
    assertThrows(InvalidInputException.class, () -> update.prompt(" "));
    assertTrue(update.build().isEmpty());
  }
}
