package dev.arborist.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskCursorTest {

  @Test
  void aCursorIsReadAsItIsWritten() {
    for (Order order : Order.values()) {
      for (boolean reversed : List.of(false, true)) {
        TaskCursor cursor =
            new TaskCursor(order, reversed, TaskCursor.NO_DEADLINE, TaskNumber.of(17));
        assertEquals(cursor, TaskCursor.parse(cursor.toString()));
      }
    }
    assertEquals(
        "priority-:7350:17",
        new TaskCursor(Order.PRIORITY, true, 7_350, TaskNumber.of(17)).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17",
        "priority:7350",
        "name:1:1",
        "number:-1:1",
        "number:1:0",
        "number:9223372036854775808:1"
      })
  void whatIsNoCursorIsRefusedSayingWhatToGive(String text) {
    var refused = assertThrows(InvalidInputException.class, () -> TaskCursor.parse(text));
    assertTrue(refused.getMessage().length() > 20, refused.getMessage());
  }
}
