package dev.arborist.perf.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.regression.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {

  @TempDir Path directory;

  private static Outcome outcome(Trial trial, Change change, @Nullable Change control) {
    double ratio = 1 + trial.percent() / 100.0;
    List<PairScores> screening =
        Collections.nCopies(7, new PairScores(1_000 / 3.0, 1_000 / 3.0 * ratio, Math.log(ratio)));
    List<PairScores> judging =
        control == null ? List.of() : Collections.nCopies(30, screening.get(0));
    return new Outcome(
        trial,
        "cpu",
        change,
        ratio,
        40,
        "within \"±5 %\"",
        control,
        1.5,
        "abc",
        screening,
        judging);
  }

  @Test
  void everySliceHasTrialsOfEachKind() {
    List<Trial> all = Trial.all();

    assertEquals(82, new HashSet<>(all).size());
    assertEquals(4, all.subList(0, 20).stream().map(Trial::percent).distinct().count());
    assertEquals(all, Trial.all(), "a further slice goes on behind the first");
  }

  @Test
  void whatWasTriedIsKept() throws IOException {
    Path file = directory.resolve("results.jsonl");
    List<Outcome> first = List.of(outcome(new Trial(5, 1), Change.REGRESSED, Change.UNCHANGED));
    List<Outcome> second = List.of(outcome(new Trial(0, 2), Change.UNCHANGED, null));
    assertEquals(List.of(), OutcomeLines.read(file));

    OutcomeLines.append(file, first);
    OutcomeLines.append(file, second);

    List<Outcome> both = new ArrayList<>(first);
    both.addAll(second);
    assertEquals(both, OutcomeLines.read(file));

    Files.writeString(file, "{\"percent\":5,\"number", StandardOpenOption.APPEND);
    String refusal = assertThrows(IOException.class, () -> OutcomeLines.read(file)).getMessage();
    assertEquals(file + ":3 is cut off at its end; remove its trial's lines", refusal);
    Files.writeString(file, "\n", StandardOpenOption.APPEND);
    refusal = assertThrows(IOException.class, () -> OutcomeLines.read(file)).getMessage();
    assertEquals(file + ":3 is no outcome; remove its trial's lines", refusal);
  }

  @Test
  void aTrialOfWhichALineIsMissingIsNotTakenForDone() throws IOException {
    Path file = directory.resolve("results.jsonl");
    OutcomeLines.append(file, List.of(outcome(new Trial(5, 1), Change.REGRESSED, null)));

    IOException refusal =
        assertThrows(
            IOException.class,
            () ->
                new Campaign(file, directory, line -> {})
                    .run(Duration.ZERO, InstantSource.system()));

    assertEquals(
        file + " has 1 lines of +5 % no. 1, which makes 3: remove them", refusal.getMessage());
  }

  @Test
  void twoOutcomesInALineAreNoOutcome() throws IOException {
    Path file = directory.resolve("results.jsonl");
    OutcomeLines.append(file, List.of(outcome(new Trial(5, 1), Change.REGRESSED, null)));
    String line = Files.readString(file);
    Files.writeString(file, line.strip() + line);

    assertThrows(IOException.class, () -> OutcomeLines.read(file));
  }

  @Test
  void sharesAreToldWithTheirIntervals() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      outcomes.add(outcome(new Trial(0, number), Change.UNCHANGED, null));
      Change found = number <= 5 ? Change.REGRESSED : Change.INCONCLUSIVE;
      outcomes.add(
          outcome(new Trial(8, number), found, number == 1 ? Change.REGRESSED : Change.UNCHANGED));
    }

    String table = CampaignTable.of(outcomes);

    assertTrue(
        table.contains(
            "| +0 % | all | 10 | 0 (0.0 to 30.8 %) | 10 (69.2 to 100.0 %) | 0 (0.0 to 30.8 %)"
                + " | 0 (0.0 to 30.8 %) | +0.0 % | 0.000 |\n"),
        table);
    assertTrue(table.contains("| +8 % | cpu | 10 | 5 (18.7 to 81.3 %) | 0 (0.0"), table);
    assertTrue(table.contains("| suspect | 10 | 40 s | 40 s |\n"), table);
    assertTrue(table.contains("| +8 % | 10 | 10 (69.2 to 100.0 %) | 0 (0.0 to"), table);
    assertTrue(
        table.endsWith(
            """

            Trials of the same code: 10, of which 0 (0.0 to 30.8 %) had a false alarm in any of their comparisons.
            Controls: 10, of which 1 (0.3 to 44.5 %) alarmed.
            Commit abc: 20 trials.
            """),
        table);
  }
}
