package dev.arborist.perf.campaign;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** With {@code -Dduet.campaign=90m}, a slice of the campaign that docs/guide/duet.md tells of. */
class CampaignIT {

  @Test
  void aSliceIsAddedToWhatWasTried() throws Exception {
    String given = System.getProperty("duet.campaign");
    assumeTrue(given != null, "no time was named with -Dduet.campaign");
    Path results = Path.of(System.getProperty("duet.results", "../docs/guide/duet-campaign.jsonl"));
    Campaign campaign = new Campaign(results, Path.of("target", "campaign"), System.out::println);

    boolean isWhole = campaign.run(time(given), InstantSource.system());

    List<Outcome> outcomes = OutcomeLines.read(results);
    assertFalse(outcomes.isEmpty());
    System.out.println(CampaignTable.of(outcomes));
    System.out.println(isWhole ? "All trials are done." : "There is more to try: go on later.");
  }

  private static Duration time(String text) {
    try {
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "-Dduet.campaign=" + text + " is no time: write it as 90m or 2h", e);
    }
  }
}
