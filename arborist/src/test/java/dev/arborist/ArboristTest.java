package dev.arborist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArboristTest {

  @TempDir Path directory;

  @Test
  void aQueueIsCreatedOpenedAndUsedInAFewLines() {
    Path path = directory.resolve(".arborist/queue.db");
    Arborist.create(path);
    try (Arborist arborist = Arborist.open(path)) {
      Task task = arborist.queue().enqueue(NewTask.of("Write the parser").build());
      List<Claim> claims = arborist.queue().claim("me", 1, Duration.ofMinutes(10));
      assertEquals(task.number(), claims.get(0).details().task().number());
      arborist.queue().complete(task.number(), claims.get(0).token(), "{}");
    }
    try (Arborist arborist = Arborist.open(path)) {
      assertEquals(1, arborist.browser().tree(TreeView.TREE).size());
      assertEquals(TaskStatus.COMPLETED, arborist.browser().tree(TreeView.TREE).status(0));
    }
  }

  @Test
  void whoeverWatchesAQueueNoticesWhatAnotherDoes() {
    Path path = directory.resolve("queue.db");
    Arborist.create(path);
    try (Arborist watching = Arborist.open(path);
        Arborist working = Arborist.open(path)) {
      long before = watching.browser().revision();
      assertEquals(before, watching.browser().revision());
      working.queue().enqueue(NewTask.of("a").build());
      assertNotEquals(before, watching.browser().revision());
      assertEquals(1, watching.browser().statistics().total());
    }
  }

  @Test
  void theClockAndTheIdsAreParameters() {
    Path path = directory.resolve("queue.db");
    Arborist.create(path);
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    TaskId id = TaskId.parse("01890a5d-ac96-774b-bcce-b302099a8057");
    try (Arborist arborist = Arborist.at(path).clock(() -> then).ids(() -> id).open()) {
      Task task = arborist.queue().enqueue(NewTask.of("a").build());
      assertEquals(then, task.createdAt());
      assertEquals(id, task.id());
    }
  }

  @Test
  void aQueueThatIsNotThereIsNotCreated() {
    assertThrows(StorageException.class, () -> Arborist.open(directory.resolve("queue.db")));
  }

  @Test
  void idsAscendWithinAMillisecondAndWhenTheClockStepsBack() {
    Instant[] now = {Instant.parse("2026-01-01T00:00:00.123Z")};
    UuidV7Source ids = new UuidV7Source(() -> now[0], () -> new Random(1));
    List<TaskId> given = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      if (i == 5_000) {
        now[0] = now[0].minusSeconds(60);
      }
      given.add(ids.next());
    }
    for (int i = 1; i < given.size(); i++) {
      assertTrue(given.get(i - 1).compareTo(given.get(i)) < 0, "at " + i);
    }
    TaskId first = given.get(0);
    assertEquals(7, first.value().version());
    assertEquals(2, first.value().variant());
    assertEquals(
        Instant.parse("2026-01-01T00:00:00.123Z").toEpochMilli(),
        first.value().getMostSignificantBits() >>> 16);
  }
}
