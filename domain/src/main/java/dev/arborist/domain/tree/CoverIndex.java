package dev.arborist.domain.tree;

import java.util.Arrays;

/**
 * Counts for every position how many ranges cover it, and finds the positions that none covers.
 *
 * <p>A segment tree without push-down: each segment keeps the lowest cover within it, how many
 * positions have that cover, and what was added to the whole segment. A range is added, and the
 * k-th uncovered position found, by visiting O(log n) segments, however the ranges are nested. 24
 * bytes a position, rounded up to a power of two. Not safe for use by several threads.
 */
final class CoverIndex {

  private final int leaves;
  private final int[] lowest;
  private final int[] countOfLowest;
  private final int[] added;
  private long visits;

  CoverIndex(int positions) {
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, positions - 1)) << 1);
    lowest = new int[2 * leaves];
    countOfLowest = new int[2 * leaves];
    added = new int[2 * leaves];
    for (int leaf = 0; leaf < positions; leaf++) {
      countOfLowest[leaves + leaf] = 1;
    }
    for (int leaf = positions; leaf < leaves; leaf++) {
      lowest[leaves + leaf] = Integer.MAX_VALUE / 2; // never uncovered
    }
  }

  /** The cover of a position in the making; {@link #build} must follow. */
  void set(int position, int cover) {
    lowest[leaves + position] = cover;
  }

  /** Forgets what was added since and sums up what was set for the positions. */
  void build() {
    Arrays.fill(added, 0);
    for (int segment = leaves - 1; segment >= 1; segment--) {
      pull(segment);
    }
    visits += leaves;
  }

  /** How many segments were looked at since the index was made. */
  long visits() {
    return visits;
  }

  /** How many positions no range covers. */
  int uncovered() {
    return lowest[1] == 0 ? countOfLowest[1] : 0;
  }

  boolean isUncovered(int position) {
    int cover = lowest[leaves + position];
    for (int segment = (leaves + position) >> 1; segment >= 1; segment >>= 1) {
      cover += added[segment];
      visits++;
    }
    return cover == 0;
  }

  /** The uncovered position before which this many others stand; there must be one. */
  int select(int rank) {
    int segment = 1;
    int left = rank;
    int cover = added[1];
    while (segment < leaves) {
      segment <<= 1;
      int uncovered = uncoveredIn(segment, cover);
      if (left >= uncovered) {
        left -= uncovered;
        segment++;
      }
      cover += added[segment];
      visits++;
    }
    return segment - leaves;
  }

  /** How many uncovered positions stand before this one. */
  int rank(int position) {
    int rank = 0;
    int segment = 1;
    int cover = added[1];
    for (int half = leaves >> 1; half >= 1; half >>= 1) {
      segment <<= 1;
      if ((position & half) != 0) {
        rank += uncoveredIn(segment, cover);
        segment++;
      }
      cover += added[segment];
      visits++;
    }
    return rank;
  }

  /** The uncovered positions of a segment; {@code coverAbove} is what its ancestors add. */
  private int uncoveredIn(int segment, int coverAbove) {
    return coverAbove + lowest[segment] == 0 ? countOfLowest[segment] : 0;
  }

  /** Adds to the cover of the positions from {@code from} to before {@code to}, bottom up. */
  void add(int from, int to, int change) {
    int left = from + leaves;
    int right = to + leaves;
    while (left < right) {
      if ((left & 1) == 1) {
        addTo(left++, change);
      }
      if ((right & 1) == 1) {
        addTo(--right, change);
      }
      left >>= 1;
      right >>= 1;
    }
    pullAbove(from + leaves);
    pullAbove(to - 1 + leaves);
  }

  private void addTo(int segment, int change) {
    if (segment < leaves) {
      added[segment] += change;
    }
    lowest[segment] += change;
    visits++;
  }

  private void pullAbove(int leaf) {
    for (int segment = leaf >> 1; segment >= 1; segment >>= 1) {
      pull(segment);
      visits++;
    }
  }

  private void pull(int segment) {
    int left = segment << 1;
    int right = left + 1;
    int low = Math.min(lowest[left], lowest[right]);
    int count = 0;
    if (lowest[left] == low) {
      count += countOfLowest[left];
    }
    if (lowest[right] == low) {
      count += countOfLowest[right];
    }
    lowest[segment] = low + added[segment];
    countOfLowest[segment] = count;
  }
}
