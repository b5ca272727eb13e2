package dev.arborist.determinism.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Few rows in which every two values of two axes occur together.
 *
 * <p>Each row is the best of some that are put together value by value, each value the one that
 * covers most pairs that are still missing.
 */
final class Pairwise {

  private static final int TRIES = 30;

  private final List<Axis> axes;
  private final SplittableRandom random;
  private final boolean[][][][] covered;

  private Pairwise(List<Axis> axes, long seed) {
    this.axes = axes;
    random = new SplittableRandom(seed);
    int size = axes.size();
    covered = new boolean[size][size][][];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        covered[a][b] = new boolean[values(a)][values(b)];
      }
    }
  }

  /**
   * The rows, indices of values.
   *
   * @param rowsMin how many there are at least of each value of the last axis; what more of them
   *     hold is random, without what costs much
   */
  static List<List<Integer>> rows(List<Axis> axes, int rowsMin, long seed) {
    Pairwise pairwise = new Pairwise(axes, seed);
    List<List<Integer>> rows = new ArrayList<>();
    List<Integer> row = Collections.nCopies(axes.size(), 0);
    while (pairwise.gain(row) > 0) {
      pairwise.cover(row);
      rows.add(row);
      row = pairwise.best();
    }
    int last = axes.size() - 1;
    for (int value = 0; value < pairwise.values(last); value++) {
      int of = value;
      long missing = rowsMin - rows.stream().filter(one -> one.get(last) == of).count();
      for (int i = 0; i < missing; i++) {
        rows.add(pairwise.random(value));
      }
    }
    return rows;
  }

  private List<Integer> random(int lastValue) {
    List<Integer> row = new ArrayList<>();
    axes.forEach(axis -> row.add(random.nextInt(axis.usual())));
    row.set(row.size() - 1, lastValue);
    return row;
  }

  private int values(int axis) {
    return axes.get(axis).values().size();
  }

  private List<Integer> best() {
    List<Integer> best = candidate();
    for (int i = 1; i < TRIES; i++) {
      List<Integer> other = candidate();
      if (gain(other) > gain(best)) {
        best = other;
      }
    }
    return best;
  }

  private List<Integer> candidate() {
    List<Integer> row = new ArrayList<>(Collections.nCopies(axes.size(), -1));
    for (int axis : beginningWithAMissingPair(row)) {
      int start = random.nextInt(values(axis));
      int best = -1;
      int most = -1;
      for (int i = 0; i < values(axis); i++) {
        int value = (start + i) % values(axis);
        row.set(axis, value);
        int gain = gain(row) * 2 + (value < axes.get(axis).usual() ? 1 : 0);
        if (gain > most) {
          most = gain;
          best = value;
        }
      }
      row.set(axis, best);
    }
    return row;
  }

  /** Puts a missing pair into the row, if there is one; the other axes follow in random order. */
  private List<Integer> beginningWithAMissingPair(List<Integer> row) {
    List<int[]> missing = new ArrayList<>();
    for (int a = 0; a < axes.size(); a++) {
      for (int b = a + 1; b < axes.size(); b++) {
        for (int i = 0; i < values(a); i++) {
          for (int j = 0; j < values(b); j++) {
            if (!covered[a][b][i][j]) {
              missing.add(new int[] {a, i, b, j});
            }
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      int[] pair = missing.get(random.nextInt(missing.size()));
      row.set(pair[0], pair[1]);
      row.set(pair[2], pair[3]);
    }
    List<Integer> rest = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      if (row.get(axis) < 0) {
        rest.add(random.nextInt(rest.size() + 1), axis);
      }
    }
    return rest;
  }

  /** How many missing pairs the values of a row make; a value below zero is not there yet. */
  private int gain(List<Integer> row) {
    int gain = 0;
    for (int a = 0; a < row.size(); a++) {
      for (int b = a + 1; b < row.size(); b++) {
        boolean both = row.get(a) >= 0 && row.get(b) >= 0;
        gain += both && !covered[a][b][row.get(a)][row.get(b)] ? 1 : 0;
      }
    }
    return gain;
  }

  private void cover(List<Integer> row) {
    for (int a = 0; a < row.size(); a++) {
      for (int b = a + 1; b < row.size(); b++) {
        covered[a][b][row.get(a)][row.get(b)] = true;
      }
    }
  }
}
