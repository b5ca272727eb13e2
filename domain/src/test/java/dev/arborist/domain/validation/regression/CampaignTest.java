package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the comparison does where the truth is known; all rates are shares of whole suites. */
@Tag("once")
class CampaignTest {

  private static final long SEED = 20_260_101;
  private static final Path GUIDE = Path.of("../docs/guide/comparing.md");

  @Test
  void ofTenThousandSuitesWithoutAChangeAtMostOneInAHundredAlarms() throws IOException {
    List<LaunchNoise> tame = List.of(LaunchNoise.NORMAL);
    List<LaunchNoise> wild =
        List.of(LaunchNoise.CONTAMINATED, LaunchNoise.HEAVY_TAILED, LaunchNoise.BIMODAL);
    int half = 5_000;
    int tameAlarms = new Campaign(SEED).alarms(half, 30, tame, 0);
    int wildAlarms = new Campaign(SEED + 1).alarms(half, 30, wild, 0);
    String found = tameAlarms + " tame and " + wildAlarms + " wild suites alarmed";
    assertTrue(upperBound(tameAlarms + wildAlarms, 2 * half) <= 0.01, found);
    assertTrue(tameAlarms > 0 && wildAlarms > 0, found + ": nothing can be found at all");
    String stated = (tameAlarms + wildAlarms) + " raised a false alarm";
    assertTrue(Files.readString(GUIDE, StandardCharsets.UTF_8).contains(stated), found);
  }

  /** Clopper and Pearson (1934): what the true rate is below, with 99 % confidence. */
  private static double upperBound(int count, int of) {
    return BetaDistribution.of(count + 1.0, of - (double) count).inverseCumulativeProbability(0.99);
  }

  @Test
  void tenPercentIsFoundNineTimesOfTenWithThirtyLaunches() {
    int suites = 500;
    int found = new Campaign(SEED).found(suites, 30, 0.05, 0.10);
    assertTrue(upperBound(suites - found, suites) <= 0.10, () -> found + " of " + suites);
  }

  @Test
  void theTablesOfTheGuideAreWhatTheCampaignFinds() throws IOException {
    assertShown(new Campaign(SEED).powerTable(500));
    assertShown(new Campaign(SEED).driftTable(500));
  }

  private static void assertShown(List<String> table) throws IOException {
    List<String> shown =
        Files.readAllLines(GUIDE, StandardCharsets.UTF_8).stream()
            .dropWhile(line -> !line.equals(table.get(0)))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertEquals(String.join("\n", table), String.join("\n", shown));
  }
}
