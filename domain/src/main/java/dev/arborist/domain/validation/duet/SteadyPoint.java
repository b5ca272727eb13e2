package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.statistics.SteadyState;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * From which epoch on a launch was steady, so that later launches warm up as long as it takes and
 * no longer.
 *
 * <p>The launch is cut into sixteenths. It was steady from the first of them behind which {@link
 * SteadyState} finds no drift; at least half of the launch must lie behind it, because a few epochs
 * show no drift of anything. Neighbouring epochs are put together by their median, so that one that
 * was disturbed counts little.
 */
public final class SteadyPoint {

  private static final int CUTS = 16;
  private static final int BLOCKS_A_CUT = 3;

  private SteadyPoint() {}

  /**
   * How many epochs went by until it was steady.
   *
   * @param scores of a launch that was not warmed up, in the order they were measured
   * @return nothing when it was not steady even in its second half, or is too short to tell
   */
  public static OptionalInt of(List<Double> scores) {
    int size = Math.max(1, scores.size() / (CUTS * BLOCKS_A_CUT));
    List<Double> blocks = blocks(scores, size);
    if (blocks.size() / 2 < SteadyState.LEAST_ITERATIONS) {
      return OptionalInt.empty();
    }
    for (int cut = 0; cut <= CUTS / 2; cut++) {
      int from = blocks.size() * cut / CUTS;
      if (!SteadyState.of(List.of(blocks.subList(from, blocks.size()))).drifting()) {
        return OptionalInt.of(from * size);
      }
    }
    return OptionalInt.empty();
  }

  private static List<Double> blocks(List<Double> scores, int size) {
    List<Double> blocks = new ArrayList<>();
    IntStream.iterate(0, from -> from + size <= scores.size(), from -> from + size)
        .forEach(from -> blocks.add(Summary.of(scores.subList(from, from + size)).median()));
    return blocks;
  }
}
