package dev.arborist.domain.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruneRequestTest {

  @Test
  void aRequestThatWouldPruneEverythingIsRefused() {
    PruneRequest.Builder nothing = PruneRequest.where().recursive(true).limit(5);
    var refused = assertThrows(InvalidInputException.class, nothing::build);
    assertTrue(refused.getMessage().contains("say what to prune"), refused.getMessage());
  }

  @Test
  void openStatusesAreNeverPruned() {
    for (TaskStatus status : TaskStatus.values()) {
      PruneRequest.Builder request = PruneRequest.where().statuses(List.of(status));
      if (status.isOpen()) {
        assertThrows(InvalidInputException.class, request::build);
      } else {
        assertEquals(1, request.build().statuses().size());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALWAYS, 0, false",
    "ALWAYS, 1, true",
    "CONDITIONAL, 99, false",
    "CONDITIONAL, 100, true",
    "CONDITIONAL, 9999, true",
    "CONDITIONAL, 10000, false",
    "NEVER, 500, false"
  })
  void spaceIsGivenBackWhenItIsWorthIt(VacuumMode mode, int pruned, boolean compacts) {
    assertEquals(compacts, mode.appliesTo(pruned));
  }
}
