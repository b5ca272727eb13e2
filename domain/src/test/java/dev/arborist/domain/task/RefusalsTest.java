package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.history.EventReason;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a program can ask of a refusal, besides its message. */
class RefusalsTest {

  private static final TaskNumber NUMBER = TaskNumber.of(17);
  private static final TaskNumber OTHER = TaskNumber.of(4);

  @Test
  void aRefusalNamesWhatItIsAbout() {
    var notLinked = new NotLinkedException(NUMBER, OTHER);
    assertEquals(NUMBER, notLinked.dependent());
    assertEquals(OTHER, notLinked.prerequisite());
    var conflict = new KeyConflictException("key", NUMBER);
    assertEquals("key", conflict.key());
    assertEquals(NUMBER, conflict.number());
    var change =
        new ChangeRefusedException(NUMBER, TaskStatus.FAILED, "its deadline cannot change");
    assertEquals(NUMBER, change.number());
    assertEquals(TaskStatus.FAILED, change.status());
    assertEquals(NUMBER, new PruneRefusedException(NUMBER, "it is open").number());
    assertEquals("#17", new UnknownTaskException(NUMBER).reference());
    assertEquals("0189", new UnknownTaskException("0189").reference());
    var transition = new TransitionRefusedException(NUMBER, TaskStatus.READY, TaskStatus.COMPLETED);
    assertEquals(TaskStatus.READY, transition.from());
    assertEquals(TaskStatus.COMPLETED, transition.to());
  }

  @Test
  void aPrerequisiteThatIsLostIsNamedWithItsStatus() {
    Task lost = Tasks.ready(3).cancelled(null, Tasks.NOW);
    var edge = PrerequisiteRefusedException.forNewEdge(lost);
    assertEquals(List.of(NUMBER), edge.prerequisites());
    assertEquals(
        "prerequisite #17 is cancelled, so a task that waits for it would never run: leave it out"
            + " or retry it first",
        edge.getMessage());
    var retry = PrerequisiteRefusedException.forRetry(OTHER, List.of(lost, lost));
    assertEquals(List.of(NUMBER, NUMBER), retry.prerequisites());
    assertEquals(
        "task #4 waits for #17 (cancelled), #17 (cancelled): retry that first", retry.getMessage());
  }

  /** What is read may be a file's, and a message is one line that people read. */
  @Test
  void whatCannotBeReadIsQuotedInShort() {
    String endless = "x".repeat(1_000_000);
    List<Consumer<String>> readers =
        List.of(
            TaskStatus::parse,
            TaskSource::parse,
            TaskNumber::parse,
            TaskId::parse,
            EventReason::parse);
    for (Consumer<String> reader : readers) {
      var refused = assertThrows(InvalidInputException.class, () -> reader.accept(endless));
      int length = String.valueOf(refused.getMessage()).length();
      assertTrue(length < 300, length + " characters");
    }
  }

  @Test
  void sourcesAreReadByCodeAndByName() {
    for (TaskSource source : TaskSource.values()) {
      assertEquals(source, TaskSource.ofCode(source.code()));
      assertEquals(source, TaskSource.parse(source.label()));
    }
    assertEquals(TaskSource.AGENT_PLANNER, TaskSource.parse("Agent_Planner"));
    assertEquals("agent_planner", TaskSource.AGENT_PLANNER.label());
    assertThrows(InvalidInputException.class, () -> TaskSource.parse("nobody"));
    assertThrows(IllegalArgumentException.class, () -> TaskSource.ofCode(-1));
    assertThrows(IllegalArgumentException.class, () -> TaskSource.ofCode(4));
  }

  @Test
  void aClaimForATypeOfAgentIsForItAlone() {
    ClaimFilter filter = ClaimFilter.ofAgentType("coder");
    assertEquals("coder", filter.agentType());
    assertEquals(ClaimFilter.ANY.sources(), filter.sources());
  }
}
