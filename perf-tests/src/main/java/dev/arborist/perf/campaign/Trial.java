package dev.arborist.perf.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One duet of which the truth is known: all kinds of work, with the same part added to each.
 *
 * @param percent how much work the candidate does more; 0 for the same code
 * @param number which trial with this part it is, from 1
 */
record Trial(int percent, int number) {

  private static final long SEED = 20_261_126;

  /** Three kinds of work each: 120 comparisons of the same code, 42 of each part that is added. */
  private static final int SAME = 40;

  private static final int MORE = 14;
  private static final List<Integer> PERCENTS = List.of(5, 10, 20);

  /**
   * All trials, in an order that is drawn, so that every slice of the campaign has some of each.
   */
  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number <= SAME; number++) {
      trials.add(new Trial(0, number));
    }
    for (int percent : PERCENTS) {
      for (int number = 1; number <= MORE; number++) {
        trials.add(new Trial(percent, number));
      }
    }
    Collections.shuffle(trials, new Random(SEED));
    return trials;
  }

  /** Draws every order within the trial. */
  long seed() {
    return SEED + 1_000L * percent + number;
  }
}
