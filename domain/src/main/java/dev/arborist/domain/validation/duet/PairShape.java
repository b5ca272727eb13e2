package dev.arborist.domain.validation.duet;

/**
 * How long the launches of a benchmark's pairs are.
 *
 * @param warmups how many epochs are thrown away
 * @param epochs how many epochs count
 * @param isSteady whether the benchmark was seen to be steady after that warm-up
 */
public record PairShape(int warmups, int epochs, boolean isSteady) {

  /** That of a benchmark which has not been tried. */
  public static final PairShape UNKNOWN = new PairShape(0, 0, false);
}
