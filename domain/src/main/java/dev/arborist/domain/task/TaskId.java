package dev.arborist.domain.task;

import java.util.UUID;

/**
 * The identity of a task across queues, a UUID of version 7 taken from an injected source.
 *
 * <p>People use the {@link TaskNumber}; the id is what survives an export to another queue.
 *
 * @param value the UUID
 */
public record TaskId(UUID value) implements Comparable<TaskId> {

  /**
   * Reads the canonical form, such as {@code 01890a5d-ac96-774b-bcce-b302099a8057}.
   *
   * @throws InvalidInputException when the text is no UUID in its canonical form
   */
  public static TaskId parse(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equalsIgnoreCase(text)) {
        return new TaskId(uuid);
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "'" + TextRules.cut(text) + "' is not a task id: give a UUID", e);
    }
    throw new InvalidInputException(
        "'" + TextRules.cut(text) + "' is not a task id: give all 36 characters of it");
  }

  /** Compares as unsigned bytes, which for version 7 is the order of creation. */
  @Override
  public int compareTo(TaskId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
