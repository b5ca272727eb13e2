package dev.arborist.domain.validation.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether one share is more than so many times another, by how often each was seen.
 *
 * <p>The score test for a ratio of proportions: O. Miettinen and M. Nurminen (1985), "Comparative
 * analysis of two rates", Statistics in Medicine 4; C. P. Farrington and G. Manning (1990), in the
 * same journal 9. With shares x/n, and R times the other share as the hypothesis, the statistic is
 *
 * <pre>z = (x1/n1 - R x2/n2) / sqrt(q1 (1 - q1) / n1 + R² q2 (1 - q2) / n2),   q1 = R q2</pre>
 *
 * where q2, the likeliest share under the hypothesis, is the lesser root of a q² + b q + c with a =
 * (n1 + n2) R, b = -(n1 R + x1 + n2 + x2 R) and c = x1 + x2. So a share of all is known as well as
 * it is, which the normal interval of each share alone is not.
 */
public final class ShareRatio {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private ShareRatio() {}

  /**
   * How probable it is at most to see so much more of the first when its share is the ratio times
   * the second's, or less.
   *
   * @param seen1 how often the first was seen
   * @param of1 in how many
   * @param ratio that the hypothesis has between the shares
   * @throws IllegalArgumentException when more was seen than there was, or the ratio is not
   *     positive
   */
  public static double moreThan(long seen1, long of1, long seen2, long of2, double ratio) {
    requireCounts(seen1, of1);
    requireCounts(seen2, of2);
    if (!(ratio > 0 && Double.isFinite(ratio))) {
      throw new IllegalArgumentException(ratio + " is no ratio of shares");
    }
    double a = (of1 + of2) * ratio;
    double b = -(of1 * ratio + seen1 + of2 + seen2 * ratio);
    double c = seen1 + seen2;
    double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    double share2 = Math.min(1, 2 * c / (root - b)); // the lesser root, without cancellation
    double share1 = Math.min(1, ratio * share2);
    double variance = share1 * (1 - share1) / of1 + ratio * ratio * share2 * (1 - share2) / of2;
    double difference = (double) seen1 / of1 - ratio * seen2 / of2;
    return variance > 0
        ? NORMAL.survivalProbability(difference / Math.sqrt(variance))
        : 1; // nothing of either, or all of both: there is no difference
  }

  private static void requireCounts(long seen, long of) {
    if (of < 1 || seen < 0 || seen > of) {
      throw new IllegalArgumentException(seen + " of " + of + " is no share");
    }
  }
}
