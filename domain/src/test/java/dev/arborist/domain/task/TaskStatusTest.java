package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TaskStatusTest {

  /** Rows: from; columns: to, both in the order of the codes. */
  private static final String TABLE =
      """
      pending   . X X . . . X
      blocked   X . X . . . X
      ready     X X . X . . X
      running   X . X . X X X
      completed . . . . . . .
      failed    X X X . . . .
      cancelled X X X . . . .
      """;

  @Test
  void theTableOfTransitionsIsThatOfTheSemantics() {
    StringBuilder table = new StringBuilder();
    for (TaskStatus from : TaskStatus.values()) {
      String row =
          Arrays.stream(TaskStatus.values())
              .map(to -> from.canBecome(to) ? "X" : ".")
              .collect(Collectors.joining(" "));
      table.append(from.label()).append(" ".repeat(10 - from.label().length()));
      table.append(row).append('\n');
    }
    assertEquals(TABLE, table.toString());
  }

  @Test
  void openAndTerminalShareOutAllStatuses() {
    for (TaskStatus status : TaskStatus.values()) {
      assertEquals(status.code() <= TaskStatus.RUNNING.code(), status.isOpen(), status.label());
      assertEquals(!status.isOpen(), status.isTerminal(), status.label());
    }
  }

  @Test
  void codesAndLabelsComeBack() {
    for (TaskStatus status : TaskStatus.values()) {
      assertEquals(status, TaskStatus.ofCode(status.code()));
      assertEquals(status, TaskStatus.parse(status.name()));
      assertEquals(status, TaskStatus.parse(status.label()));
    }
    assertThrows(IllegalArgumentException.class, () -> TaskStatus.ofCode(7));
  }

  @Test
  void anUnknownStatusIsRefusedWithTheOnesThatExist() {
    var refused = assertThrows(InvalidInputException.class, () -> TaskStatus.parse("done"));
    assertTrue(refused.getMessage().contains("completed"), refused.getMessage());
  }
}
