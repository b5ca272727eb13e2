package dev.arborist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.task.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuePlaceTest {

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "postgres.db", "a/postgres:/x", "work/queue.db"})
  void aPathIsAFile(String text) {
    assertEquals(Optional.of(Path.of(text)), QueuePlace.of(text).file());
  }

  @Test
  void anAddressIsAServer() {
    QueuePlace place = QueuePlace.of("PostgreSQL://me:s3cret@db/jobs", variable -> null);
    assertEquals(Optional.empty(), place.file());
    assertEquals("postgres://db:5432/jobs", place.toString());
    assertEquals("jobs", place.name());
  }

  /** As a path it would be repeated, with the password, where no queue is found there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres:/me:s3cret@db/jobs",
        "postgresql:me:s3cret@db/jobs",
        "jdbc:postgresql://db/jobs?user=me&password=s3cret",
        "jdbc:mysql://me:s3cret@db/jobs"
      })
  void whatWasMeantAsAnAddressIsRefusedWithoutItsPassword(String text) {
    String message =
        assertThrows(InvalidInputException.class, () -> QueuePlace.of(text, variable -> null))
            .getMessage();
    assertFalse(message.contains("s3cret"), message);
  }
}
