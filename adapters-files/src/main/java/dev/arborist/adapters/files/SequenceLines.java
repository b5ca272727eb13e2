package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.util.Arrays;

/**
 * The sequences of all events of a file and the lines that they stand in, in arrays: a queue has
 * several events a task.
 */
final class SequenceLines {

  private long[] sequences = new long[64];
  private int[] lines = new int[64];
  private int size;

  void add(long sequence, int line) {
    if (size == sequences.length) {
      sequences = Arrays.copyOf(sequences, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    sequences[size] = sequence;
    lines[size] = line;
    size++;
  }

  /**
   * Checks that no sequence stands twice.
   *
   * @throws InvalidInputException naming both lines of one that does
   */
  void requireDistinct() {
    long[] sorted = Arrays.copyOf(sequences, size);
    Arrays.sort(sorted);
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw twice(sorted[i]);
      }
    }
  }

  private InvalidInputException twice(long sequence) {
    int first = 0;
    while (sequences[first] != sequence) {
      first++;
    }
    int second = first + 1;
    while (sequences[second] != sequence) {
      second++;
    }
    return new InvalidInputException(
        "line "
            + lines[second]
            + ": an event with the sequence "
            + sequence
            + " stands in line "
            + lines[first]
            + " already: leave one of them out");
  }
}
