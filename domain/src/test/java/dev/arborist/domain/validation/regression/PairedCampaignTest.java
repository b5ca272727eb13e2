package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule found what was foreseen when it was fixed, by another simulation in another language: in
 * percent, false alarms of a slowdown and inconclusive verdicts without a change, and slowdowns
 * found. The spread is that of a pair's log ratio; a tenth of the pairs have four times the noise.
 */
class PairedCampaignTest {

  private static final PairedSettings SETTINGS = PairedSettings.standard();
  private static final PairedRule RULE = new PairedRule(SETTINGS);

  private static final int ROUNDS = 10_000;

  @ParameterizedTest
  @CsvSource({
    "0.02, 0.0, 0.0, 100, 100, 100",
    "0.04, 0.0, 0.0, 95, 100, 100",
    "0.08, 0.3, 1.3, 47, 98, 100",
    "0.12, 0.8, 28, 21, 73, 100",
  })
  void theRuleFindsWhatWasForeseen(
      double sd, double alarms, double inconclusive, double five, double ten, double twenty) {
    Map<Change, Integer> same = verdicts(sd, 0);
    assertShare(alarms, same.getOrDefault(Change.REGRESSED, 0));
    assertShare(inconclusive, same.getOrDefault(Change.INCONCLUSIVE, 0));
    assertShare(five, verdicts(sd, 0.05).getOrDefault(Change.REGRESSED, 0));
    assertShare(ten, verdicts(sd, 0.10).getOrDefault(Change.REGRESSED, 0));
    assertShare(twenty, verdicts(sd, 0.20).getOrDefault(Change.REGRESSED, 0));
  }

  /** Three standard errors of the difference of two such simulations, and what rounding hides. */
  private static void assertShare(double foreseenPercent, int count) {
    double foreseen = foreseenPercent / 100;
    double error = Math.sqrt(foreseen * (1 - foreseen) * 2 / ROUNDS);
    assertEquals(foreseen, (double) count / ROUNDS, 3 * error + 0.005);
  }

  private static Map<Change, Integer> verdicts(double sd, double effect) {
    Random random = new Random(20_260_101);
    Map<Change, Integer> verdicts = new EnumMap<>(Change.class);
    for (int round = 0; round < ROUNDS; round++) {
      List<Double> seven = pairs(SETTINGS.screeningPairs(), sd, effect, random);
      List<Double> thirty = pairs(SETTINGS.judgingPairs(), sd, effect, random);
      PairedVerdict verdict =
          RULE.screen(seven).orElseGet(() -> RULE.judge(List.of(thirty)).get(0));
      verdicts.merge(verdict.change(), 1, Integer::sum);
    }
    return verdicts;
  }

  private static List<Double> pairs(int count, double sd, double effect, Random random) {
    List<Double> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(StrictMath.log1p(effect) + LaunchNoise.CONTAMINATED.draw(random, sd));
    }
    return pairs;
  }
}
